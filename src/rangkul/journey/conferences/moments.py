"""Case conferences on the timeline of a case."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.journey.cases.models import Case
from rangkul.journey.conferences.models import Conference
from rangkul.journey.conferences.states import ConferenceState
from rangkul.journey.pictures.hooks import Moment
from rangkul.journey.pictures.states import Lane

_TONES = {ConferenceState.PLANNED: "planned", ConferenceState.CANCELLED: "missed"}


def of_case(case: Case) -> Iterator[Moment]:
    words = {
        ConferenceState.PLANNED: _("Pembahasan kasus direncanakan"),
        ConferenceState.HELD: _("Pembahasan kasus"),
        ConferenceState.CANCELLED: _("Pembahasan kasus dibatalkan"),
    }
    for row in Conference.objects.filter(case=case).only("id", "case_id", "at", "state").order_by("at", "id"):
        state = ConferenceState(row.state)
        yield Moment(
            Lane.CONFERENCE, str(row.pk), clock.local(row.at, case.region_code).date(), words[state], words[state],
            tone=_TONES.get(state, ""), url=reverse("conferences:conference", args=[case.pk, row.pk]),
        )  # fmt: skip
