"""What a referral became: its outcome at the `Task`, and each step as a `Provenance` of it, because a task of R4 keeps
no history of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rangkul.support.referral.models import Referral, Step
from rangkul.support.referral.states import REFERRAL, Hand, Outcome, Verb

Resource = dict[str, Any]
_OUTCOME = "urn:rangkul:outcome"
_STATUS = "http://hl7.org/fhir/task-status"
_TOLD = (Verb.COMPLETE, Verb.ONWARD, Verb.LEARN)


def outputs(row: Referral, steps: Sequence[Step]) -> list[Resource]:
    """As the receiver said it, as code and in words; what was learned later after it."""
    found = [_coded(code, "Hasil") for code in (row.outcome, row.later_outcome) if code]
    if row.onward_to:
        found.append({"type": {"text": "Dirujuk lagi ke"}, "valueString": row.onward_to})
    words = (one.words for one in steps if one.verb in _TOLD and one.words)
    return found + [{"type": {"text": "Keterangan"}, "valueString": said} for said in words]


def _coded(code: str, name: str) -> Resource:
    label = str(Outcome(code).label)
    concept = {"coding": [{"system": _OUTCOME, "code": code, "display": label}], "text": label}
    return {"type": {"text": name}, "valueCodeableConcept": concept}


def history(
    steps: Sequence[Step], status: Callable[[str], str], name: Callable[[str], str], to: Callable[[str], Resource]
) -> Iterator[Resource]:
    """`status` says a state in codes of FHIR; `name` and `to` make the id of a part and what refers to it."""
    for at, one in enumerate(step for step in steps if step.verb in REFERRAL.steps):
        yield {
            "resourceType": "Provenance",
            "id": name(f"step {at}"),
            "target": [to("task")],
            "recorded": one.at.isoformat(),
            "activity": {"coding": [{"system": _STATUS, "code": status(one.state)}], "text": one.get_verb_display()},
            "agent": [{"who": to(_WHO.get(one.hand, "sender"))}],
        }


_WHO = {Hand.RECEIVER: "receiver", Hand.CLIENT: "patient"}
