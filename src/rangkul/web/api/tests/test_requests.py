"""A partner site hands in a request and follows it."""

from datetime import time, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from rangkul.base.clock import now
from rangkul.base.models import Event, Once
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Contact, Request
from rangkul.web.api import actions

GOOD = {
    "narrative": "Kami diusir dari rumah kontrakan dan belum makan.",
    "fields": ["housing"],
    "region_code": "32.73",
    "consent_service": True,
}


def post(browser, path, data, **headers):
    return browser.post(f"/api/{path}", data, content_type="application/json", headers=headers)


def follow(browser, ticket, pin):
    return post(browser, "requests/follow", {"ticket": ticket, "pin": pin})


@pytest.fixture
def handed_in(visitor, cast):
    return post(visitor, "requests", GOOD).json()


@pytest.fixture
def partner(cast, asking):
    """`partner()` is the header that a partner's site of Ayu's agency brings."""

    def make(**fields) -> dict:
        with asking(cast.adi) as by:
            _, secret = actions.make_partner_key(by=by, label="Puskesmas Contoh", **fields)
        return {"Authorization": f"Bearer {secret}"}

    return make


def test_a_request_gets_ticket_and_pin(visitor, cast, asking):
    answer = post(visitor, "requests", GOOD)
    assert answer.status_code == 201, answer.content
    assert answer.headers["Cache-Control"] == "no-store"
    with asking(cast.ayu):
        assert Request.objects.get().via == "partner"


def test_how_the_asker_is_reached_safely_comes_along(visitor, cast, asking):
    contact = {"channels": ["whatsapp"], "phone": "0812-3456-7890", "phone_owner": "family", "code_word": "melati"}
    contact |= {"days": [5, 1, 5], "from_time": "22:00", "to_time": "02:00"}
    assert post(visitor, "requests", GOOD | {"contact": contact}).status_code == 201
    with asking(cast.ayu):
        kept = Contact.objects.select_related("key").get()
    assert (kept.phone, kept.code_word, kept.channels) == ("+6281234567890", "melati", ["whatsapp"])
    assert kept.never_leave_message
    assert (kept.days, kept.from_time, kept.to_time) == ([1, 5], time(22), time(2))


def test_the_same_key_twice_is_one_request(visitor, cast, asking):
    key = str(uuid4())
    answers = [post(visitor, "requests", GOOD, **{"Idempotency-Key": key}).json() for _ in range(2)]
    assert answers[0] == answers[1]
    assert follow(visitor, answers[1]["ticket"], answers[1]["pin"]).status_code == 200
    with asking(cast.ayu):
        assert Request.objects.count() == 1


def test_a_key_that_was_used_for_another_request_shows_nobody_its_ticket(visitor, cast, asking):
    key = {"Idempotency-Key": "00000000-0000-0000-0000-000000000001"}
    first = post(visitor, "requests", GOOD, **key)
    second = post(visitor, "requests", GOOD | {"narrative": "Suami saya memukul saya."}, **key)
    assert (first.status_code, second.status_code, second.json()["code"]) == (201, 409, "replay")
    assert first.json()["pin"] not in second.content.decode()


def test_no_kept_answer_holds_a_pin(visitor, cast, asking):
    made = post(visitor, "requests", GOOD, **{"Idempotency-Key": str(uuid4())}).json()
    with asking(cast.ayu):
        kept = Once.objects.get().answer
    assert made["pin"] not in str(kept)
    assert set(kept) == {"id", "ticket"}


def test_ticket_and_pin_show_the_state(visitor, handed_in):
    answer = follow(visitor, handed_in["ticket"], handed_in["pin"]).json()
    assert answer["state"] == "new"
    assert answer["messages"] == []


