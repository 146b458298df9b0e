"""What was told of a life, and the road of the case as its earlier packages keep it."""

from __future__ import annotations

from django.db.models import Min, QuerySet

from rangkul.journey.assessment.models import Risk
from rangkul.journey.cases.models import Activity, Case, RiskChange, StageStep
from rangkul.journey.pictures.models import LifeEvent


def life_events_of(case: Case) -> list[LifeEvent]:
    """Every event ever told as it was corrected last, in the order of life; those taken back have `ended_on`."""
    rows = LifeEvent.objects.filter(case=case, corrections__isnull=True)
    return list(rows.select_related("key").order_by("happened_on", "made_at", "id"))


def steps_of(case: Case) -> list[StageStep]:
    return list(StageStep.objects.filter(case=case).order_by("at", "id"))


def level_changes_of(case: Case) -> list[RiskChange]:
    return list(RiskChange.objects.filter(case=case).order_by("at", "id"))


def risks_of(case: Case) -> QuerySet[Risk]:
    """Open and ended ones; `first_look` is the day on which somebody first looked at each."""
    return Risk.objects.filter(case=case).annotate(first_look=Min("looks__looked_on")).order_by("made_at", "id")


def done_of(case: Case) -> QuerySet[Activity]:
    """What was done, without its words: the picture needs days and ways alone."""
    return Activity.objects.filter(case=case).only("id", "at", "channel", "emergency", "case_id").order_by("at", "id")
