"""What somebody who was invited reads and may do: the same for a colleague and for a guest."""

from typing import Any

from django.http import HttpRequest

from rangkul.base import readings
from rangkul.commons.trust.states import Basis
from rangkul.journey.conferences import actions, queries
from rangkul.journey.conferences.models import Dissent, Invitation
from rangkul.journey.conferences.pages.forms import DissentForm


def noted(seat: Invitation) -> None:
    """What was written for the table is of the client's file: its reading stands with every other in the one list."""
    conference = seat.conference
    readings.read_file("case", conference.case_id, why=Basis.CONFERENCE, agency_id=conference.agency_id)


def words_of(seat: Invitation, dissent: DissentForm | None = None) -> dict[str, Any]:
    conference = seat.conference
    decisions = queries.decisions(conference)
    return {
        "seat": seat,
        "conference": conference,
        "decisions": decisions,
        "dissents": queries.dissents(conference),
        "reads_minutes": bool(conference.minutes) and (not seat.is_guest or conference.shares_minutes),
        "dissent_form": dissent or DissentForm(decisions=decisions, auto_id="id_berbeda_%s"),
    }


def replied(request: HttpRequest, seat: Invitation) -> None:
    """`jawab` is "hadir" or anything else."""
    actions.reply(by=request.asker, invitation=seat, coming=request.POST.get("jawab") == "hadir")


def dissent_form(request: HttpRequest, seat: Invitation) -> DissentForm:
    return DissentForm(request.POST, decisions=queries.decisions(seat.conference), auto_id="id_berbeda_%s")


def disagreed(request: HttpRequest, seat: Invitation, words: dict[str, Any]) -> Dissent:
    return actions.dissent(by=request.asker, conference=seat.conference, invitation=seat, **words)
