"""What a supervisor's answer does to the round that was put before them; it runs in the answer's own transaction."""

from uuid import UUID

from rangkul.base import events
from rangkul.base.models import Event
from rangkul.journey.assessment.actions.rounds import freeze
from rangkul.journey.assessment.models import Assessment
from rangkul.journey.assessment.states import ROUND_STEPS, RoundState
from rangkul.journey.cases.models import Signature
from rangkul.journey.cases.states import SignatureSubject


def _asked_round(event: Event) -> Assessment | None:
    """The waiting round that this signature was about."""
    if event.payload.get("subject_kind") != SignatureSubject.ASSESSMENT:
        return None
    signature = Signature.objects.get(pk=UUID(event.payload["id"]))
    return Assessment.objects.filter(pk=signature.subject_id, state=RoundState.ASKED).first()


@events.after("signature.signed")
def signed(event: Event) -> None:
    if round_ := _asked_round(event):
        freeze(round_, event.by_id)


@events.after("signature.sent_back")
def sent_back(event: Event) -> None:
    if round_ := _asked_round(event):
        ROUND_STEPS.step(round_, "send_back")
        round_.save(update_fields=["state"])
