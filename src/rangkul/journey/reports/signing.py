"""What a supervisor's answer does to the document that was put before them; it runs in the answer's own transaction."""

from uuid import UUID

from django.urls import reverse

from rangkul.base import events
from rangkul.base.models import Event
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Signature
from rangkul.journey.cases.states import SignatureSubject
from rangkul.journey.reports.actions.rows import lock
from rangkul.journey.reports.actions.signing import freeze
from rangkul.journey.reports.models import Paper
from rangkul.journey.reports.queries import passages_of
from rangkul.journey.reports.states import PAPER_STEPS, PaperState


def _asked(event: Event) -> Paper | None:
    """The waiting document that this signature was about."""
    if event.payload.get("subject_kind") != SignatureSubject.DOCUMENT:
        return None
    signature = Signature.objects.get(pk=UUID(event.payload["id"]))
    paper = Paper.objects.filter(pk=signature.subject_id, state=PaperState.ASKED).first()
    return lock(paper) if paper else None


@events.after("signature.signed")
def signed(event: Event) -> None:
    if paper := _asked(event):
        freeze(paper, passages_of(paper), Staff.objects.get(pk=event.by_id))


@events.after("signature.sent_back")
def sent_back(event: Event) -> None:
    if paper := _asked(event):
        PAPER_STEPS.step(paper, "send_back")
        paper.save(update_fields=["state"])


def where_to_read(signature: Signature) -> str:
    """The page of the document that a supervisor is asked to sign."""
    return reverse("reports:paper", args=[signature.case_id, signature.subject_id]) if signature.subject_id else ""
