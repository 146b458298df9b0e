"""Home visits on the timeline of a case. What came of one is an activity, which stands there already."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.hooks import Moment
from rangkul.journey.pictures.states import Lane
from rangkul.journey.visits.models import Visit
from rangkul.journey.visits.states import VisitState

_TONES = {VisitState.PLANNED: "planned", VisitState.OUT: "planned", VisitState.CANCELLED: "missed"}


def of_case(case: Case) -> Iterator[Moment]:
    words = {
        VisitState.PLANNED: _("Kunjungan rumah direncanakan"),
        VisitState.OUT: _("Petugas sedang berkunjung"),
        VisitState.BACK: _("Kunjungan rumah, hasilnya belum ditulis"),
        VisitState.CANCELLED: _("Kunjungan rumah dibatalkan"),
    }
    rows = Visit.objects.filter(case=case, activity__isnull=True).only("id", "case_id", "leaves_at", "state")
    for row in rows.order_by("leaves_at", "id"):
        state = VisitState(row.state)
        yield Moment(
            Lane.VISIT, str(row.pk), clock.local(row.leaves_at, case.region_code).date(), words[state], words[state],
            tone=_TONES.get(state, ""), url=reverse("visits:visit", args=[case.pk, row.pk]),
        )  # fmt: skip
