"""The shape of what every verb here says, and what each of them asks of the case first."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments.models import Administration


def about(case: Case, result: Model, *, silent: bool = False, **payload: Any) -> Done:
    """An event whose subject is the case, so that it stands on the timeline; `id` names the row it speaks of."""
    return Done(
        result,
        subject=("case", case.pk),
        payload={"id": str(result.pk), **payload},
        agency_id=case.agency_id,
        unit_id=case.unit_id,
        silent=silent,
    )


def still_open(case: Case) -> None:
    if not case.is_open:
        raise Refused(_("Kasus ini sudah diakhiri. Buka lagi kasusnya untuk menulis."), code="closed")


def held(administration: Administration) -> Administration:
    """The result as it is now, held until the verb ends. Raises Http404 where the asker no longer sees it."""
    rows = Administration.objects.select_for_update(of=("self",))
    row = rows.select_related("key", "case__key", "version__instrument", "retest").filter(pk=administration.pk).first()
    if row is None:
        raise Http404
    return row
