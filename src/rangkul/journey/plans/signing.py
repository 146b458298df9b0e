"""What a supervisor's answer does to the plan that was put before them; it runs in the answer's own transaction."""

from uuid import UUID

from rangkul.base import events
from rangkul.base.models import Event
from rangkul.journey.cases.models import Signature
from rangkul.journey.cases.states import SignatureSubject
from rangkul.journey.plans.actions.agreement import freeze
from rangkul.journey.plans.models import Plan
from rangkul.journey.plans.states import PLAN_STEPS, PlanState


def _asked_plan(event: Event) -> Plan | None:
    """The waiting plan that this signature was about."""
    if event.payload.get("subject_kind") != SignatureSubject.PLAN:
        return None
    signature = Signature.objects.get(pk=UUID(event.payload["id"]))
    return Plan.objects.filter(pk=signature.subject_id, state=PlanState.ASKED).select_related("key").first()


@events.after("signature.signed")
def signed(event: Event) -> None:
    if plan := _asked_plan(event):
        freeze(plan, event.by_id)


@events.after("signature.sent_back")
def sent_back(event: Event) -> None:
    if plan := _asked_plan(event):
        PLAN_STEPS.step(plan, "send_back")
        plan.save(update_fields=["state"])
