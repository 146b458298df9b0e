"""The bundle says what was sent and nothing else, its parts find each other, and it keeps the shape of FHIR R4."""

import base64
import json
from datetime import datetime

import pytest
from django.urls import reverse
from django.utils.translation import override
from fhir.resources.R4B.bundle import Bundle

from rangkul.base import clock
from rangkul.base.models import Event
from rangkul.commons.people.models import Person
from rangkul.commons.trust.actions import withdraw_consent
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in
from rangkul.support.referral import actions, queries
from rangkul.support.referral.actions import Leave, Told
from rangkul.support.referral.models import Referral
from rangkul.support.referral.tests.conftest import (  # noqa: F401  the same situation
    ASKED,
    RECEIVER,
    SPOKEN,
    case,
    draft,
    fresh,
    need,
    sent,
)
from rangkul.support.referral.tests.test_enclosures import attached
from rangkul.tell.exchange.fhir import enclosing
from rangkul.tell.exchange.fhir.bundle import Sent, bundle_of

# What R4 (4.0.1) demands of each resource, and the codes that it binds firmly.
DEMANDED = {
    "Patient": set(),
    "Organization": {"name"},
    "Condition": {"subject"},
    "Goal": {"lifecycleStatus", "description", "subject"},
    "ServiceRequest": {"status", "intent", "subject"},
    "Task": {"status", "intent"},
    "Consent": {"status", "scope", "category"},
    "Provenance": {"target", "recorded", "agent"},
}
CODES = {
    ("ServiceRequest", "status"): {"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"},
    ("ServiceRequest", "intent"): {"proposal", "plan", "directive", "order"},
    ("Task", "status"): {"draft", "requested", "received", "accepted", "rejected", "ready", "cancelled", "in-progress",
                         "on-hold", "failed", "completed", "entered-in-error"},
    ("Goal", "lifecycleStatus"): {"proposed", "planned", "accepted", "active", "on-hold", "completed", "cancelled",
                                  "entered-in-error", "rejected"},
    ("Consent", "status"): {"draft", "proposed", "active", "rejected", "inactive", "entered-in-error"},
    ("DocumentReference", "status"): {"current", "superseded", "entered-in-error"},
    ("Patient", "gender"): {"male", "female", "other", "unknown"},
}  # fmt: skip


def made(cast, asking, referral) -> dict:
    with asking(cast.ayu):
        rows = Referral.objects.select_related("key", "need", "consent", "case__agency")
        row = rows.get(pk=referral.pk)
        found = Sent(row, queries.items(row), row.case.agency.name, queries.steps(row), queries.enclosures(row))
        return json.loads(json.dumps(bundle_of(found, clock.now())))


def of_kind(bundle: dict, kind: str) -> dict:
    return next(one["resource"] for one in bundle["entry"] if one["resource"]["resourceType"] == kind)


def references(part) -> set[str]:
    if isinstance(part, list):
        return {found for one in part for found in references(one)}
    if isinstance(part, dict):
        own = {part["reference"]} if isinstance(part.get("reference"), str) else set()
        return own | {found for one in part.values() for found in references(one)}
    return set()


def empty(part) -> bool:
    """FHIR has no empty values."""
    if isinstance(part, dict):
        return not part or any(empty(one) for one in part.values())
    return part in ("", None, []) or (isinstance(part, list) and any(empty(one) for one in part))


def test_it_keeps_the_shape(cast, sent, asking):  # noqa: F811
    bundle = made(cast, asking, sent)
    assert (bundle["resourceType"], bundle["type"]) == ("Bundle", "collection")
    assert {one["resource"]["resourceType"] for one in bundle["entry"]} == set(DEMANDED)
    for one in bundle["entry"]:
        resource = one["resource"]
        kind = resource["resourceType"]
        assert DEMANDED[kind] <= set(resource), kind
        assert not empty(resource), kind
        assert one["fullUrl"] == f"urn:uuid:{resource['id']}"
        for (whose, name), codes in CODES.items():
            if whose == kind and name in resource:
                assert resource[name] in codes
    for moment in ("authoredOn",):
        assert datetime.fromisoformat(of_kind(bundle, "Task")[moment]).tzinfo is not None


@pytest.mark.parametrize("outcome", ["", "helped", "declined"])
def test_the_common_library_accepts_it(cast, sent, asking, outcome):  # noqa: F811
    """Each resource is read with its types, codes and required parts, and nothing is left over."""
    with asking(cast.ayu) as by:
        told = Told(words="Ya", by="Bu Contoh")
        if outcome == "helped":
            actions.accept(by=by, referral=sent, told=told)
            actions.complete(by=by, referral=sent, outcome=outcome, told=told)
        elif outcome:
            actions.decline(by=by, referral=sent, why="full", told=told)
    bundle = made(cast, asking, sent)
    read = Bundle.model_validate(bundle)
    kinds = [one.resource.get_resource_type() for one in read.entry]
    assert sorted(kinds) == sorted(one["resource"]["resourceType"] for one in bundle["entry"])


