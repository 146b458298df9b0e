"""The pages of keys: a worker's own, and an admin's for the sites of partners."""

import re
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base.models import Event
from rangkul.web.api import actions
from rangkul.web.api.models import ApiToken

MINE, NEW = "/kerja/kunci/", "/kerja/kunci/baru/"
PARTNERS, NEW_PARTNER = "/kerja/kunci/mitra/", "/kerja/kunci/mitra/baru/"
OWN = {"label": "Buku kunjungan", "scopes": ["search", "record"], "days": "30"}
PARTNER = {"label": "Puskesmas Contoh", "scopes": ["submit", "follow"], "days": "365", "hourly": "120"}


def secret_in(answer) -> str:
    return re.search(r"rk_[\w-]{43}", answer.content.decode())[0]


def bearer(secret: str) -> dict:
    return {"Authorization": f"Bearer {secret}"}


@pytest.fixture
def made(cast, asking):
    """A key of Ayu's and one that Adi gave to a partner."""
    with asking(cast.ayu) as by:
        own, _ = actions.make_token(by=by, staff=cast.ayu, label="Buku kunjungan")
    with asking(cast.adi) as by:
        partner, _ = actions.make_partner_key(by=by, label="Puskesmas Contoh")
    return {"own": own, "partner": partner}


def test_a_worker_makes_a_key_and_sees_it_once(visitor, signed_in, cast, asking):
    browser = signed_in(cast.ayu)
    answer = browser.post(NEW, OWN)
    secret = secret_in(answer)
    assert answer.headers["Cache-Control"] == "no-store"
    assert visitor.post("/api/search", {"q": "wati"}, "application/json", headers=bearer(secret)).status_code == 200
    shown = browser.get(MINE).content.decode()
    assert "Buku kunjungan" in shown
    assert secret not in shown
    with asking(cast.ayu):
        assert ApiToken.objects.get().scopes == ["search", "record"]


def test_an_admin_makes_a_key_for_a_partner(signed_in, cast, asking):
    secret_in(signed_in(cast.adi).post(NEW_PARTNER, PARTNER))
    with asking(cast.adi):
        key = ApiToken.objects.get()
    assert (key.for_partner, key.agency_id, key.hourly) == (True, cast.adi.agency_id, 120)


@pytest.mark.parametrize(("who", "at", "given"), [("ayu", NEW, OWN), ("adi", NEW_PARTNER, PARTNER)])
def test_the_same_post_twice_makes_one(signed_in, cast, asking, who, at, given):
    staff = getattr(cast, who)
    browser, given = signed_in(staff), given | {"once": uuid4()}
    browser.post(at, given)
    answer = browser.post(at, given, follow=True)
    assert not re.search(r"rk_[\w-]{43}", answer.content.decode())
    assert "hanya tampil sekali" in answer.content.decode()
    with asking(staff):
        assert ApiToken.objects.count() == 1


def test_making_and_ending_are_told(signed_in, cast, asking, made):
    browser = signed_in(cast.adi)
    for _ in range(2):
        browser.post(reverse("keys:end", args=[made["partner"].pk]))
    with asking(cast.agus):
        told = Event.objects.filter(subject_id=made["partner"].pk).values_list("name", "payload__for")
        assert sorted(told) == [("api_token.made", "partner"), ("api_token.revoked", "partner")]


def test_an_ended_key_is_shown_as_ended(visitor, signed_in, cast):
    browser = signed_in(cast.ayu)
    secret = secret_in(browser.post(NEW, OWN))
    end = re.search(r"/kerja/kunci/[\w-]+/akhiri/", browser.get(MINE).content.decode())[0]
    assert "Buku kunjungan" in browser.get(end).content.decode()
    assert browser.post(end).status_code == 302
    assert "diakhiri" in browser.get(MINE).content.decode()
    assert visitor.post("/api/search", {"q": "wati"}, "application/json", headers=bearer(secret)).status_code == 401


