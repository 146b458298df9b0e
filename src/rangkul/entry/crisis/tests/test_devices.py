"""A bell or a gauge calls for help: narrow, agreed to, revocable; somebody answers for it, and it decides nothing."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.models import Event
from rangkul.commons.people.models import Staff
from rangkul.commons.trust.actions import withdraw_consent
from rangkul.entry.crisis import actions
from rangkul.entry.crisis.models import Alert, AlertInput
from rangkul.entry.crisis.queries import alerts
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in

pytestmark = pytest.mark.django_db
JOB = job("crisis.alerts")
BOARD, DEVICES, API = "/kerja/krisis/", "/kerja/krisis/alat/", "/api/alerts"
BELL = {"kind": "bell", "name": "Bel kamar 3", "place": "Panti, lantai dua", "purpose": "Penghuni memanggil petugas"}


@pytest.fixture
def device(cast, asking):
    """A registered device and its secret."""

    def make(**changed):
        secret = alerts.made_up_secret()
        given = {**BELL, "unit": cast.ayu.unit, "minutes": 15, "secret": secret, **changed}
        with asking(cast.adi) as by:
            row = actions.register_device(by=by, **given)
        row.said = secret
        return row

    return make


def call(client, secret, body=None, **headers):
    said = {"HTTP_AUTHORIZATION": f"Bearer {secret}"} if secret else {}
    body = json.dumps({} if body is None else body)
    return client.post(API, body, content_type="application/json", **said, **headers)


def rung():
    with asking_as(JOB):
        return list(Alert.objects.select_related("owner").order_by("made_at"))


def test_the_admin_registers_one_and_reads_its_secret_once(cast, signed_in, asking):
    browser = signed_in(cast.adi)
    assert "Belum ada alat pemanggil" in browser.get(DEVICES).text
    answer = browser.post(DEVICES, {**BELL, "unit": str(cast.ayu.unit_id), "minutes": "15"})
    assert answer.status_code == 200
    secret = answer.text.partition("<code>ra_")[2].partition("<")[0]
    assert len(secret) > 20
    with asking(cast.adi):
        row = AlertInput.objects.get()
        assert bytes(row.digest) == alerts.digest_of(f"ra_{secret}")
        assert Event.objects.filter(name="alert_input.registered").count() == 1
    for page in (DEVICES, reverse("danger:device", args=[row.pk])):
        assert secret not in browser.get(page).text


@pytest.mark.parametrize("who", ["ayu", "sari"])
def test_nobody_but_the_admin_registers_renews_or_revokes(cast, signed_in, device, asking, who):
    row, browser = device(), signed_in(getattr(cast, who))
    assert browser.post(DEVICES, {**BELL, "unit": str(cast.ayu.unit_id), "minutes": "15"}).status_code == 403
    for verb in ("renew_device", "revoke_device"):
        at = reverse(f"danger:{verb}", args=[row.pk])
        assert browser.get(at).status_code == 405
        assert browser.post(at).status_code == 403
    with asking(getattr(cast, who)) as by, pytest.raises(PermissionDenied):
        actions.revoke_device(by=by, device=row)


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"kind": "camera"}, {"minutes": "0"}, {"minutes": "600"}, {"unit": "x"}]
)
def test_what_is_missing_or_too_wide_is_refused_and_kept_on_the_page(cast, signed_in, asking, wrong):
    answer = signed_in(cast.adi).post(DEVICES, {**BELL, "unit": str(cast.ayu.unit_id), "minutes": "15", **wrong})
    assert answer.status_code == 422
    with asking(cast.adi):
        assert not AlertInput.objects.exists()


def test_a_call_is_an_alert_of_whoever_is_on_duty_with_a_clock(client, device, cast):
    row = device()
    answer = call(client, row.said)
    assert answer.status_code == 202
    (alert,) = rung()
    assert (answer.json(), alert.owner_id) == ({"alert": str(alert.pk), "test": False}, cast.ayu.pk)
    assert alert.due_at - alert.made_at == timedelta(minutes=15)
    with asking_as(JOB):
        assert Event.objects.filter(name="alert.raised").count() == 1
        assert not Request.objects.exists(), "nothing is decided and nothing is made of it"


def test_what_rings_on_is_the_same_alert(client, device):
    row = device()
    first, second = (call(client, row.said).json()["alert"] for _again in range(2))
    assert first == second
    assert len(rung()) == 1
    with asking_as(JOB):
        assert Event.objects.filter(name="alert.raised").count() == 1


def test_a_test_says_that_the_line_works_and_calls_nobody(client, device, cast, signed_in):
    row = device()
    assert call(client, row.said, {"test": True}).json() == {"alert": None, "test": True}
    assert not rung()
    assert "Terakhir dicoba" in signed_in(cast.adi).get(reverse("danger:device", args=[row.pk])).text


@pytest.mark.parametrize(
    "body", [{"value": 38.2}, {"test": False, "readings": [1, 2]}, {"test": "ya sekali"}, [], "x", {"name": "Wati"}]
)
def test_no_reading_is_taken(client, device, body):
    row = device()
    assert call(client, row.said, body).status_code in (400, 422)
    assert not rung()


@pytest.mark.parametrize("secret", ["", "ra_tebak", "rk_tebak", "x" * 500, "ra_" + "a" * 32])
def test_a_secret_that_opens_nothing_is_401(client, device, secret):
    device()
    assert call(client, secret).status_code == 401
    assert not rung()


def test_guesses_from_one_address_end(client, device):
    device()
    seen = {call(client, f"ra_{n}", REMOTE_ADDR="203.0.113.9").status_code for n in range(62)}
    assert seen == {401, 429}


def test_a_device_that_calls_without_end_is_stopped_and_its_alert_stands(client, device):
    row = device()
    seen = [call(client, row.said).status_code for _n in range(62)]
    assert (seen[0], seen[59], seen[60]) == (202, 202, 429)
    assert len(rung()) == 1


def test_a_revoked_device_and_an_old_secret_ring_nowhere(client, device, cast, signed_in, asking):
    row, browser = device(), signed_in(cast.adi)
    fresh = browser.post(reverse("danger:renew_device", args=[row.pk])).text.partition("<code>")[2].partition("<")[0]
    assert call(client, row.said).status_code == 401
    assert call(client, fresh).status_code == 202
    for _again in range(2):
        assert browser.post(reverse("danger:revoke_device", args=[row.pk])).status_code == 302
    assert call(client, fresh).status_code == 401
    with asking(cast.adi):
        assert Event.objects.filter(name="alert_input.revoked").count() == 1


def test_near_a_client_it_takes_no_call_before_they_agreed_nor_after_they_took_it_back(
    client, device, cast, signed_in, asking
):
    row, request = device(about_client=True), handed_in()
    assert call(client, row.said).status_code == 401
    at = reverse("danger:agree_device", args=[row.pk])
    browser = signed_in(cast.ayu)
    assert browser.post(at, {"ticket": "AAAA-AAAA", "witness": "Bu Tini"}).status_code == 422
    assert browser.post(at, {"ticket": request.ticket_words, "witness": "Bu Tini"}).status_code == 302
    assert call(client, row.said).status_code == 202
    with asking(cast.ayu) as by:
        consent = AlertInput.objects.select_related("consent").get(pk=row.pk).consent
        assert (consent.purpose, consent.subject_id, consent.witness) == ("alert", request.pk, "Bu Tini")
        actions.settle_alert(by=by, alert=Alert.objects.get(), outcome="false")
        withdraw_consent(by=by, consent=consent)
    assert call(client, row.said).status_code == 401
    assert "persetujuan ditarik" in browser.get(reverse("danger:device", args=[row.pk])).text


def test_the_admin_asks_no_client_and_the_database_wants_a_client_for_a_consent(device, cast, asking):
    row, request = device(about_client=True), handed_in()
    with asking(cast.adi) as by, pytest.raises(PermissionDenied):
        actions.agree_to_device(by=by, device=row, request=request, witness="x")
    plain = device()
    with asking(cast.ayu) as by:
        with pytest.raises(Refused, match="tidak berada di dekat"):
            actions.agree_to_device(by=by, device=plain, request=request, witness="x")
        agreed = actions.agree_to_device(by=by, device=row, request=request, witness="x")
        with pytest.raises(IntegrityError, match="consent_where_needed"), transaction.atomic():
            AlertInput.objects.filter(pk=plain.pk).update(consent=agreed.consent)


def test_it_stands_on_the_board_until_somebody_looked(client, device, cast, signed_in):
    row = device()
    call(client, row.said)
    (alert,) = rung()
    browser = signed_in(cast.ayu)
    text = browser.get(BOARD).text
    assert "Bel kamar 3, Panti, lantai dua" in text
    assert 'data-rangkul-waiting="1"' in text
    page, take, settle = (
        reverse(f"danger:{name}", args=[alert.pk]) for name in ("alert", "take_alert", "settle_alert")
    )
    assert "Alat hanya memanggil" in browser.get(page).text
    assert browser.get(take).status_code == 405
    for _again in range(2):
        assert browser.post(take).status_code == 302
    assert 'data-rangkul-waiting="0"' in browser.get(BOARD).text
    assert browser.post(settle, {"outcome": ""}).status_code == 422
    for _again in range(2):
        assert browser.post(settle, {"outcome": "helped"}).status_code == 302
    assert "Bel kamar 3" not in browser.get(BOARD).text
    with asking_as(JOB):
        assert [Event.objects.filter(name=f"alert.{verb}").count() for verb in ("taken", "settled")] == [1, 1]
    # The next call is another alert.
    call(client, row.said)
    assert len(rung()) == 2


def test_a_junior_does_not_go_alone_and_another_agency_sees_nothing(client, device, cast, signed_in):
    row = device()
    call(client, row.said)
    (alert,) = rung()
    assert signed_in(cast.dimas).post(reverse("danger:take_alert", args=[alert.pk])).status_code == 403
    assert signed_in(cast.budi).get(reverse("danger:alert", args=[alert.pk])).status_code == 404
    assert signed_in(cast.budi).get(reverse("danger:device", args=[row.pk])).status_code == 404
    assert "Bel kamar 3" not in signed_in(cast.budi).get(DEVICES).text


def test_with_nobody_on_duty_the_supervisor_answers(client, device, cast, asking):
    with asking(cast.adi):
        Staff.objects.filter(pk__in=[cast.ayu.pk, cast.sari.pk]).update(on_duty=False)
    row = device()
    call(client, row.said)
    assert rung()[0].owner_id == cast.sari.pk


def test_the_board_costs_one_question_for_it(client, device, cast, asking, django_assert_num_queries):
    for n in range(3):
        call(client, device(name=f"Bel {n}").said)
    with asking(cast.ayu) as by, django_assert_num_queries(1):
        assert len(alerts.on_board(by)) == 3


def test_the_description_names_the_door(client):
    said = client.get("/api/openapi.json").json()["paths"]["/api/alerts"]["post"]
    assert said["summary"] == "A device calls for help"
    assert said["security"]
