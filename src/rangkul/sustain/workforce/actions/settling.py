"""What is mended between the two stops climbing in the same transaction."""

from rangkul.base import events
from rangkul.base.asking import acting, job
from rangkul.base.models import Event
from rangkul.journey.cases import actions as cases
from rangkul.sustain.workforce.models import Contract, Session

_MENDING = (
    "supervision.follow_up_finished",
    "supervision.follow_up_dropped",
    "supervision.session_recorded",
    "supervision.session_moved",
    "supervision.session_cancelled",
    "supervision.session_planned",
    "supervision.signed",
    "supervision.contract_ended",
    "supervision.contract_signed",
)


@events.after(*_MENDING)
def settle(event: Event) -> None:
    model = Session if event.subject_kind == "supervision" else Contract
    with acting(job("cases.clock")):
        both = model.objects.only("supervisor_id", "worker_id").get(pk=event.subject_id)
    cases.settle_between(both.both)
