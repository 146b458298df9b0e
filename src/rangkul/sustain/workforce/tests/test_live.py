"""What one of the two does appears on the page of the other: they may hear of it, and the page knows where."""

import re

import pytest
from django.urls import reverse

from rangkul.base.actions import REGISTRY
from rangkul.base.live import reading
from rangkul.base.models import Event
from rangkul.sustain.workforce import actions


def heard(who, asking) -> set[str]:
    with asking(who):
        return set(Event.objects.filter(subject_kind__startswith="supervision").values_list("name", flat=True))


@pytest.fixture
def point(session, cast, asking):
    with asking(cast.sari) as sari:
        return actions.add_point(by=sari, session=session, text="Pelatihan bulan depan")


def test_the_other_hears_of_a_point_and_its_stream_is_woken(point, cast, asking):
    assert "supervision.point_added" in heard(cast.ayu, asking)
    with asking(cast.ayu):
        event = Event.objects.get(name="supervision.point_added")
    assert event.payload["to"] == str(cast.ayu.pk)
    assert "Pelatihan" not in str(event.payload)


@pytest.mark.parametrize("name", ["dimas", "candra", "dewi", "budi", "rini", "adi"])
def test_nobody_else_hears(point, cast, asking, name):
    assert heard(getattr(cast, name), asking) == set()


def test_the_stream_reads_it_under_the_others_rights(point, cast, asking, monkeypatch):
    with asking(cast.ayu) as ayu:
        monkeypatch.setattr(reading.connection, "close", lambda: None)
        assert "supervision.point_added" in {one.data["name"] for one in reading.Log(ayu, 0, None).since()}


def test_the_page_names_what_lives(session, signed_in, cast):
    page = signed_in(cast.ayu).get(reverse("workforce:session", args=[session.pk])).content.decode()
    for part in ("pokok-daftar", "sesi-keadaan", "sesi-kabar", "keputusan", "tindak-lanjut", "pribadi"):
        tag = page[page.index(f'id="{part}"') :].split(">", 1)[0]
        assert f'data-rangkul-live="supervision:{session.pk}"' in tag, part


def test_who_writes_while_the_other_saves_is_told_and_loses_nothing(session, signed_in, cast, asking):
    browser = signed_in(cast.ayu)
    where = reverse("workforce:session", args=[session.pk])
    source = browser.get(where).context["live_src"]
    assert "baru saja menyimpan" not in browser.get(source).content.decode()
    with asking(cast.sari) as sari:
        actions.record_session(by=sari, session=session, summary="Beban", supportive=20, why_no_next="Cuti")
        actions.sign_session(by=sari, session=session)
    assert "Sari baru saja menyimpan" in browser.get(source).content.decode()
    assert "baru saja menyimpan" not in browser.get(where).content.decode()


def test_whose_turn_it_is_to_sign_is_said(recorded, signed_in, cast, asking):
    with asking(cast.sari) as sari:
        actions.sign_session(by=sari, session=recorded)
    page = signed_in(cast.ayu).get(reverse("workforce:session", args=[recorded.pk])).content.decode()
    assert 'data-rangkul-say="Sari sudah menandatangani. Giliran Anda."' in page


def test_a_living_part_is_drawn_without_what_stands_around_the_page(
    session, signed_in, cast, django_assert_num_queries
):
    browser, where = signed_in(cast.sari), reverse("workforce:session", args=[session.pk])
    whole = browser.get(where).content.decode()
    part = browser.get(where, headers={"X-Rangkul-Live": "true"}).content.decode()
    for name in ("pokok-daftar", "sesi-keadaan", "keputusan", "tindak-lanjut", "pribadi"):
        assert f'id="{name}"' in part, name
    assert "topbar" in whole
    assert "topbar" not in part
    assert len(part) < len(whole) - 5_000


def test_a_living_part_leaves_a_message_for_the_page_that_is_meant(session, signed_in, cast, asking):
    """The answer to a form leaves its message for the page after it, whatever is fetched in between."""
    browser, where = signed_in(cast.sari), reverse("workforce:session", args=[session.pk])
    browser.post(reverse("workforce:point", args=[session.pk]), {"text": "Beban kasus"})
    before = browser.session.get("_messages") or browser.cookies.get("messages")
    browser.get(where, headers={"X-Rangkul-Live": "true"})
    assert (browser.session.get("_messages") or browser.cookies.get("messages")) == before


PARTS = ("pokok", "keputusan", "tindak-lanjut", "pribadi")


@pytest.mark.parametrize("part", PARTS)
def test_what_one_part_claims_is_drawn_alone(session, signed_in, cast, part, django_assert_max_num_queries):
    browser, where = signed_in(cast.sari), reverse("workforce:session", args=[session.pk])
    whole = browser.get(where).content.decode()
    with django_assert_max_num_queries(14):
        alone = browser.get(where, {"bagian": part, "dari": "planned.0.0"}).content.decode()
    name = {"pokok": "pokok-daftar"}.get(part, part)
    assert f'id="{name}"' in alone
    assert f"bagian={part}" in whole
    assert f"bagian={part}" in alone
    assert "dari=planned.0.0" in alone
    assert not [other for other in PARTS if other != part and f'id="{other}' in alone]
    assert len(alone) < len(whole) / 2


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_their_page_is_nobody_elses(session, signed_in, cast, part):
    for name in ("rini", "agus", "dewi", "budi"):
        answer = signed_in(getattr(cast, name)).get(
            reverse("workforce:session", args=[session.pk]), {"bagian": part}
        )  # fmt: skip
        assert answer.status_code == 404, name


def test_every_event_of_a_session_is_claimed_once_or_draws_the_whole(session, signed_in, cast):
    page = signed_in(cast.sari).get(reverse("workforce:session", args=[session.pk])).content.decode()
    claimed = re.findall(r'data-rangkul-own="([^"]+)"', page)
    names = [name for one in claimed for name in one.split()]
    assert len(names) == len(set(names)) == 9
    assert set(names) <= {verb.event_name for verb in REGISTRY.values()}