def test_ticket_and_pin_show_each_decision_with_the_words_for_the_asker(visitor, cast, asking):
    # Nothing in it that could not wait in a list.
    slow = {"narrative": "Kami kesulitan membayar sekolah anak.", "fields": ["basic_needs"], "safe_now": "yes"}
    handed_in = post(visitor, "requests", GOOD | slow).json()

    def decide(verb, text, **more):
        with asking(cast.ayu) as by:
            made = Request.objects.select_related("key").get()
            getattr(intake, verb)(by=by, request=made, text=text, note="Hanya kantor", no_conflict=True, **more)
        answer = follow(visitor, handed_in["ticket"], handed_in["pin"])
        assert "Hanya kantor" not in answer.content.decode()
        return answer.json()

    def shown(answer):
        return [(one["outcome"], one["words"], one["text"], one["partner"]) for one in answer["decisions"]]

    assert follow(visitor, handed_in["ticket"], handed_in["pin"]).json()["decisions"] == []
    waiting = decide("waitlist", "Anda urutan ketiga.", again_at=now() + timedelta(days=7))
    assert waiting["state"] == "waitlisted"
    assert shown(waiting) == [("waitlisted", "Masuk daftar tunggu", "Anda urutan ketiga.", "")]
    declined = decide("decline", "Rumah singgah sudah menerima Anda.", reason="helped_elsewhere")
    assert (declined["state"], declined["due_at"]) == ("declined", None)
    assert shown(declined) == [*shown(waiting), ("declined", "Ditolak", "Rumah singgah sudah menerima Anda.", "")]
    assert declined["received_at"] < declined["decisions"][0]["at"] < declined["decisions"][1]["at"]


def test_a_wrong_pin_and_an_unknown_ticket_sound_the_same(visitor, handed_in):
    wrong = follow(visitor, handed_in["ticket"], "000000" if handed_in["pin"] != "000000" else "000001")
    unknown = follow(visitor, "BCDF-GHJK", "123456")
    assert (wrong.status_code, wrong.json()) == (404, unknown.json())
    assert unknown.status_code == 404


def test_many_wrong_pins_close_the_door(visitor, handed_in):
    statuses = [follow(visitor, handed_in["ticket"], f"{n:06d}").status_code for n in range(8)]
    assert statuses[-1] == 429
    assert follow(visitor, handed_in["ticket"], handed_in["pin"]).status_code == 429


def test_too_many_requests_from_one_address_wait(cast, monkeypatch):
    monkeypatch.setattr("rangkul.web.api.keys._WITHOUT_KEY", 2)
    partner = Client(REMOTE_ADDR="203.0.113.7")
    assert [post(partner, "requests", GOOD).status_code for _ in range(3)] == [201, 201, 429]


def test_behind_a_proxy_that_does_not_say_for_whom_nobody_is_shut_out(visitor, cast, monkeypatch):
    monkeypatch.setattr("rangkul.web.api.keys._WITHOUT_KEY", 2)
    assert [post(visitor, "requests", GOOD).status_code for _ in range(3)] == [201, 201, 201]


@pytest.mark.parametrize(
    "change",
    [
        {"consent_service": False},
        {"narrative": "", "fields": []},
        {"region_code": "99.99"},
        {"region_code": "32.73.."},
        {"narrative": "x" * 20_000},
        {"safe_now": "mungkin"},
        {"for_whom": "kucing"},
        {"fields": ["no_such_problem"]},
        {"fields": ["housing"] * 50},
        {"ages": [999]},
        {"narrative": 7},
        {"fields": "housing"},
        {"contact": {"phone": "112"}},
        {"contact": {"phone": "=1+1"}},
        {"contact": {"email": "a@b"}},
    ],
)
def test_what_does_not_fit_is_refused_in_words(visitor, cast, asking, change):
    answer = post(visitor, "requests", GOOD | change)
    assert answer.status_code in {409, 422}
    assert answer.json()["message"]
    with asking(cast.ayu):
        assert not Request.objects.exists()


@pytest.mark.parametrize(
    ("contact", "part", "said"),
    [
        ({"channels": ["ticket", "call"]}, "phone", "Tulis nomornya"),
        ({"channels": ["sms"], "phone": " "}, "phone", "Tulis nomornya"),
        ({"channels": ["email"]}, "email", "Tulis alamat surelnya"),
        ({"from_time": "22:00"}, "to_time", "kosongkan keduanya"),
        ({"to_time": "02:00"}, "to_time", "kosongkan keduanya"),
        ({"from_time": "09:00", "to_time": "09:00"}, "to_time", "Jam mulai dan jam selesai sama"),
        ({"from_time": "09:00:00Z", "to_time": "10:00"}, "from_time", "Tulis jam seperti 21:30"),
        ({"from_time": 9, "to_time": "10:00"}, "from_time", "Tulis jam seperti 21:30"),
        ({"days": [0]}, "days", "Ada isian yang belum benar"),
    ],
)
def test_a_way_that_could_not_be_kept_safe_is_refused_with_its_sentence(visitor, cast, asking, contact, part, said):
    answer = post(visitor, "requests", GOOD | {"contact": contact})
    assert (answer.status_code, answer.json()["parts"][0]["where"][:3]) == (422, ["body", "contact", part])
    assert said in answer.json()["message"]
    with asking(cast.ayu):
        assert not Request.objects.exists()


