"""Safety plans: the newest of each situation, with its words in the order in which they are asked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rangkul.journey.cases.models import Case
from rangkul.journey.protection.models import SafetyPlan
from rangkul.journey.protection.safety_words import ASKS
from rangkul.journey.protection.states import GivenBy


@dataclass(frozen=True)
class Plan:
    row: SafetyPlan
    parts: list[tuple[Any, str]]
    older: int


def _read(row: SafetyPlan, older: int) -> Plan:
    held = answers_of(row)
    return Plan(row, [(ask.label, held[ask.name]) for ask in ASKS[row.situation] if ask.name in held], older)


def answers_of(row: SafetyPlan) -> dict[str, str]:
    """Nothing where the key of the case is gone."""
    return {} if row.key.wrapped is None else json.loads(row.answers)


def safety_plans(case: Case) -> dict[str, Plan]:
    """By situation, the newest version each."""
    rows = SafetyPlan.objects.filter(case=case).select_related("key", "by", "given_by").order_by("-version")
    found: dict[str, Plan] = {}
    for row in rows:
        found.setdefault(row.situation, _read(row, row.version - 1))
    return found


def plans_for_ticket(case: Case) -> list[tuple[str, list[tuple[Any, str]]]]:
    """(situation in words, parts) of what the holder of the ticket may read here, the newest of each; nobody of the
    staff is named."""
    rows = SafetyPlan.objects.filter(case=case, given=GivenBy.TICKET).select_related("key").order_by("-version")
    found: dict[str, SafetyPlan] = {}
    for row in rows:
        found.setdefault(row.situation, row)
    return [(str(row.get_situation_display()), _read(row, 0).parts) for row in found.values()]


def safety_plan(case: Case, plan_id: UUID) -> Plan:
    """Raises SafetyPlan.DoesNotExist where there is none that the asker sees."""
    row = SafetyPlan.objects.select_related("key", "by", "given_by", "case__key").get(pk=plan_id, case=case)
    return _read(row, row.version - 1)
