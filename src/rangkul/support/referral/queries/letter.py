"""What a letter says that goes instead of a link, or beside one: what was chosen for this receiver."""

from __future__ import annotations

from rangkul.base import clock
from rangkul.journey.cases.models import Case
from rangkul.journey.reports.hooks import Referred
from rangkul.support.referral.dataset import label_of
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import LIVING, State


def letter_of(case: Case, receiver: str) -> Referred | None:
    """The newest referral of the case to this receiver that is prepared or runs, with its pieces chosen."""
    if not receiver:
        return None
    rows = Referral.objects.filter(case=case, receiver=receiver, state__in=[State.DRAFT, *LIVING])
    row = rows.select_related("key").order_by("-made_at").first()
    pieces = list(row.items.select_related("key").order_by("made_at")) if row else []
    if row is None or not row.asked or not pieces:
        return None
    on = clock.local(row.sent_at or row.made_at, case.region_code).date()
    told = [(label_of(one.name), one.value) for one in pieces]
    if names := [one.name for one in row.enclosures.select_related("key").order_by("made_at")]:
        told.append(("Lampiran", ", ".join(names)))
    return Referred(row.pk, on, row.asked, told, _ground(row))


def _ground(row: Referral) -> str:
    """Letters are Indonesian, whatever language their writer reads."""
    said = ". ".join(part for part in (str(row.get_ground_display()), row.ground_words) if part)
    return f"Data ini dikirim dengan dasar: {said}." if row.ground else ""
