"""Taking a case in hand, and the shape of what every verb on it says."""

from typing import Any
from uuid import UUID

from django.db.models import F, Func, Model, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused
from rangkul.base.ready import ready
from rangkul.journey.cases.models import Case


def lock(case: Case) -> Case:
    """The case as it is now, held until the verb ends. Raises Http404 where the asker no longer sees it."""
    held = _held.one(case.pk)
    if held is None:
        raise Http404
    return held


@ready
def _held(case_id: UUID) -> QuerySet[Case]:
    rows = Case.objects.select_for_update(of=("self",)).select_related("key", "worker", "person", "household")
    return rows.filter(pk=case_id)


def lock_open(case: Case) -> Case:
    """Like `lock`; Raises Refused for a case that has ended, because nothing new is planned on it."""
    held = lock(case)
    if not held.is_open:
        raise Refused(_("Kasus ini sudah diakhiri. Buka lagi kasusnya lebih dulu."), code="closed")
    return held


def about(case: Case, result: Model, *, silent: bool = False, **payload: Any) -> Done:
    """An event whose subject is the case, so that it stands on the timeline; `id` names the row it speaks of."""
    said = {"id": str(result.pk)} | {
        key: str(value) if isinstance(value, UUID) else value for key, value in payload.items()
    }
    return Done(
        result,
        subject=("case", case.pk),
        payload=said,
        agency_id=case.agency_id,
        unit_id=case.unit_id,
        silent=silent,
    )


def filled(text: str, message: str, field: str) -> str:
    """The text without blanks around it. Raises Refused at its field where nothing is left."""
    text = text.strip()
    if not text:
        raise Refused(message, field=field, code="empty")
    return text


def keep_next_due(case: Case) -> None:
    """Tasks and appointments keep the next date by a trigger; the clock of the contract stands on the case itself."""
    Case.objects.filter(pk=case.pk).update(next_due_at=Func(F("id"), function="cases_next_due"))
