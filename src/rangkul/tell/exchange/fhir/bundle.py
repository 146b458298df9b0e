"""A referral as a FHIR R4 bundle in the shape of the SDOH Clinical Care guide: what was sent, and nothing that was not.

`ServiceRequest` asks for the help, `Task` says how far it came, `Consent` by what right, `Condition` what is missing,
`Goal` that it shall no longer be; each step is a `Provenance` of the task, each document a `DocumentReference`. The
patient is known by this one referral: two referrals of one person cannot be put together by whoever receives them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid5

from django.utils.translation import override

from rangkul.support.referral.models import Enclosure, Item, Referral, Step
from rangkul.support.referral.queries import label_of
from rangkul.support.referral.states import Ground, State
from rangkul.tell.exchange.fhir import enclosing, lasting

Resource = dict[str, Any]

_SDOH = "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes"
_CONDITION = "http://terminology.hl7.org/CodeSystem/condition-clinical"
_SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope"
_LOINC = "http://loinc.org"
_KIND = "urn:rangkul:help"
_REQUEST = {State.DRAFT: "draft", State.COMPLETED: "completed"} | dict.fromkeys(
    (State.SENT, State.SEEN, State.ACCEPTED, State.IN_PROGRESS), "active"
)
_TASK = {
    State.DRAFT: "draft", State.SENT: "requested", State.SEEN: "received", State.ACCEPTED: "accepted",
    State.IN_PROGRESS: "in-progress", State.COMPLETED: "completed", State.DECLINED: "rejected",
    State.CANCELLED: "cancelled", State.EXPIRED: "failed", State.FAILED: "failed",
}  # fmt: skip
_GENDER = {"Perempuan": "female", "Laki-laki": "male"}
# Shown at the patient; every piece also stands in the request, in the words in which it was sent.
_NAMED, _PLACED, _SEX = ("full", "called"), "area", "sex"


@dataclass(frozen=True)
class Sent:
    """A referral as it travels: the row with its key and need, its pieces, and who sends."""

    referral: Referral
    items: list[Item]
    sender: str
    steps: Sequence[Step] = ()
    enclosures: Sequence[Enclosure] = ()

    def value(self, *names: str) -> str:
        return next((item.value for name in names for item in self.items if item.name == name), "")


def bundle_of(sent: Sent, at: datetime) -> Resource:
    """A `Bundle` of type collection; raises ValueError for a referral that was never sent."""
    if sent.referral.sent_at is None:
        raise ValueError("only what was sent travels")
    # What leaves is Indonesian, whichever language the worker reads.
    with override("id"):
        resources = _resources(sent)
    return {
        "resourceType": "Bundle",
        "id": str(sent.referral.pk),
        "type": "collection",
        "timestamp": at.isoformat(),
        "entry": [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in resources],
    }


def _resources(sent: Sent) -> list[Resource]:
    resources = [
        _patient(sent),
        _sender(sent),
        _receiver(sent),
        _condition(sent),
        _goal(sent),
        _request(sent),
        _task(sent),
    ]
    if sent.referral.ground == Ground.CONSENT:
        resources.append(_consent(sent))
    resources += lasting.history(
        sent.steps, lambda state: _TASK[State(state)], lambda part: _id(sent, part), lambda part: _to(sent, part)
    )
    resources += enclosing.resources(_agreed(sent), lambda part: _id(sent, part), lambda part: _to(sent, part))
    return resources


def _agreed(sent: Sent) -> list[Enclosure]:
    return enclosing.agreed(sent.referral, sent.enclosures)


def _id(sent: Sent, part: str) -> str:
    """The same part of the same referral is the same resource, whenever it travels."""
    return str(uuid5(sent.referral.pk, part))


def _to(sent: Sent, part: str) -> Resource:
    """By what it is called in this bundle: nothing outside is needed to follow it."""
    return {"reference": f"urn:uuid:{_id(sent, part)}"}


def _patient(sent: Sent) -> Resource:
    person: Resource = {"resourceType": "Patient", "id": _id(sent, "patient")}
    if name := sent.value(*_NAMED):
        person["name"] = [{"use": "usual", "text": name}]
    if gender := _GENDER.get(sent.value(_SEX)):
        person["gender"] = gender
    if area := sent.value(_PLACED):
        person["address"] = [{"text": area}]
    return person


def _sender(sent: Sent) -> Resource:
    return {"resourceType": "Organization", "id": _id(sent, "sender"), "name": sent.sender}


def _receiver(sent: Sent) -> Resource:
    return {"resourceType": "Organization", "id": _id(sent, "receiver"), "name": sent.referral.receiver}


def _help(sent: Sent) -> Resource:
    need = sent.referral.need
    return {
        "coding": [{"system": _KIND, "code": need.kind, "display": str(need.get_kind_display())}],
        "text": str(need.get_kind_display()),
    }


def _category() -> Iterable[Resource]:
    return [
        {"coding": [{"system": _SDOH, "code": "sdoh-category-unspecified", "display": "SDOH Category Unspecified"}]}
    ]


def _condition(sent: Sent) -> Resource:
    return {
        "resourceType": "Condition",
        "id": _id(sent, "condition"),
        "clinicalStatus": {"coding": [{"system": _CONDITION, "code": "active"}]},
        "category": _category(),
        "code": _help(sent),
        "subject": _to(sent, "patient"),
    }


def _goal(sent: Sent) -> Resource:
    done = sent.referral.state == State.COMPLETED
    return {
        "resourceType": "Goal",
        "id": _id(sent, "goal"),
        "lifecycleStatus": "completed" if done else "active",
        "category": _category(),
        "description": _help(sent),
        "subject": _to(sent, "patient"),
        "addresses": [_to(sent, "condition")],
    }


def _request(sent: Sent) -> Resource:
    row = sent.referral
    request: Resource = {
        "resourceType": "ServiceRequest",
        "id": _id(sent, "request"),
        "status": _REQUEST.get(row.state, "revoked"),
        "intent": "order",
        "category": _category(),
        "code": _help(sent),
        "subject": _to(sent, "patient"),
        "occurrencePeriod": {"start": row.sent_at.isoformat(), "end": row.valid_to.isoformat()},
        "authoredOn": row.sent_at.isoformat(),
        "requester": _to(sent, "sender"),
        "performer": [_to(sent, "receiver")],
        "reasonReference": [_to(sent, "condition")],
        "note": [{"text": row.asked}, *({"text": f"{label_of(one.name)}: {one.value}"} for one in sent.items)],
    }
    info = [_to(sent, "consent")] if row.ground == Ground.CONSENT else []
    info += [_to(sent, f"file {one.pk}") for one in _agreed(sent)]
    if info:
        request["supportingInfo"] = info
    return request


def _task(sent: Sent) -> Resource:
    row = sent.referral
    task: Resource = {
        "resourceType": "Task",
        "id": _id(sent, "task"),
        "status": _TASK[State(row.state)],
        "intent": "order",
        "priority": "routine",
        "code": {"coding": [{"system": "http://hl7.org/fhir/CodeSystem/task-code", "code": "fulfill"}]},
        "focus": _to(sent, "request"),
        "for": _to(sent, "patient"),
        "authoredOn": row.sent_at.isoformat(),
        "requester": _to(sent, "sender"),
        "owner": _to(sent, "receiver"),
        "restriction": {"period": {"end": row.due_at.isoformat()}},
    }
    if why := row.get_refusal_display() or row.get_outcome_display():
        task["statusReason" if row.refusal else "businessStatus"] = {"text": str(why)}
    if found := lasting.outputs(row, sent.steps):
        task["output"] = found
    return task


def _consent(sent: Sent) -> Resource:
    """Taken back, it is inactive and says so; what was withdrawn does not travel at all (see `pages`)."""
    row = sent.referral
    return {
        "resourceType": "Consent",
        "id": _id(sent, "consent"),
        "status": "inactive" if row.consent.withdrawn_at else "active",
        "scope": {"coding": [{"system": _SCOPE, "code": "patient-privacy"}]},
        "category": [{"coding": [{"system": _LOINC, "code": "59284-0", "display": "Consent Document"}]}],
        "patient": _to(sent, "patient"),
        "dateTime": row.consent.asked_at.isoformat(),
        "organization": [_to(sent, "sender")],
        "policyRule": {"text": "UU 27/2022 Pasal 20 ayat (2) huruf a"},
        "provision": {
            "type": "permit",
            "period": {"start": row.sent_at.isoformat(), "end": row.valid_to.isoformat()},
            "actor": [
                {
                    "role": {
                        "coding": [
                            {"system": "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "code": "IRCP"}
                        ]
                    },
                    "reference": _to(sent, "receiver"),
                }
            ],
        },
    }
