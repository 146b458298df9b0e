"""A partner site hands in a request and follows it."""

from uuid import uuid4

import pytest

from rangkul.entry.intake.models import Request

GOOD = {
    "narrative": "Kami diusir dari rumah kontrakan dan belum makan.",
    "fields": ["no_home"],
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


def test_a_request_gets_ticket_and_pin(visitor, cast, asking):
    answer = post(visitor, "requests", GOOD)
    assert answer.status_code == 201, answer.content
    with asking(cast.ayu):
        assert Request.objects.get().via == "partner"


def test_the_same_key_twice_is_one_request(visitor, cast, asking):
    key = str(uuid4())
    answers = [post(visitor, "requests", GOOD, **{"Idempotency-Key": key}).json() for _ in range(2)]
    assert answers[0] == answers[1]
    with asking(cast.ayu):
        assert Request.objects.count() == 1


def test_ticket_and_pin_show_the_state(visitor, handed_in):
    answer = follow(visitor, handed_in["ticket"], handed_in["pin"]).json()
    assert answer["state"] == "new"
    assert answer["messages"] == []


def test_a_wrong_pin_and_an_unknown_ticket_sound_the_same(visitor, handed_in):
    wrong = follow(visitor, handed_in["ticket"], "000000" if handed_in["pin"] != "000000" else "000001")
    unknown = follow(visitor, "BCDF-GHJK", "123456")
    assert (wrong.status_code, wrong.json()) == (unknown.status_code, unknown.json()) == (404, wrong.json())


def test_many_wrong_pins_close_the_door(visitor, handed_in):
    statuses = [follow(visitor, handed_in["ticket"], f"{n:06d}").status_code for n in range(8)]
    assert statuses[-1] == 429


@pytest.mark.parametrize(
    "change",
    [
        {"consent_service": False},
        {"narrative": "", "fields": []},
        {"region_code": "99.99"},
        {"narrative": "x" * 20_000},
        {"safe_now": "mungkin"},
        {"fields": ["x"] * 50},
        {"narrative": 7},
        {"fields": "no_home"},
    ],
)
def test_what_does_not_fit_is_refused_in_words(visitor, cast, asking, change):
    answer = post(visitor, "requests", GOOD | change)
    assert answer.status_code in {409, 422}
    assert answer.json()["message"]
    with asking(cast.ayu):
        assert not Request.objects.exists()


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b"[" * 5000 + b"]" * 5000, b'{"a":' * 5000 + b"1" + b"}" * 5000]
)
def test_a_body_that_is_no_json_is_answered_with_400(visitor, cast, body):
    answer = visitor.post("/api/requests", body, content_type="application/json")
    assert answer.status_code in {400, 422}


def test_control_characters_are_taken_out(visitor, cast, asking):
    post(visitor, "requests", GOOD | {"narrative": "tolong\u0000 saya\u202e"})
    with asking(cast.ayu):
        assert Request.objects.select_related("key").get().narrative == "tolong saya"


def test_a_session_cookie_opens_nothing_here(signed_in, cast):
    assert signed_in(cast.ayu).get("/api/search?q=wati").status_code == 401
