"""What may fit a case, what is being applied for, and what waits on somebody's desk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.asking import Asker
from rangkul.commons.people.states import Role
from rangkul.journey.cases.hooks import Missing
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import CaseState, Stage
from rangkul.support.entitlements.facts import facts_of, labels, newest
from rangkul.support.entitlements.models import Application, Known, Step
from rangkul.support.entitlements.programmes import Programme, programmes
from rangkul.support.entitlements.rules import Finding, in_words, weigh
from rangkul.support.entitlements.states import RUNNING, Asked, Fit, State

_ORDER = {Fit.LIKELY: 0, Fit.UNSURE: 1, Fit.UNSEEN: 2}
_MOST = 200


@dataclass(frozen=True)
class Chance:
    """One programme beside this file; `running` is the application that is under way."""

    programme: Programme
    finding: Finding
    running: Application | None = None


@dataclass(frozen=True)
class Chances:
    """`ask`: what would make something sure, what most programmes wait for first."""

    likely: list[Chance] = field(default_factory=list)
    unsure: list[Chance] = field(default_factory=list)
    unseen: list[Chance] = field(default_factory=list)
    ask: list[Asked] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)


def chances(case: Case, running: Iterable[Application]) -> Chances:
    """Every programme of the list: the rules sort, they leave nothing out."""
    facts, words = facts_of(case), labels()
    under_way = {one.programme: one for one in running if one.runs}
    found = [Chance(one, weigh(one.rules, facts, words), under_way.get(one.code)) for one in programmes().values()]
    found.sort(key=lambda one: (_ORDER[one.finding.fit], -len(one.finding.because)))
    wanted: dict[str, int] = {}
    for one in found:
        for code in one.finding.ask if one.finding.fit != Fit.UNSEEN else ():
            wanted[code] = wanted.get(code, 0) + 1
    return Chances(
        *([one for one in found if one.finding.fit == fit] for fit in _ORDER),
        ask=[Asked(code) for code in sorted(wanted, key=lambda code: -wanted[code])],
        known=list(newest(case)),
    )


def chance(case: Case, code: str) -> Finding:
    """What the rules say of one programme."""
    return weigh(programmes()[code].rules, facts_of(case), labels())


def conditions(programme: Programme) -> list[list[str]]:
    return in_words(programme.rules)


def _rows() -> QuerySet[Application]:
    return Application.objects.select_related("key")


def of_case(case: Case) -> list[Application]:
    """What runs first, then the newest."""
    rows = list(_rows().filter(case=case).order_by("-made_at"))
    for row in rows:
        row.case = case
    return sorted(rows, key=lambda one: not one.runs)


def get(case: Case, application_id: UUID) -> Application:
    """Raises Application.DoesNotExist where there is none that the asker sees."""
    row = _rows().get(pk=application_id, case=case)
    row.case = case
    return row


def steps_of(application: Application) -> list[Step]:
    return list(application.steps.select_related("key", "by").order_by("made_at"))


def of_client(case: Case) -> list[Application]:
    """What the client was told of, as the holder of the ticket reads it."""
    return list(_rows().filter(case=case, told_on__isnull=False).order_by("-made_at")[:20])


def on_desk(asker: Asker) -> list[Application]:
    """What runs in the asker's own cases; for a supervisor, in the unit. What has a day comes first."""
    mine = Q(case__worker_id=asker.staff_id)
    if asker.has(Role.SUPERVISOR):
        mine |= Q(case__unit_id=asker.unit_id)
    rows = _rows().filter(mine, state__in=RUNNING, case__state=CaseState.OPEN)
    rows = rows.select_related("key", "case__key", "case__person", "case__household", "case__worker")
    return sorted(rows[:_MOST], key=lambda one: (due_of(one) is None, due_of(one) or one.made_at.date()))


def due_of(application: Application):
    """The day that counts now: the end of the objection, or when somebody looks again."""
    if application.state == State.REFUSED and application.objection_due:
        return application.objection_due
    return application.look_again


def open_before_ending(case: Case) -> Iterable[Missing]:
    """What was applied for, granted or refused is not forgotten when the case ends."""
    waits = (State.APPLIED, State.OBJECTED, State.GRANTED, State.REFUSED)
    if Application.objects.filter(case=case, state__in=waits).exists():
        sentence = _("Ada permohonan bantuan yang belum selesai diurus.")
        yield Missing(
            Stage.TERMINATION, "exit", "application", sentence, reverse("entitlements:of_case", args=[case.pk])
        )
