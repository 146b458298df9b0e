"""Another system is told by ids and codes, signed, and once; a slow, dead or wrong one holds nobody up."""

import base64
import hmac
import http.server
import json
import socket
import threading
import time
from contextlib import contextmanager
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from rangkul.base import clock, work
from rangkul.base.actions import Refused
from rangkul.base.asking import acting
from rangkul.base.models import Event
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in
from rangkul.support.referral.tests.conftest import case, draft, need, sent  # noqa: F401  the same situation
from rangkul.support.referral.tests.test_pages import once
from rangkul.tell.exchange.webhooks import actions, addresses, posting, signing, telling
from rangkul.tell.exchange.webhooks.addresses import Target
from rangkul.tell.exchange.webhooks.models import Telling, Webhook
from rangkul.tell.exchange.webhooks.posting import Answer
from rangkul.tell.exchange.webhooks.queries import HOUSE

ADDRESS = "https://sistem.dinas.example/rangkul"
KINDS = ["request.received", "request.decided", "referral.changed", "case.stage_changed"]


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch):
    """No name is asked for over the line; what a name leads to is another test's."""
    monkeypatch.setattr(addresses, "looked_up", lambda _host, _port: ["93.184.216.34"])
    monkeypatch.setattr(work, "later", lambda name, **given: None)


