"""The ways that were weighed and what is expected of the chosen one."""

from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases.models import Case
from rangkul.journey.plans import policy
from rangkul.journey.plans.actions.drafting import done, draft_plan
from rangkul.journey.plans.models import Alternative, Goal, Hypothesis, Plan


def _in(plan: Plan, row: Alternative | Hypothesis | None) -> None:
    if row is not None and row.plan_id != plan.pk:
        raise Refused(_("Bagian ini milik versi lain."), code="other_plan")


@action("alternative.weighed", may=policy.may_plan)
def weigh_alternative(
    *,
    by: Asker,
    case: Case,
    title: str,
    reason: str,
    chosen: bool = False,
    merits: str = "",
    drawbacks: str = "",
    alternative: Alternative | None = None,
) -> Done:
    """Add or change one way that was considered; the reason says why it is or is not chosen."""
    plan = draft_plan(by, case)
    _in(plan, alternative)
    row = alternative or Alternative(case=case, plan=plan, key=case.key)
    row.title, row.reason, row.chosen, row.merits, row.drawbacks = title, reason, chosen, merits, drawbacks
    row.save()
    return done(row, case, chosen=chosen)


@action("alternative.removed", may=policy.may_plan)
def remove_alternative(*, by: Asker, case: Case, alternative: Alternative) -> Done:
    _in(draft_plan(by, case), alternative)
    answer = done(alternative, case)
    alternative.delete()
    return answer


@action("hypothesis.supposed", may=policy.may_plan)
def suppose(
    *,
    by: Asker,
    case: Case,
    condition: str,
    expectation: str,
    because: str,
    evidence: str = "",
    thread: UUID | None = None,
    hypothesis: Hypothesis | None = None,
) -> Done:
    """ "Jika … maka … karena …", for one goal (`thread`) or for the whole plan."""
    plan = draft_plan(by, case)
    _in(plan, hypothesis)
    if thread is not None and not Goal.objects.filter(plan=plan, thread=thread).exists():
        raise Refused(_("Tujuan ini tidak ada di rencana sekarang."), field="thread", code="goal")
    row = hypothesis or Hypothesis(case=case, plan=plan, key=case.key)
    row.condition, row.expectation, row.because, row.evidence = condition, expectation, because, evidence
    row.thread = thread
    row.save()
    return done(row, case)


@action("hypothesis.removed", may=policy.may_plan)
def remove_hypothesis(*, by: Asker, case: Case, hypothesis: Hypothesis) -> Done:
    _in(draft_plan(by, case), hypothesis)
    answer = done(hypothesis, case)
    hypothesis.delete()
    return answer