@pytest.mark.parametrize("who", ["adi", "rini", "putri", "agus"])
@pytest.mark.parametrize("at", [MINE, NEW])
def test_who_reads_no_files_has_no_keys_of_their_own(signed_in, cast, who, at):
    browser = signed_in(getattr(cast, who))
    assert {browser.get(at).status_code, browser.post(at, OWN).status_code} <= {404, 405}


@pytest.mark.parametrize("who", ["ayu", "sari", "rini", "putri", "agus", "budi"])
@pytest.mark.parametrize("at", [PARTNERS, NEW_PARTNER])
def test_only_an_admin_keeps_partners(signed_in, cast, who, at):
    browser = signed_in(getattr(cast, who))
    assert {browser.get(at).status_code, browser.post(at, PARTNER).status_code} <= {404, 405}


@pytest.mark.parametrize(
    ("kind", "who"),
    [("own", "sari"), ("own", "adi"), ("own", "budi"), ("partner", "ayu"), ("partner", "rini"), ("partner", "budi")],
)
def test_nobody_else_ends_a_key(signed_in, cast, asking, made, kind, who):
    at = reverse("keys:end", args=[made[kind].pk])
    browser = signed_in(getattr(cast, who))
    assert (browser.get(at).status_code, browser.post(at).status_code) == (404, 404)
    with asking(cast.ayu if kind == "own" else cast.adi):
        assert ApiToken.objects.get(pk=made[kind].pk).state == "live"


def test_looking_at_the_end_ends_nothing(signed_in, cast, asking, made):
    signed_in(cast.ayu).get(reverse("keys:end", args=[made["own"].pk]))
    with asking(cast.ayu):
        assert ApiToken.objects.get().state == "live"


@pytest.mark.parametrize(("who", "at", "verb"), [("ayu", MINE, "Buat kunci"), ("adi", PARTNERS, "Buat kunci mitra")])
def test_an_empty_list_says_how_to_begin(signed_in, cast, who, at, verb):
    shown = signed_in(getattr(cast, who)).get(at).content.decode()
    assert "Belum ada" in shown
    assert verb in shown


@pytest.mark.parametrize(
    "change",
    [
        {"label": ""}, {"label": "x" * 81}, {"scopes": []}, {"scopes": ["read"]}, {"days": "36500"}, {"days": "-1"},
        {"hourly": "0"}, {"hourly": "9" * 30}, {"hourly": "banyak"},
    ],
)  # fmt: skip
def test_what_does_not_fit_comes_back_filled(signed_in, cast, asking, change):
    answer = signed_in(cast.adi).post(NEW_PARTNER, PARTNER | change)
    assert answer.status_code == 422
    if "label" not in change:
        assert PARTNER["label"] in answer.content.decode()
    with asking(cast.adi):
        assert not ApiToken.objects.exists()


def test_fifty_living_keys_are_enough(cast, asking, monkeypatch, signed_in):
    monkeypatch.setattr(actions, "MOST", 1)
    browser = signed_in(cast.ayu)
    browser.post(NEW, OWN)
    answer = browser.post(NEW, OWN)
    assert answer.status_code == 422
    assert "Akhiri dulu" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("api_apitoken_scopes_fit_owner", {"scopes": ["read"]}),
        ("api_apitoken_opens_something", {"scopes": []}),
        ("api_apitoken_hourly_bounded", {"scopes": ["submit"], "hourly": 0}),
    ],
)
def test_the_database_refuses_a_key_that_cannot_be(cast, asking, made, name, fields):
    kept = made["partner"]
    key = ApiToken(agency_id=kept.agency_id, label="x", digest=b"x" * 32, ends_at=kept.ends_at, **fields)
    with asking(cast.adi), pytest.raises(IntegrityError, match=name), transaction.atomic():
        key.save(force_insert=True)


def test_nobody_writes_a_key_for_somebody_else(cast, asking, made):
    kept = made["own"]
    fields = {"label": "x", "digest": b"x" * 32, "ends_at": kept.ends_at, "scopes": ["read"]}
    key = ApiToken(agency_id=cast.ayu.agency_id, staff=cast.ayu, **fields)
    with asking(cast.sari), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        key.save(force_insert=True)