@contextmanager
def listening(answer):
    """A system on this machine: `answer(handler)` says what it does; yields what it heard."""
    heard = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append(SimpleNamespace(headers=dict(self.headers), body=body, path=self.path))
            answer(self)

        def log_message(self, *_args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield SimpleNamespace(heard=heard, port=server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()


def says(status):
    def answer(handler):
        handler.send_response(status)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


@pytest.fixture
def hook(cast, asking):
    with asking(cast.adi) as by:
        return actions.add(by=by, name="Dasbor dinas", address=ADDRESS, kinds=KINDS, keeper=str(cast.adi.pk))


@pytest.fixture
def to_here(monkeypatch):
    """The address leads to a system on this machine, as if it stood outside."""

    def at(port):
        where = Target("127.0.0.1", "127.0.0.1", port, "/rangkul", secure=False)
        monkeypatch.setattr(posting, "resolve", lambda _address: where)

    return at


def gathered() -> int:
    with acting(HOUSE):
        return telling.gather()


def tellings(**wanted):
    with acting(HOUSE):
        return list(Telling.objects.filter(**wanted).order_by("at"))


def declined(cast, asking):
    made = handed_in(HUNGRY)
    with asking(cast.ayu) as by:
        intake.decline(
            by=by,
            request=Request.objects.get(pk=made.pk),
            reason="outside_area",
            text="Maaf, Bu Wati.",
            note="Pindah.",
            no_conflict=True,
        )
    return made


def test_numbers_that_were_rolled_back_hold_nothing_up(cast, hook, asking):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(nextval(pg_get_serial_sequence('base_event', 'id'))) FROM generate_series(1, 9000)"
        )
    declined(cast, asking)
    gathered()
    assert len(tellings()) == 2


def test_what_happened_is_told_by_id_and_code(cast, hook, sent, asking, to_here):  # noqa: F811
    request = declined(cast, asking)
    gathered()
    with listening(says(200)) as there:
        to_here(there.port)
        telling.deliver(hook.pk)
        assert telling.deliver(hook.pk) == 0
    told = [json.loads(one.body) for one in there.heard]
    about = {(one["type"], one["data"]["event"], one["data"]["id"]) for one in told}
    assert {
        ("request.received", "request.submitted", str(request.pk)),
        ("request.decided", "request.declined", str(request.pk)),
        ("referral.changed", "referral.sent", str(sent.pk)),
        ("case.stage_changed", "case.opened", str(sent.case_id)),
    } <= about
    said = b" ".join(one.body for one in there.heard).decode()
    for never in ("Wati", "Maaf", "Ayu", "outside_area", "Rumah Aman", request.ticket):
        assert never not in said
    assert {one.state for one in tellings()} == {"delivered"}


def test_the_signature_is_what_common_libraries_check(cast, hook, asking, to_here):
    declined(cast, asking)
    gathered()
    with listening(says(204)) as there:
        to_here(there.port)
        telling.deliver(hook.pk)
    one = there.heard[0]
    key = base64.b64decode(signing.secret_of(hook).removeprefix("whsec_"))
    signed = f"{one.headers['webhook-id']}.{one.headers['webhook-timestamp']}.".encode() + one.body
    expected = base64.b64encode(hmac.digest(key, signed, "sha256")).decode()
    assert one.headers["webhook-signature"] == f"v1,{expected}"
    assert abs(int(one.headers["webhook-timestamp"]) - time.time()) < 60


def test_looked_at_twice_it_is_told_once(cast, hook, asking):
    declined(cast, asking)
    for _twice in range(3):
        gathered()
    assert len(tellings()) == 2
    one = tellings()[0]
    more = {"kind": one.kind, "what": one.what, "about": one.about, "at": one.at, "agency_id": hook.agency_id}
    with acting(HOUSE), pytest.raises(IntegrityError, match="exchange_told_once"), transaction.atomic():
        Telling.objects.create(webhook=hook, event=one.event, **more)


def test_what_was_before_and_what_was_not_chosen_is_not_told(cast, asking):
    declined(cast, asking)
    with asking(cast.adi) as by:
        actions.add(by=by, name="Arsip", address=ADDRESS, kinds=["request.decided"], keeper=str(cast.adi.pk))
    gathered()
    assert tellings() == []
    declined(cast, asking)
    gathered()
    assert [one.what for one in tellings()] == ["request.declined"]


def test_another_agency_is_told_nothing(cast, hook, asking):
    with asking(cast.adi):
        Webhook.objects.filter(pk=hook.pk).update(kinds="request.received")
    handed_in(HUNGRY, region_code="31.71.01.1001")
    gathered()
    with acting(HOUSE):
        mine = {row.pk for row in Request.objects.filter(agency_id=hook.agency_id)}
    assert {one.about for one in tellings()} <= mine


@pytest.mark.parametrize("status", [301, 404, 500])
def test_a_wrong_answer_is_tried_again_later_and_then_given_up(cast, hook, asking, to_here, status):
    declined(cast, asking)
    gathered()
    with listening(says(status)) as there:
        to_here(there.port)
        assert telling.deliver(hook.pk) == 2
        assert telling.deliver(hook.pk) == 0
        (one, _other) = tellings()
        assert (one.state, one.tries, one.status, one.fault) == ("waiting", 1, status, "refused")
        assert one.next_try_at > clock.now()
        for _try in range(len(actions.WAITS)):
            with acting(HOUSE):
                Telling.objects.update(next_try_at=clock.now())
            telling.deliver(hook.pk)
    assert {one.state for one in tellings()} == {"failed"}
    assert len({one.headers["webhook-id"] for one in there.heard}) == 2


def test_a_dead_one_waits_and_nothing_is_lost(cast, hook, asking, to_here):
    declined(cast, asking)
    gathered()
    with listening(says(200)) as there:
        port = there.port
    to_here(port)
    assert telling.deliver(hook.pk) == 1
    assert {one.state for one in tellings()} == {"waiting"}
    with listening(says(200)) as there:
        to_here(there.port)
        with acting(HOUSE):
            Telling.objects.update(next_try_at=clock.now())
        telling.deliver(hook.pk)
    assert {one.state for one in tellings()} == {"delivered"}


def test_a_slow_one_is_cut_off(cast, hook, asking, to_here, monkeypatch):
    monkeypatch.setattr(posting, "SECONDS", 0.4)

    def drips(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for _byte in range(200):
            try:
                handler.wfile.write(b"X-Slow: 1\r\n")
                handler.wfile.flush()
            except OSError:
                return
            time.sleep(0.15)

    declined(cast, asking)
    gathered()
    with listening(drips) as there:
        to_here(there.port)
        began = time.monotonic()
        assert telling.deliver(hook.pk) == 1
        assert time.monotonic() - began < 15
    assert tellings()[0].fault == "no_answer"


def test_long_silence_switches_it_off_and_its_keeper_reads_so(cast, hook, asking, signed_in):
    declined(cast, asking)
    gathered()
    one = tellings()[0]
    with acting(HOUSE):
        actions.settle(by=HOUSE, telling=one, answer=Answer(fault="no_answer"))
        assert Webhook.objects.get().tells
        later = clock.now() + timedelta(days=3, hours=1)
        with clock.pretending(later):
            actions.settle(by=HOUSE, telling=one, answer=Answer(fault="no_answer"))
        row = Webhook.objects.get()
        assert row.off_at is not None
        assert Event.objects.filter(name="webhook.switched_off").count() == 1
        assert {one.fault for one in Telling.objects.all()} == {"off"}
    assert "Kabar otomatis ke Dasbor dinas dimatikan" in signed_in(cast.adi).get("/akun/petugas/").text
    here = reverse("exchange:webhook", args=[hook.pk])
    browser = signed_in(cast.adi)
    page = browser.get(here)
    assert "Kabar ke alamat ini dimatikan" in page.text
    assert browser.post(reverse("exchange:webhook_on", args=[hook.pk]), once(page)).status_code == 302
    with asking(cast.adi):
        assert Webhook.objects.get().tells
    declined(cast, asking)
    gathered()
    assert len(tellings(state="waiting")) == 2


def test_adi_adds_it_and_sees_the_secret_once(cast, asking, signed_in):
    browser = signed_in(cast.adi)
    assert reverse("exchange:webhooks") in browser.get(reverse("exchange:peers")).text
    assert "Belum ada alamat" in browser.get(reverse("exchange:webhooks")).text
    new = reverse("exchange:new_webhook")
    words = {
        **once(browser.get(new)), "name": "Dasbor", "address": ADDRESS, "kinds": ["request.received"],
        "keeper": str(cast.adi.pk),
    }  # fmt: skip
    page = browser.post(new, words)
    with asking(cast.adi):
        row = Webhook.objects.get()
    secret = signing.secret_of(row)
    assert secret in page.text.replace("&#x27;", "'")
    again = browser.post(new, words)
    assert again.status_code == 302
    here = reverse("exchange:webhook", args=[row.pk])
    shown = browser.get(here)
    assert secret not in shown.text
    changed = browser.post(reverse("exchange:webhook_secret", args=[row.pk]), once(shown))
    with asking(cast.adi):
        newer = signing.secret_of(Webhook.objects.get())
    assert newer != secret
    assert newer in changed.text
    with asking(cast.adi):
        assert Event.objects.filter(name="webhook.added").count() == 1


def test_sent_again_it_bears_the_same_id(cast, hook, asking, signed_in, to_here):
    browser, here = signed_in(cast.adi), reverse("exchange:webhook", args=[hook.pk])
    browser.post(reverse("exchange:webhook_try", args=[hook.pk]), once(browser.get(here)))
    with listening(says(200)) as there:
        to_here(there.port)
        telling.deliver(hook.pk)
        (one,) = tellings()
        again = reverse("exchange:webhook_again", args=[hook.pk, one.pk])
        assert browser.get(again).status_code == 405
        page = browser.get(here)
        assert again in page.text
        assert browser.post(again, once(page)).status_code == 302
        telling.deliver(hook.pk)
    assert [json.loads(each.body)["type"] for each in there.heard] == ["trial", "trial"]
    assert len({each.headers["webhook-id"] for each in there.heard}) == 1


def test_a_revoked_one_is_told_nothing_more(cast, hook, asking, signed_in):
    declined(cast, asking)
    gathered()
    browser, here = signed_in(cast.adi), reverse("exchange:webhook", args=[hook.pk])
    for _twice in range(2):
        page = browser.get(here)
        browser.post(reverse("exchange:webhook_revoke", args=[hook.pk]), once(page) if "once" in page.text else {})
    assert {one.fault for one in tellings()} == {"off"}
    declined(cast, asking)
    gathered()
    assert len(tellings()) == 2
    with asking(cast.adi) as by:
        with pytest.raises(Refused, match="dicabut"):
            actions.try_out(by=by, webhook=hook)
        assert Event.objects.filter(name="webhook.revoked").count() == 1


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://sistem.dinas.example/", "https://"),
        ("ftp://sistem.dinas.example/", "https://"),
        ("https://a:b@sistem.dinas.example/", "alamat lengkapnya"),
        ("https:///rangkul", "alamat lengkapnya"),
        ("https://sistem.dinas.example:99999/", "alamat lengkapnya"),
        ("https://sistem.dinas.example/\r\nHost: lain", "alamat lengkapnya"),
    ],
)
def test_what_is_no_address_outside_is_refused(cast, asking, address, said):
    with asking(cast.adi) as by, pytest.raises(Refused, match=said):
        actions.add(by=by, name="X", address=address, kinds=KINDS, keeper=str(cast.adi.pk))


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "10.0.0.8", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "::1", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::",
    ],
)  # fmt: skip
def test_whatever_its_name_nothing_inside_is_called(cast, hook, asking, monkeypatch, ip):
    monkeypatch.setattr(addresses, "looked_up", lambda _host, _port: ["93.184.216.34", ip])
    with asking(cast.adi) as by, pytest.raises(Refused, match="jaringan dalam"):
        actions.add(by=by, name="X", address="https://baik.example/", kinds=KINDS, keeper=str(cast.adi.pk))
    # The name in this module alone: other tests of this process may have threads that call somebody.
    deaf = SimpleNamespace(**{**vars(socket), "create_connection": lambda *_args: pytest.fail("called")})
    monkeypatch.setattr(posting, "socket", deaf)
    assert posting.post(ADDRESS, b"{}", {}).fault == "private"


def test_only_who_keeps_them_sees_them(cast, hook, asking, signed_in):
    for name in ("ayu", "sari", "rini", "budi", "hana"):
        browser = signed_in(getattr(cast, name))
        assert browser.get(reverse("exchange:webhooks")).status_code == 404
        assert browser.get(reverse("exchange:webhook", args=[hook.pk])).status_code == 404
        with asking(getattr(cast, name)) as by:
            assert not Webhook.objects.exists()
            with pytest.raises(PermissionDenied):
                actions.revoke(by=by, webhook=hook)


def test_the_description_names_them(visitor):
    told = visitor.get("/api/openapi.json").json()["webhooks"]
    assert set(told) == set(KINDS)
    body = told["referral.changed"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert "referral.declined" in body["properties"]["data"]["properties"]["event"]["enum"]
