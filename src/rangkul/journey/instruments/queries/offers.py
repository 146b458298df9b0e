"""What was offered to the client, as far as the asker sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from rangkul.base import clock
from rangkul.base.days import today
from rangkul.journey.assessment.states import RiskLevel
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments import reading
from rangkul.journey.instruments.models import AnswerDraft, InstrumentVersion, Offer
from rangkul.journey.instruments.scoring.rules import Critical, Rules
from rangkul.journey.instruments.states import OfferState

# The client reads for so long that they have answered.
_REMEMBERED = timedelta(days=14)
_LEAN = ("version__xform", "version__source", "version__rules")
_GRAVE = frozenset({RiskLevel.RED, RiskLevel.ORANGE})


@dataclass(frozen=True)
class Offered:
    """One offer and how it stands today; `begun`: the client has typed something."""

    offer: Offer
    state: OfferState
    begun: bool = False

    @property
    def is_open(self) -> bool:
        return self.state == OfferState.OPEN

    @property
    def name(self) -> str:
        return self.offer.version.instrument.name

    @property
    def short_name(self) -> str:
        return self.offer.version.instrument.short_name


def offers(case: Case) -> list[Offered]:
    """For the team, newest first."""
    rows = Offer.objects.filter(case=case).select_related("key", "version__instrument", "by", "administration")
    lean = rows.defer(*_LEAN, "administration__answer", "administration__scored")
    day = today(case.region_code)
    return [Offered(row, row.state_on(day)) for row in lean.order_by("-made_at", "-id")]


def offers_to_me(case: Case) -> list[Offered]:
    """For the holder of the ticket: what waits for an answer, and what they have answered of late."""
    rows = Offer.objects.filter(case=case, taken_back_at=None).select_related("key", "version__instrument")
    day, since = today(case.region_code), clock.now() - _REMEMBERED
    found = [(row, row.state_on(day)) for row in rows.defer(*_LEAN).order_by("until", "id")]
    waiting = [row.pk for row, state in found if state == OfferState.OPEN and case.is_open]
    begun = set(AnswerDraft.objects.filter(offer__in=waiting).values_list("offer_id", flat=True)) if waiting else ()
    return [
        Offered(row, state, row.pk in begun)
        for row, state in found
        if row.pk in waiting or (row.answered_at is not None and row.answered_at > since)
    ]


def offer_to_me(case: Case, offer_id: UUID) -> Offer:
    """Raises Offer.DoesNotExist for one of another case."""
    rows = Offer.objects.select_related("key", "version__instrument").defer("version__source")
    row = rows.get(pk=offer_id, case=case)
    row.case = case
    return row


def state_of(offer: Offer) -> OfferState:
    return offer.state_on(today(offer.case.region_code))


def answers_of_danger(version: InstrumentVersion) -> dict[str, list[str]]:
    """For each question that a person must see at once, the names of the choices that say so."""
    rules = reading.rules_of(version)
    grave = [one for one in rules.critical if one.level in _GRAVE] if rules else []
    return {one.item: [name for name, point in _points(rules, one) if one.holds(point)] for one in grave}


def _points(rules: Rules, critical: Critical) -> list[tuple[str, Decimal]]:
    points = rules.answers[critical.item].points
    return [(name, point) for name, point in points.items() if point is not None]


def own_draft(offer: Offer) -> AnswerDraft | None:
    return AnswerDraft.objects.select_related("key").filter(offer=offer).first()


def offer_or_none(case: Case, offer_id: UUID) -> Offer | None:
    rows = Offer.objects.select_related("case__key", "version__instrument").defer("version__source", "version__xform")
    return rows.filter(pk=offer_id, case=case).first()
