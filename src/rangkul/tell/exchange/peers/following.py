"""What a worker decides about a request that came from another house is told to that house in the same moment."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rangkul.base import clock, events
from rangkul.base.asking import Asker, acting, current
from rangkul.base.models import Event
from rangkul.entry.intake.models import Decision, Request
from rangkul.entry.intake.states import DeclineReason, Outcome, State
from rangkul.tell.exchange.peers.actions.answering import held, keep_words
from rangkul.tell.exchange.peers.actions.arriving import end, say
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Incoming, Said
from rangkul.tell.exchange.peers.states import Kind

# Our reasons in the words by which a receiver refuses; what stands in neither list is told in words.
_WHY = {
    DeclineReason.OUTSIDE_SERVICE: "not_ours",
    DeclineReason.OUTSIDE_AREA: "area",
    DeclineReason.NO_RESOURCE: "full",
}


@events.after(
    "request.accepted", "request.declined", "request.info_asked", "request.waitlisted", "request.referred",
    "request.handed_over",
)  # fmt: skip
def tell_the_sender(event: Event) -> None:
    by = current()
    with acting(HOUSE):
        row = Incoming.objects.filter(request_id=event.subject_id, ended_at__isnull=True).first()
        if row is None:
            return
        row = held(row)
        decisions = Decision.objects.select_related("key", "request").filter(request_id=row.request_id)
        decision = decisions.latest("made_at", "id")
        if event.name == "request.accepted":
            row.accepted_at = clock.now()
            row.save(update_fields=["accepted_at"])
            say(row, Kind.ACCEPTED, words=decision.text)
        elif event.name == "request.declined":
            why = _exactly(row) or _WHY.get(decision.decline_reason, "other")
            said = f"{decision.get_decline_reason_display()}. {decision.text}"
            say(row, Kind.DECLINED, why=why, words=said)
            end(by=HOUSE, incoming=row, kind=Kind.DECLINED)
        elif event.name == "request.waitlisted":
            # Yes, in turn: as a receiver by link says it, with the place and why in that order.
            words = f"{_said(decision)}. {decision.text}"
            keep_words(row, by, Kind.ACCEPTED, words)
            say(row, Kind.ACCEPTED, words=words, place=_place(by, row.request), because=_because(decision))
        elif event.name == "request.handed_over":
            # Whoever was asked says that they help now: our part is over, and the sender learns where to ask.
            say(row, Kind.ONWARD, to=_whom(row), words=decision.text)
            end(by=HOUSE, incoming=row, kind=Kind.ONWARD)
        else:
            words = f"{_said(decision)}. {decision.text}"
            keep_words(row, by, Kind.QUESTION, words)
            say(row, Kind.QUESTION, words=words)


def _exactly(row: Incoming) -> str:
    """What whoever declines said for the sender alone; gone with the rest in the next moment."""
    said = Said.objects.select_related("key").filter(incoming=row, kind=Kind.DECLINED).order_by("-at", "-id").first()
    return (said.words or "") if said else ""


def _place(by: Asker, request: Request) -> int:
    """Among those who wait in the same unit, by the day on which they came."""
    with acting(by):
        rows = Request.objects.filter(unit_id=request.unit_id, state=State.WAITLISTED, made_at__lt=request.made_at)
        return rows.exclude(pk=request.pk).count() + 1


def _because(decision: Decision) -> str:
    day = clock.local(decision.again_at, decision.request.region_code).date()
    words = _("Daftar tunggu mereka menurut tanggal masuk, ditinjau lagi %(day)s")
    return words % {"day": date_format(day, "j F Y")}


def _said(decision: Decision) -> str:
    if not decision.partner:
        return str(decision.get_outcome_display())
    return _("Kami merujuk lagi ke %(who)s dan menunggu kepastian mereka") % {"who": decision.partner}


def _whom(row: Incoming) -> str:
    asked = Decision.objects.filter(request_id=row.request_id, outcome=Outcome.REFERRED).latest("made_at", "id")
    return asked.partner
