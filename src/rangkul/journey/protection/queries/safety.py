"""Safety plans: the newest of each situation, with its words in the order in which they are asked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rangkul.base.asking import acting, job
from rangkul.entry.crisis.queries import may_be_shared
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.protection.models import Folder, SafetyPlan, within
from rangkul.journey.protection.queries.promised import OVER
from rangkul.journey.protection.safety_words import ASKS
from rangkul.journey.protection.states import GivenBy

_JOB = job("protection.own")


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


def safety_plans(folder: Folder) -> dict[str, Plan]:
    """By situation, the newest version each."""
    rows = SafetyPlan.objects.filter(**within(folder)).select_related("key", "by", "given_by").order_by("-version")
    found: dict[str, Plan] = {}
    for row in rows:
        found.setdefault(row.situation, _read(row, row.version - 1))
    return found


def plans_for_ticket(folder: Folder) -> list[tuple[str, str, list[tuple[Any, str]]]]:
    """(situation, the same in words, parts) of what the holder of the ticket may read here, the newest of each; nobody
    of the staff is named."""
    rows = SafetyPlan.objects.filter(**within(folder), given=GivenBy.TICKET).select_related("key").order_by("-version")
    found: dict[str, SafetyPlan] = {}
    for row in rows:
        found.setdefault(row.situation, row)
    return [(row.situation, str(row.get_situation_display()), _read(row, 0).parts) for row in found.values()]


def may_hand_in(request: Request) -> bool:
    """Whether what the holder of this ticket brings is the client's own. They do not see how they were reached."""
    with acting(_JOB):
        return may_be_shared(request)


def takes_in(folder: Folder) -> bool:
    """A case that runs; a request that was not taken back or given to somebody else."""
    return folder.is_open if isinstance(folder, Case) else folder.state not in OVER


def own_plans(folder: Folder) -> list[tuple[SafetyPlan, dict[str, str]]]:
    """What the holder of the ticket may write on, the newest of each situation, with its answers. A version that was
    given otherwise since ends that."""
    newest: dict[str, SafetyPlan] = {}
    for row in SafetyPlan.objects.filter(**within(folder), given=GivenBy.TICKET).select_related("key"):
        if row.situation not in newest or newest[row.situation].version < row.version:
            newest[row.situation] = row
    return [(row, answers_of(row)) for row in newest.values()]


def safety_plan(folder: Folder, plan_id: UUID) -> Plan:
    """Raises SafetyPlan.DoesNotExist where there is none that the asker sees."""
    row = SafetyPlan.objects.select_related("key", "by", "given_by", "case", "request").get(
        pk=plan_id, **within(folder)
    )
    return _read(row, row.version - 1)