def test_the_wrong_part_is_named_as_the_sender_knows_it(visitor, cast):
    answer = post(visitor, "requests", GOOD | {"contact": {"channels": ["pigeon"]}})
    assert [part["where"] for part in answer.json()["parts"]] == [["body", "contact", "channels", "0"]]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"\xff\xfe", b"[" * 5000 + b"]" * 5000, b'{"a":' * 5000 + b"1" + b"}" * 5000,
        b'{"consent_service": true, "narrative": "\\ud800"}', b'{"ages": [' + b"9" * 6000 + b"]}", b"null", b"[]", b"1",
    ],
    ids=range(10),
)  # fmt: skip
def test_a_body_that_is_no_request_is_answered_in_words(visitor, cast, body):
    answer = visitor.post("/api/requests", body, content_type="application/json")
    assert answer.status_code in {400, 422}
    assert answer.json()["message"]


@pytest.mark.parametrize("kind", ["text/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_another_kind_of_body_is_named(visitor, cast, kind):
    assert visitor.generic("POST", "/api/requests", b"narrative=x", content_type=kind).status_code == 415


def test_three_megabytes_are_too_much(visitor, cast):
    answer = visitor.post("/api/requests", b" " * 3_000_000, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (413, "unreadable")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "requests", 405), ("PUT", "search", 405), ("GET", "tidak-ada", 404), ("BREW", "requests", 405)],
)
def test_a_program_is_answered_as_a_program_where_a_page_would_be_shown(visitor, cast, method, path, status):
    answer = visitor.generic(method, f"/api/{path}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/json")
    assert answer.json()["message"]


def test_a_body_without_end_is_answered_as_a_program_too(visitor, cast):
    answer = visitor.post("/api/requests", b"", content_type="application/json", headers={"content-length": "20971520"})
    assert (answer.status_code, answer.json()["code"]) == (413, "http_413")


def test_control_characters_are_taken_out(visitor, cast, asking):
    post(visitor, "requests", GOOD | {"narrative": "tolong\u0000 saya\u202e"})
    with asking(cast.ayu):
        assert Request.objects.select_related("key").get().narrative == "tolong saya"


def test_a_session_cookie_opens_nothing_here(signed_in, cast):
    assert signed_in(cast.ayu).post("/api/search", {"q": "wati"}, "application/json").status_code == 401


class TestWithAPartnersKey:
    def test_the_request_goes_to_the_agency_that_gave_the_key(self, visitor, cast, asking, partner):
        # Jakarta is Budi's area; the key is of Ayu's agency.
        assert post(visitor, "requests", GOOD | {"region_code": "31.71"}, **partner()).status_code == 201
        with asking(cast.sari):
            made = Request.objects.get()
            told = Event.objects.filter(subject_id=made.pk, name="request.submitted").get()
        assert made.agency_id == cast.ayu.agency_id
        assert told.payload["partner"]

    def test_it_is_counted_by_itself(self, visitor, cast, monkeypatch, partner):
        monkeypatch.setattr("rangkul.web.api.keys._WITHOUT_KEY", 0)
        key = partner(hourly=2)
        assert [post(visitor, "requests", GOOD, **key).status_code for _ in range(3)] == [201, 201, 429]

    def test_what_it_was_not_made_for_stays_closed(self, visitor, cast, handed_in, partner):
        answer = post(visitor, "requests/follow", handed_in, **partner(scopes=("submit",)))
        assert answer.status_code == 403

    def test_it_opens_no_file(self, visitor, cast, partner):
        assert visitor.post("/api/search", {"q": "wati"}, "application/json", headers=partner()).status_code == 401

    def test_one_that_opens_nothing_is_told_so(self, visitor, cast):
        answer = post(visitor, "requests", GOOD, Authorization="Bearer rk_lama")
        assert (answer.status_code, answer.json()["code"]) == (401, "no_key")