def test_it_is_the_same_whichever_language_the_worker_reads(cast, draft, asking):  # noqa: F811
    pieces = {"sex": "Layanannya dipisah", "kind": "Supaya mereka tahu", "contact": "Supaya aman"}
    with override("en"):
        with asking(cast.ayu) as by:
            Person.objects.filter(pk=draft.case.person_id).update(sex="P")
            actions.choose_data(by=by, referral=fresh(draft), asked=ASKED, chosen=pieces)
            row = actions.send(by=by, referral=fresh(draft), leave=SPOKEN)
        bundle = made(cast, asking, row)
    assert of_kind(bundle, "Patient")["gender"] == "female"
    notes = {one["text"] for one in of_kind(bundle, "ServiceRequest")["note"]}
    assert notes >= {"Jenis kelamin: Perempuan", "Bantuan yang dibutuhkan: Tempat aman atau tempat tinggal"}
    assert any("Hubungi kami saja" in one for one in notes)
    assert json.dumps(made(cast, asking, row)["entry"]) == json.dumps(bundle["entry"])


def test_every_reference_leads_somewhere(cast, sent, asking):  # noqa: F811
    bundle = made(cast, asking, sent)
    assert references(bundle) <= {one["fullUrl"] for one in bundle["entry"]}
    assert references(of_kind(bundle, "Task"))


def test_it_says_what_was_sent_and_nothing_else(cast, sent, asking):  # noqa: F811
    said = json.dumps(made(cast, asking, sent), ensure_ascii=False)
    assert ASKED in said
    assert "Wati" in said
    for kept in ("Wati Contoh", "Saya takut pulang", "Suami", str(sent.case_id), sent.code, str(sent.door)):
        assert kept not in said


@pytest.mark.parametrize("outcome", ["helped", "returned"])
def test_the_task_follows_the_referral(cast, sent, asking, outcome):  # noqa: F811
    with asking(cast.ayu) as by:
        actions.accept(by=by, referral=sent, told=Told(words="Ya", by="Bu Contoh"))
    assert of_kind(made(cast, asking, sent), "Task")["status"] == "accepted"
    with asking(cast.ayu) as by:
        actions.complete(by=by, referral=sent, outcome=outcome, told=Told(words="Selesai", by="Bu Contoh"))
    assert of_kind(made(cast, asking, sent), "Task")["status"] == "completed"


def test_a_draft_does_not_travel(cast, draft, asking):  # noqa: F811
    with pytest.raises(ValueError, match="sent"):
        made(cast, asking, draft)


def address(referral) -> str:
    return reverse("exchange:fhir", args=[referral.case_id, referral.pk])


def test_taking_it_out_is_an_event(signed_in, cast, sent, asking):  # noqa: F811
    answer = signed_in(cast.ayu).get(address(sent))
    assert answer.headers["Content-Type"].startswith("application/fhir+json")
    assert answer.json()["resourceType"] == "Bundle"
    with asking(cast.ayu):
        assert Event.objects.get(name="referral.exported").subject_id == sent.case_id


def test_from_a_request_it_goes_the_same_way(signed_in, cast, asking):
    request = handed_in(HUNGRY)
    with asking(cast.ayu) as by:
        found = intake.refer(
            by=by,
            request=Request.objects.get(pk=request.pk),
            partner="Bank Pangan",
            text="Kami tanyakan.",
            no_conflict=True,
        )
        whole = Request.objects.select_related("key", "person").get(pk=found.pk)
        need_ = actions.note_need(by=by, request=whole, kind="food")
        row = actions.prepare(by=by, need=need_, receiver=RECEIVER)
        actions.choose_data(by=by, referral=row, asked=ASKED, chosen={"kind": "Perlu"})
        row = actions.send(by=by, referral=Referral.objects.get(pk=row.pk), leave=SPOKEN)
    here = reverse("exchange:fhir", args=[request.pk, row.pk])
    ayu = signed_in(cast.ayu)
    assert here in ayu.get(reverse("referrals:referral", args=[request.pk, row.pk])).text
    bundle = ayu.get(here).json()
    Bundle.model_validate(bundle)
    assert ASKED in json.dumps(bundle, ensure_ascii=False)
    assert whole.narrative not in json.dumps(bundle, ensure_ascii=False)
    with asking(cast.ayu):
        event = Event.objects.get(name="referral.exported")
        assert (event.subject_kind, event.subject_id) == ("request", request.pk)
    assert signed_in(cast.budi).get(here).status_code == 404


@pytest.mark.parametrize("who", ["budi", "candra", "dimas", "adi"])
def test_nobody_else_takes_it_out(signed_in, cast, sent, who):  # noqa: F811
    assert signed_in(getattr(cast, who)).get(address(sent)).status_code == 404


