"""The pages of a group: found, read and joined by anybody with a ticket, led by a worker; and how its words stream."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rangkul.base.asking import TICKET_SESSION_KEY, asking_as
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in, holder
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.group_live import GroupSource
from rangkul.support.counselling.models import Group, GroupMember, Meeting
from rangkul.support.counselling.tests.gathering import PURPOSE, first_of, join, opened_by, say, seat_named

SCRIPT = {"headers": {"X-Rangkul-Room": "1"}}
ONCE = "01900000-0000-7000-8000-00000000000%d"


@pytest.fixture
def wati_reads(client, request_):
    session = client.session
    session[TICKET_SESSION_KEY] = str(request_.pk)
    session.save()
    return client


def text(answer) -> str:
    return answer.content.decode()


def test_anybody_finds_it_and_reads_the_rules_without_a_name_in_it(group, request_, visitor):
    join(request_, group, "Melati")
    assert PURPOSE.title in text(visitor.get("/konseling/kelompok/"))
    assert "/konseling/kelompok/" in text(visitor.get("/konseling/"))
    page = text(visitor.get(f"/konseling/kelompok/{group.pk}/"))
    assert "Bicara bergantian" in page
    assert "perlu tiket" in page
    assert "Melati" not in page
    assert visitor.post(f"/konseling/kelompok/{group.pk}/ikut/").status_code == 302
    assert visitor.get(f"/konseling/kelompok/{group.pk}/ruang/").status_code == 302


def test_one_that_is_not_listed_is_not_there_for_the_public(cast, visitor, wati_reads):
    hidden = opened_by(cast.ayu, listed=False)
    assert visitor.get(f"/konseling/kelompok/{hidden.pk}/").status_code == 404
    assert wati_reads.get(f"/konseling/kelompok/{hidden.pk}/").status_code == 200


def test_joining_shows_what_is_missing_and_then_when_it_meets(group, wati_reads):
    place = f"/konseling/kelompok/{group.pk}/ikut/"
    assert wati_reads.get(place).status_code == 405
    refused = wati_reads.post(place, {"name": "Melati"})
    assert refused.status_code == 422
    assert "Baca dulu aturannya" in text(refused)
    assert wati_reads.post(place, {"name": "Melati", "agreed": "on"}).status_code == 302
    page = text(wati_reads.get(f"/konseling/kelompok/{group.pk}/ruang/"))
    assert "Belum dimulai" in page
    assert "WIB" in page
    assert "Keluar cepat" in page
    assert "data-rangkul-room" in page
    ticket = text(wati_reads.get("/tiket/permintaan/"))
    assert PURPOSE.title in ticket
    with asking_as(holder_of(wati_reads)):
        meeting = first_of(group)
    file = wati_reads.get(f"/konseling/kelompok/{group.pk}/kalender/{meeting.pk}/")
    assert b"SUMMARY:Janji\r\n" in file.content
    assert PURPOSE.title.encode() not in file.content


def test_who_leads_saves_a_meeting_to_their_calendar_without_the_groups_name(group, cast, signed_in, asking):
    with asking(cast.ayu) as by:
        meeting, later = Meeting.objects.filter(group=group).order_by("at")
        actions.cancel_meeting(by=by, meeting=later)
    ayu, file = signed_in(cast.ayu), f"/kerja/konseling/temu/{meeting.pk}/kalender/"
    assert file in text(ayu.get(f"/kerja/konseling/kelompok/{group.pk}/"))
    answer = ayu.get(file)
    assert f"DTSTART:{meeting.at:%Y%m%dT%H%M%SZ}".encode() in answer.content
    assert b"SUMMARY:Pertemuan kelompok\r\n" in answer.content
    assert PURPOSE.title.encode() not in answer.content
    assert ayu.post(file).status_code == 405
    assert ayu.get(f"/kerja/konseling/temu/{later.pk}/kalender/").status_code == 404
    assert signed_in(cast.budi).get(file).status_code == 404


def holder_of(client):
    from rangkul.base.asking import Asker

    return Asker("ticket", ticket_id=client.session[TICKET_SESSION_KEY])


def test_times_are_told_by_the_clock_of_the_place_of_the_ticket(cast, client):
    group = opened_by(cast.ayu)
    far = handed_in(HUNGRY)
    with asking_as(cast.ayu.asker()):
        meeting = first_of(group)
        zone = queries.clock_of(holder(far), group)
    session = client.session
    session[TICKET_SESSION_KEY] = str(far.pk)
    session.save()
    assert f"{meeting.at.astimezone(zone):%H.%M}" in text(client.get(f"/konseling/kelompok/{group.pk}/"))


def test_a_member_comes_in_and_writes_without_a_script(met, group, wati_reads):
    room = f"/konseling/kelompok/{group.pk}/ruang/"
    assert "Masuk ke pertemuan" in text(wati_reads.get(room))
    assert wati_reads.get(f"{room}masuk/").status_code == 405
    assert wati_reads.post(f"{room}masuk/").status_code == 302
    page = text(wati_reads.get(room))
    assert "Anda hadir" in page
    assert "Kenanga" in page
    assert wati_reads.post(f"{room}kirim/", {"text": "Halo semua."}).status_code == 302
    assert "Halo semua." in text(wati_reads.get(room))
    empty = wati_reads.post(f"{room}kirim/", {"text": " "})
    assert empty.status_code == 422


def test_a_script_gets_what_was_said_since_and_every_message_once(met, group, wati_reads):
    room = f"/konseling/kelompok/{group.pk}/ruang/"
    for _again in range(2):
        answer = wati_reads.post(f"{room}kirim/", {"text": "Halo.", "once": ONCE % 1, "setelah": "0-0"}, **SCRIPT)
    said = [one["text"] for one in answer.json()["messages"] if not one["line"]]
    assert said == ["Halo."]
    private = wati_reads.post(
        f"{room}pribadi/", {"samping-text": "Bu?", "samping-once": ONCE % 2, "setelah": "9-0"}, **SCRIPT
    )
    assert [(one["lane"], one["text"]) for one in private.json()["messages"]] == [("aside", "Bu?")]
    assert wati_reads.post(f"{room}tanda/", {}, **SCRIPT).status_code == 204
    assert wati_reads.get(f"{room}kabar/?setelah=99-99", **SCRIPT).json() == {"messages": []}


def test_the_stream_goes_on_where_it_was_and_brings_each_only_what_they_may_read(met, group, request_, tini, cast):
    say(request_, group, "Satu.")
    say(tini, group, "Diam-diam.", private=True)
    say(request_, group, "Dua.")
    source = GroupSource()
    with asking_as(holder(request_)) as by:
        assert len(source.topics(by, str(met.pk))) == 2
        told = source.since(by, str(met.pk), "")
        words = [one.data["text"] for one in told if one.data["text"]]
        assert words == ["Satu.", "Dua."]
        assert [one.data["text"] for one in source.since(by, str(met.pk), told[-2].cursor)] == ["Dua."]
        assert source.since(by, str(met.pk), told[-1].cursor) == []
    with asking_as(cast.ayu.asker()) as by:
        assert "Diam-diam." in [one.data["text"] for one in source.since(by, str(met.pk), "")]
    with asking_as(cast.budi.asker()) as by:
        assert source.topics(by, str(met.pk)) == frozenset()
        assert source.since(by, str(met.pk), "") == []
    for strange in ("", "x", "0" * 400):
        with asking_as(cast.ayu.asker()) as by:
            assert source.since(by, strange, "") == []


def test_whoever_is_removed_hears_nothing_more_and_is_led_out(met, group, request_, cast, wati_reads):
    room = f"/konseling/kelompok/{group.pk}/ruang/"
    say(cast.ayu, group, "Selamat datang.")
    with asking_as(cast.ayu.asker()) as by:
        actions.remove_member(by=by, seat=seat_named(cast.ayu, group, "Melati"), reason="Menyebut nama orang lain.")
    with asking_as(holder(request_)) as by:
        assert GroupSource().since(by, str(met.pk), "") == []
        assert GroupSource().topics(by, str(met.pk)) == frozenset()
    assert wati_reads.get(f"{room}kabar/", **SCRIPT).json() == {
        "messages": [], "away": f"/konseling/kelompok/{group.pk}/",
    }  # fmt: skip
    assert wati_reads.get(room).status_code == 302
    page = text(wati_reads.get(f"/konseling/kelompok/{group.pk}/"))
    assert "Menyebut nama orang lain." in page
    assert "Selamat datang." not in page


def test_the_code_word_leads_away_and_forgets_the_ticket(met, group, request_, wati_reads):
    from rangkul.support.counselling.tests.conftest import begun

    begun(request_)
    answer = wati_reads.post(
        f"/konseling/kelompok/{group.pk}/ruang/kirim/", {"text": "mangga muda", "once": ONCE % 3}, **SCRIPT
    )
    assert "away" in answer.json()
    assert TICKET_SESSION_KEY not in wati_reads.session


def test_a_member_leaves_by_a_press(group, request_, wati_reads, cast, asking):
    join(request_, group, "Melati")
    assert wati_reads.get(f"/konseling/kelompok/{group.pk}/keluar/").status_code == 405
    assert wati_reads.post(f"/konseling/kelompok/{group.pk}/keluar/").status_code == 302
    assert wati_reads.post(f"/konseling/kelompok/{group.pk}/keluar/").status_code == 302
    with asking(cast.ayu):
        assert GroupMember.objects.get().seat.left_at is not None


NEW = {
    "title": "Ayah tunggal", "for_whom": "Ayah yang membesarkan anak sendiri.", "rules": "Saling mendengar.",
    "places": "8", "listed": "on", "at": "2099-01-05T19:00", "zone": "WIT", "minutes": "90", "weeks": "2", "count": "3",
}  # fmt: skip


def test_a_worker_opens_a_group_by_the_clock_that_was_chosen(cast, signed_in, asking, time_machine):
    time_machine.move_to("2099-01-02T08:00+07:00")
    ayu = signed_in(cast.ayu)
    assert ayu.post("/kerja/konseling/kelompok/baru/", {**NEW, "title": ""}).status_code == 422
    assert ayu.post("/kerja/konseling/kelompok/baru/", NEW).status_code == 302
    with asking(cast.ayu):
        assert Group.objects.get().title == "Ayah tunggal"
        times = [one.at.isoformat() for one in Meeting.objects.order_by("at")]
    assert times == [f"2099-01-{day}T10:00:00+00:00" for day in ("05", "19")] + ["2099-02-02T10:00:00+00:00"]
    assert "Ayah tunggal" in text(ayu.get("/kerja/konseling/kelompok/"))


def test_the_leaders_pages_from_the_first_word_to_the_note(met, group, request_, cast, signed_in, wati_reads):
    ayu = signed_in(cast.ayu)
    wati_reads.post(f"/konseling/kelompok/{group.pk}/ruang/masuk/")
    page = text(ayu.get(f"/kerja/konseling/temu/{met.pk}/"))
    assert "Melati" in page
    assert f"/kerja/antrean/{request_.pk}/" in page
    assert ayu.post(f"/kerja/konseling/temu/{met.pk}/kirim/", {"text": "Halo."}).status_code == 302
    melati = seat_named(cast.ayu, group, "Melati")
    private = {"samping-text": "Apa kabar?", "samping-to": str(melati.pk)}
    assert ayu.post(f"/kerja/konseling/temu/{met.pk}/pribadi/", private).status_code == 302
    assert "Ayu kepada Melati" in text(signed_in(cast.sari).get(f"/kerja/konseling/temu/{met.pk}/"))
    assert "Melati" in text(ayu.get(f"/kerja/konseling/temu/{met.pk}/anggota/"))
    assert "Sedang berlangsung" in text(ayu.get(f"/kerja/konseling/temu/{met.pk}/keadaan/"))
    end = f"/kerja/konseling/temu/{met.pk}/akhiri/"
    assert f"own_{melati.pk.hex}" in text(ayu.get(end))
    named = ayu.post(end, {"text": "Melati banyak bicara."})
    assert (named.status_code, "menyebut Melati" in text(named)) == (422, True)
    assert ayu.post(end, {"text": "Saling menguatkan.", f"own_{melati.pk.hex}": "Ia lega."}).status_code == 302
    assert "Saling menguatkan." in text(ayu.get(f"/kerja/konseling/temu/{met.pk}/"))
    assert "Saling menguatkan.\nIa lega." in text(ayu.get(f"/kerja/antrean/{request_.pk}/"))
    assert ayu.get(end).status_code == 302


def test_members_are_hushed_and_removed_by_their_pages(met, group, cast, signed_in):
    ayu = signed_in(cast.ayu)
    melati = seat_named(cast.ayu, group, "Melati")
    hush = f"/kerja/konseling/kelompok/anggota/{melati.pk}/dengar/"
    assert ayu.get(hush).status_code == 405
    assert ayu.post(hush, {"dengar": "1"}).status_code == 302
    assert "mendengarkan dulu" in text(ayu.get(f"/kerja/konseling/kelompok/{group.pk}/"))
    remove = f"/kerja/konseling/kelompok/anggota/{melati.pk}/keluarkan/"
    assert ayu.post(remove, {"reason": ""}).status_code == 422
    assert ayu.post(remove, {"reason": "Menyakiti yang lain."}).status_code == 302
    assert "dikeluarkan" in text(ayu.get(f"/kerja/konseling/kelompok/{group.pk}/"))


def test_plans_are_added_changed_and_cancelled(group, cast, signed_in, asking):
    ayu = signed_in(cast.ayu)
    with asking(cast.ayu):
        meeting = first_of(group)
    assert ayu.post(f"/kerja/konseling/temu/{meeting.pk}/batal/").status_code == 302
    assert ayu.post(f"/kerja/konseling/temu/{meeting.pk}/buka/").status_code == 302
    page = f"/kerja/konseling/kelompok/{group.pk}/"
    assert ayu.post(f"{page}rencana/", {"rencana-at": "2001-01-01T10:00"}).status_code == 422
    about = {"title": "Baru", "for_whom": "Semua", "rules": "Ramah.", "places": "5", "listed": "on"}
    assert ayu.post(f"{page}ubah/", about).status_code == 302
    assert "Baru" in text(ayu.get(page))
    assert ayu.post(f"{page}selesai/").status_code == 302
    with asking(cast.ayu):
        assert Group.objects.get().state == "closed"


@pytest.mark.parametrize("name", ["budi", "candra"])
def test_for_others_it_is_not_there(met, group, cast, signed_in, name):
    browser = signed_in(getattr(cast, name))
    assert browser.get(f"/kerja/konseling/kelompok/{group.pk}/").status_code == 404
    assert browser.get(f"/kerja/konseling/temu/{met.pk}/").status_code == 404


def test_a_colleague_of_the_unit_knows_the_group_and_not_who_sits_in_it(met, group, cast, signed_in):
    dimas = signed_in(cast.dimas)
    page = text(dimas.get(f"/kerja/konseling/kelompok/{group.pk}/"))
    assert PURPOSE.title in page
    assert "Melati" not in page
    assert dimas.get(f"/kerja/konseling/temu/{met.pk}/").status_code == 403


def test_a_full_room_asks_no_more_of_the_database_than_an_empty_one(
    met, group, cast, signed_in, request_, tini, django_assert_max_num_queries
):
    ayu = signed_in(cast.ayu)
    for place in range(12):
        say(request_ if place % 2 else tini, group, f"Kalimat {place}.")
        say(request_ if place % 2 else tini, group, f"Berdua {place}.", private=True)
    ayu.get(f"/kerja/konseling/temu/{met.pk}/")
    with django_assert_max_num_queries(34):
        page = text(ayu.get(f"/kerja/konseling/temu/{met.pk}/"))
    assert len(re.findall("Kalimat", page)) == 12


@pytest.mark.parametrize(("address", "who"), [("/konseling/kelompok/", "wati"), ("/kerja/konseling/kelompok/", "ayu")])
def test_many_groups_ask_no_more_of_the_database_than_one(group, cast, signed_in, wati_reads, address, who):
    browser = wati_reads if who == "wati" else signed_in(cast.ayu)
    browser.get(address)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries_of_page:
            assert browser.get(address).status_code == 200
        return len(queries_of_page)

    one = asked()
    for place in range(5):
        opened_by(cast.ayu, title=f"Kelompok {place}")
    assert asked() <= one
    assert one <= 24
