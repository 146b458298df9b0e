"""Legal clocks that run on a request, before there is a case: shown to whoever was told that one runs out."""

from collections.abc import Iterator

from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rangkul.entry.intake.states import Level
from rangkul.journey.cases.models import Escalation
from rangkul.web.desks.between import Line, Shown
from rangkul.web.desks.between import register as shown


def register() -> None:
    if not apps.is_installed("rangkul.journey.protection"):
        return
    from rangkul.journey.protection import queries, states

    for pace, level in ((states.RED, Level.MERAH), (states.AMBER, Level.ORANYE)):
        shown(
            states.EARLY[pace],
            _("Batas waktu hukum hampir habis atau lewat"),
            Shown(_open),
            level=level,
            find=queries.late_early(pace),
            stands=queries.is_late_early,
        )


def _open(row: Escalation) -> Iterator[Line]:
    """What duty it is, where the reader sees the request; the name of a duty says nothing about a person."""
    from rangkul.journey.protection.queries import one_late

    held = one_late(row.matter)
    if held is not None:
        yield Line(
            str(held.says.label if held.says else held.law), reverse("protection:request_of", args=[held.request_id])
        )
