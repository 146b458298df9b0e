"""What an answer says of danger is told at once: the risk is raised, a named person has a task for today, and whoever
stands above them knows. A machine only raises; everything else is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.base.days import today
from rangkul.journey.assessment.actions import raise_risk
from rangkul.journey.assessment.states import RiskLevel
from rangkul.journey.cases.actions import escalate
from rangkul.journey.cases.models import Case, Task
from rangkul.journey.cases.queries.late import Matter
from rangkul.journey.cases.states import MatterKind, TaskKind, TaskOwner
from rangkul.journey.instruments import policy
from rangkul.journey.instruments.dangers import danger_of
from rangkul.journey.instruments.models import Administration
from rangkul.journey.instruments.scoring import Finding

RAISES = (RiskLevel.RED, RiskLevel.ORANGE)
RULE = "instruments.{key}.v1"


@action("alarm.raised", may=policy.is_machine)
def raise_alarm(*, by: Asker, case: Case, administration: Administration, findings: Sequence[Finding]) -> Done:
    """Raise the risks of these findings and give the responsible worker a task. A grave one goes to their supervisor
    too. Findings that ask for nothing at once leave no trace."""
    key = administration.version.instrument.key
    grave = [finding for finding in findings if finding.level in RAISES]
    if not grave:
        return Done(administration, silent=True)
    for finding in grave:
        # What is not known asks for a person; it is never taken for the answer that was feared.
        level = finding.level if finding.known else RiskLevel.UNKNOWN
        raise_risk(by=by, case=case, kind=danger_of(key, finding), level=level, rule=RULE.format(key=key))
    case.refresh_from_db(fields=["level"])
    gravest = grave[0]
    task = _task(by, case, administration, gravest)
    if gravest.level == RiskLevel.RED:
        matter = Matter(MatterKind.DUTY, case.pk, task.pk, clock.now())
        escalate(by=by, case=case, matter=matter)
    return Done(
        administration,
        subject=("case", case.pk),
        payload={"id": str(administration.pk), "task": str(task.pk), "level": gravest.level, "instrument": key},
        agency_id=case.agency_id,
        unit_id=case.unit_id,
    )


def _task(by: Asker, case: Case, administration: Administration, gravest: Finding) -> Task:
    """Whatever must happen today is a duty: it is answered, never dropped. The rest waits until tomorrow at most."""
    at_once = gravest.level == RiskLevel.RED or not gravest.known
    day = today(case.region_code)
    task = Task(
        case=case,
        key=case.key,
        kind=TaskKind.DUTY if at_once else TaskKind.TASK,
        owner_kind=TaskOwner.STAFF,
        owner_id=case.worker_id,
        due=day if at_once else day + timedelta(days=1),
        made_by_id=by.staff_id,
    )
    task.title = _title(administration, gravest)
    task.save(force_insert=True)
    return task


def _title(administration: Administration, gravest: Finding) -> str:
    """Short and without a word of the answer: a worker may show it, and who reads it is perhaps not alone."""
    name = {"instrument": administration.version.instrument.short_name}
    if not gravest.known:
        return _("Hari ini: tanyakan langsung yang belum dijawab di %(instrument)s") % name
    if gravest.level == RiskLevel.RED:
        return _("Hari ini: bicara langsung dengan klien setelah %(instrument)s") % name
    return _("Bicarakan %(instrument)s bersama klien") % name