def test_what_was_withdrawn_leaves_the_house_no_more(signed_in, cast, sent, asking):  # noqa: F811
    with asking(cast.ayu) as by:
        actions.cancel(by=by, referral=sent, because="Klien ragu")
    assert signed_in(cast.ayu).get(address(sent)).status_code == 404


def all_of(bundle: dict, kind: str) -> list[dict]:
    return [one["resource"] for one in bundle["entry"] if one["resource"]["resourceType"] == kind]


@pytest.mark.parametrize("outcome", ["helped", "declined", "onward"])
def test_after_its_end_it_holds_the_outcome_and_how_it_came(signed_in, cast, sent, asking, outcome):  # noqa: F811
    told = Told(words="Sudah tinggal di sini.", by="Bu Contoh")
    with asking(cast.ayu) as by:
        if outcome == "helped":
            actions.accept(by=by, referral=sent, told=told)
            actions.complete(by=by, referral=sent, outcome="helped", told=told)
        elif outcome == "declined":
            actions.decline(by=by, referral=sent, why="full", told=told)
        else:
            actions.pass_on(by=by, referral=sent, onward_to="Rumah Aman Cimahi", told=told)
            actions.learn(by=by, referral=sent, outcome="partly", told=told)
    ayu, page = signed_in(cast.ayu), reverse("referrals:referral", args=[sent.case_id, sent.pk])
    assert address(sent) in ayu.get(page).text
    bundle = ayu.get(address(sent)).json()
    Bundle.model_validate(bundle)
    task = of_kind(bundle, "Task")
    said = json.dumps(task.get("output", []), ensure_ascii=False)
    steps = [one["activity"]["coding"][0]["code"] for one in all_of(bundle, "Provenance")]
    assert {one["target"][0]["reference"] for one in all_of(bundle, "Provenance")} == {f"urn:uuid:{task['id']}"}
    expected = {
        "helped": ("helped", ["requested", "accepted", "completed"]),
        "declined": ("", ["requested", "rejected"]),
        "onward": ("partly", ["requested", "completed"]),
    }
    code, way = expected[outcome]
    assert steps == way
    assert code in said
    assert ("Sudah tinggal di sini." in said) is (outcome != "declined")
    assert ("Rumah Aman Cimahi" in said) is (outcome == "onward")


@pytest.fixture
def enclosed(cast, draft, case, asking):  # noqa: F811
    with asking(cast.ayu) as by:
        one, other = attached(by, case), attached(by, case, "Surat lain")
        why = {one.pk: "Supaya dokter tahu lukanya"}
        actions.choose_data(by=by, referral=draft, asked=ASKED, chosen={"kind": "Perlu"}, enclosed=why)
        assert other.pk not in why
        return fresh(draft)


def test_what_the_client_agreed_to_goes_with_its_bytes(cast, enclosed, asking):
    with asking(cast.ayu) as by:
        actions.send(by=by, referral=enclosed, leave=SPOKEN)
    bundle = made(cast, asking, enclosed)
    Bundle.model_validate(bundle)
    (told,), (binary,) = all_of(bundle, "DocumentReference"), all_of(bundle, "Binary")
    assert base64.b64decode(binary["data"]) == b"Visum contoh"
    attachment = told["content"][0]["attachment"]
    assert (attachment["title"], attachment["url"]) == ("Visum contoh.txt", f"urn:uuid:{binary['id']}")
    assert references(bundle) <= {one["fullUrl"] for one in bundle["entry"]}
    assert f"urn:uuid:{told['id']}" in references(of_kind(bundle, "ServiceRequest"))
    assert "Surat lain" not in json.dumps(bundle)


def test_what_is_too_large_is_named_and_stays(cast, enclosed, asking, monkeypatch):
    monkeypatch.setattr(enclosing, "MOST_BYTES", 5)
    with asking(cast.ayu) as by:
        actions.send(by=by, referral=enclosed, leave=SPOKEN)
    bundle = made(cast, asking, enclosed)
    Bundle.model_validate(bundle)
    assert all_of(bundle, "Binary") == []
    assert "url" not in all_of(bundle, "DocumentReference")[0]["content"][0]["attachment"]


def test_by_another_ground_no_document_leaves_this_way(cast, enclosed, asking):
    with asking(cast.ayu) as by:
        actions.send(by=by, referral=enclosed, leave=Leave(ground="vital", words="Nyawanya terancam"))
    bundle = made(cast, asking, enclosed)
    assert all_of(bundle, "DocumentReference") == all_of(bundle, "Binary") == []


def test_taken_back_after_its_end_it_leaves_the_house_no_more(signed_in, cast, sent, asking):  # noqa: F811
    with asking(cast.ayu) as by:
        actions.decline(by=by, referral=sent, why="full", told=Told(by="Bu Contoh"))
        withdraw_consent(by=by, consent=fresh(sent).consent)
    ayu = signed_in(cast.ayu)
    assert ayu.get(address(sent)).status_code == 404
    assert address(sent) not in ayu.get(reverse("referrals:referral", args=[sent.case_id, sent.pk])).text
