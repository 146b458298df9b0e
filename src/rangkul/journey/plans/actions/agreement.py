"""The client says yes to the plan, and from then on this version stands as it is."""

from datetime import date

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead, today
from rangkul.journey.cases.actions import Agreement, ask_signature, check_agreement, remind
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import needs_signature
from rangkul.journey.cases.states import SignatureSubject
from rangkul.journey.plans import gates, policy
from rangkul.journey.plans.actions.drafting import done, draft_plan
from rangkul.journey.plans.models import Plan
from rangkul.journey.plans.states import PLAN_STEPS, REVIEW_DAY, REVIEW_GRACE, PlanState


@action("plan.agreed", may=policy.may_plan)
def agree_plan(
    *,
    by: Asker,
    case: Case,
    agreement: Agreement,
    client_words: str = "",
    agreed_on: date | None = None,
) -> Done:
    """The client agrees, by the same ways as to the contract; the worker signs, or a supervisor where the junior rule
    asks for one (A55).

    Raises Refused with everything that the plan still lacks, and for an agreement that nothing proves.
    """
    not_ahead(agreed_on, "agreed_on", case.region_code)
    check_agreement(agreement)
    plan = draft_plan(by, case)
    lacking = gates.gaps(plan)
    if lacking:
        raise Refused(" ".join(str(sentence) for _code, sentence, _page in lacking), code="gaps")
    plan.agreement, plan.evidence, plan.client_words = agreement.mode, agreement.evidence, client_words
    plan.signed_name, plan.witness = agreement.signed_name.strip(), agreement.witness.strip()
    plan.agreed_on = agreed_on or today(case.region_code)
    if needs_signature(case, SignatureSubject.PLAN):
        PLAN_STEPS.step(plan, "ask")
        plan.save()
        ask_signature(by=by, case=case, subject_kind=SignatureSubject.PLAN, subject_id=plan.pk)
        answer = done(plan, case, version=plan.version)
        # The supervisor's signature is the event; asking for it has one of its own.
        answer.silent = True
        return answer
    freeze(plan, by.staff_id)
    return done(plan, case, version=plan.version)


def freeze(plan: Plan, signer_id) -> None:
    """This version holds from now on; the one before it is kept as it was. The database changes neither any more."""
    for old in Plan.objects.filter(case_id=plan.case_id, state=PlanState.AGREED).select_for_update():
        PLAN_STEPS.step(old, "replace")
        old.save(update_fields=["state"])
        remind(plan.case, REVIEW_DAY, old.pk, None, grace=REVIEW_GRACE)
    PLAN_STEPS.step(plan, "agree")
    plan.signed_by_id, plan.signed_at = signer_id, clock.now()
    plan.save()
    remind(plan.case, REVIEW_DAY, plan.pk, plan.review_on, grace=REVIEW_GRACE)
