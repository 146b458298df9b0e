"""Case conferences on the timeline of a case."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from rangkul.base import clock
from rangkul.journey.cases.models import Case
from rangkul.journey.conferences.kinds import MEETINGS
from rangkul.journey.conferences.models import Conference
from rangkul.journey.conferences.states import ConferenceState
from rangkul.journey.pictures.hooks import Moment
from rangkul.journey.pictures.states import Lane

_TONES = {ConferenceState.PLANNED: "planned", ConferenceState.CANCELLED: "missed"}


def of_case(case: Case) -> Iterator[Moment]:
    for row in Conference.objects.filter(case=case).only("id", "case_id", "at", "state", "kind").order_by("at", "id"):
        state, meeting = ConferenceState(row.state), MEETINGS[row.kind]
        said = {ConferenceState.PLANNED: meeting.planned, ConferenceState.CANCELLED: meeting.cancelled}
        words = str(said.get(state, meeting.label))
        yield Moment(
            Lane.CONFERENCE, str(row.pk), clock.local(row.at, case.region_code).date(), words, words,
            tone=_TONES.get(state, ""), url=reverse("conferences:conference", args=[case.pk, row.pk]),
        )  # fmt: skip
