"""What runs on a request for somebody's protection, before there is a case: legal clocks, and what was promised for a
day. Shown to whoever was told that it is late."""

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
    for kind, open_one in ((states.TAKEDOWN_KIND, _takedown), (states.CHILD_STEP_KIND, _step)):
        shown(
            states.EARLY[kind],
            states.PROMISED[kind],
            Shown(open_one),
            find=queries.late_promise(kind),
            stands=queries.promise_stands(kind),
        )


def _open(row: Escalation) -> Iterator[Line]:
    """What duty it is, where the reader sees the request; the name of a duty says nothing about a person."""
    from rangkul.journey.protection.queries import one_late

    held = one_late(row.matter)
    if held is not None:
        yield Line(
            str(held.says.label if held.says else held.law), reverse("protection:request_of", args=[held.request_id])
        )


def _takedown(row: Escalation) -> Iterator[Line]:
    from rangkul.journey.protection import queries, states

    held = queries.promised(states.TAKEDOWN_KIND, row.matter)
    if held is not None:
        yield Line(held.platform, reverse("protection:request_online", args=[held.request_id]))


def _step(row: Escalation) -> Iterator[Line]:
    from rangkul.journey.protection import queries, states

    held = queries.promised(states.CHILD_STEP_KIND, row.matter)
    if held is not None:
        words = str(held.says.label if held.says else held.step)
        yield Line(words, reverse("protection:request_child", args=[held.request_id, held.child_id]))
