"""Taking a row in hand, and the days that may be promised."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused
from rangkul.base.days import today
from rangkul.entry.intake.actions.rows import lock as lock_request
from rangkul.journey.cases import actions as climbing
from rangkul.journey.cases.actions import rows as cases
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import is_a_case_now
from rangkul.journey.protection.models import Folder
from rangkul.journey.protection.models.folder import Kept
from rangkul.journey.protection.states import GRACE

LONGEST = timedelta(days=31)


def lock(folder: Folder) -> Folder:
    """The request or the case as it is now, held until the verb ends, so that no two rows take the same place. Raises
    Http404 where the asker no longer sees it, Refused for a request that has become a case."""
    if isinstance(folder, Case):
        return cases.lock(folder)
    held = lock_request(folder)
    if is_a_case_now(held):
        raise Refused(_("Permintaan ini sudah menjadi kasus. Lanjutkan di kasusnya."), code="case")
    return held


def lock_open(folder: Folder) -> Folder:
    """Like `lock`; Raises Refused for a case that has ended. A request that was answered may still be written to: the
    conversation with whoever asked often goes on."""
    held = lock(folder)
    return cases.lock_open(held) if isinstance(held, Case) else held


def about(folder: Folder, result: Model, *, silent: bool = False, **payload: Any) -> Done:
    """An event on the request or the case; `id` names the row it speaks of."""
    if isinstance(folder, Case):
        return cases.about(folder, result, silent=silent, **payload)
    said = {"id": str(result.pk)} | {name: str(one) if isinstance(one, UUID) else one for name, one in payload.items()}
    where = {"agency_id": folder.agency_id, "unit_id": folder.unit_id}
    return Done(result, subject=("request", folder.pk), payload=said, silent=silent, **where)


def held_row(model: type[Model], row: Any) -> Any:
    """The row as it is now, with what it is kept in, held until the verb ends. Raises Http404 where the asker sees it
    no more."""
    related = ["case", "key", *(["request"] if issubclass(model, Kept) else [])]
    rows = model._default_manager.select_for_update(of=("self",)).select_related(*related)
    held = rows.filter(pk=row.pk).first()
    if held is None:
        raise Http404
    return held


def beside(row: Kept) -> dict[str, Any]:
    """Where a further row is kept that is part of this one, and with which key."""
    return {"request": row.request, "case": row.case, "key": row.key}


def promise(folder: Folder, kind: str, row: Kept, day: date | None) -> None:
    """The day by which the row is looked at again; None where nothing is promised any more. With a case it is kept
    there; before that the row itself says it (`queries.promises`), and what was mended stops climbing."""
    if isinstance(folder, Case):
        climbing.remind(folder, kind, row.pk, day, grace=GRACE)
    else:
        climbing.settle_between(matters=[row.pk])


def soon(day: date, region: str, field: str = "next_look") -> date:
    """A day within a month from today. Raises Refused for any other."""
    if not today(region) <= day <= today(region) + LONGEST:
        raise Refused(_("Pilih hari dalam sebulan ke depan."), field=field)
    return day
