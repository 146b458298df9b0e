"""In a group too nothing typed is lost, typing shows once for all, and who leads sees how far each has read."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC, TICKET_SESSION_KEY, asking_as, job
from rangkul.entry.intake.tests.situations import holder
from rangkul.support.counselling import actions, jobs, queries
from rangkul.support.counselling.actions import group_following
from rangkul.support.counselling.models import GroupDraft, Meeting
from rangkul.support.counselling.states import Lane
from rangkul.support.counselling.tests.gathering import enter, say, seat_named

SCRIPT = {"headers": {"X-Rangkul-Room": "1"}}


@pytest.fixture
def told(monkeypatch):
    """Every passing notice, as (name, topics, detail)."""
    found = []
    monkeypatch.setattr(
        group_following, "tell", lambda name, _about, topics, detail="-": found.append((name, set(topics), detail))
    )
    return found


@pytest.fixture
def phone(client, request_):
    session = client.session
    session[TICKET_SESSION_KEY] = str(request_.pk)
    session.save()
    return client


def keep(by, meeting, text, lane=Lane.ROOM):
    with asking_as(by) as asker:
        return actions.keep_group_draft(by=asker, meeting=queries.get_meeting(meeting.pk), text=text, lane=lane)


def drafts_seen_by(by):
    with asking_as(by):
        return [one.body for one in GroupDraft.objects.select_related("key").order_by("changed_at")]


def mark(request, meeting, read):
    with asking_as(holder(request)) as by:
        actions.mark_in_group(by=by, meeting=queries.get_meeting(meeting.pk), read=read)


def behind(cast, meeting) -> dict:
    with asking_as(cast.ayu.asker()):
        return {one.seat.name: one.behind for one in queries.readings_of(queries.get_meeting(meeting.pk))}


def test_what_a_member_is_writing_is_seen_by_nobody_else(met, request_, tini, cast):
    enter(request_, met)
    enter(tini, met)
    keep(holder(request_), met, "Saya mau bilang")
    keep(cast.ayu.asker(), met, "Selamat da", Lane.ASIDE)
    assert drafts_seen_by(holder(request_)) == ["Saya mau bilang"]
    assert drafts_seen_by(cast.ayu.asker()) == ["Selamat da"]
    for other in (holder(tini), cast.sari.asker(), cast.budi.asker(), PUBLIC):
        assert drafts_seen_by(other) == []


def test_it_changes_goes_when_it_is_said_and_each_lane_has_its_own(met, group, request_):
    enter(request_, met)
    keep(holder(request_), met, "Satu")
    keep(holder(request_), met, "Satu dua")
    keep(holder(request_), met, "Bu?", Lane.ASIDE)
    assert drafts_seen_by(holder(request_)) == ["Satu dua", "Bu?"]
    say(request_, group, "Satu dua tiga")
    assert drafts_seen_by(holder(request_)) == ["Bu?"]
    keep(holder(request_), met, "  ", Lane.ASIDE)
    assert drafts_seen_by(holder(request_)) == []


def test_a_supervisor_who_has_not_spoken_keeps_theirs_too(met, cast):
    keep(cast.sari.asker(), met, "Saya ikut sebentar")
    assert drafts_seen_by(cast.sari.asker()) == ["Saya ikut sebentar"]
    assert drafts_seen_by(cast.ayu.asker()) == []


def test_who_has_not_come_in_keeps_none_and_who_is_no_member_may_not(met, request_, cast):
    keep(holder(request_), met, "Saya di luar")
    assert drafts_seen_by(holder(request_)) == []
    with pytest.raises((PermissionDenied, Http404)):
        keep(cast.budi.asker(), met, "Halo")


def test_a_draft_that_was_not_said_is_shown_after_the_meeting_and_goes_with_it(met, group, request_, cast, phone):
    enter(request_, met)
    keep(holder(request_), met, "Belum sempat saya kirim")
    with asking_as(cast.ayu.asker()) as by:
        actions.end_meeting(by=by, meeting=queries.get_meeting(met.pk), text="Semua hadir.")
    page = phone.get(f"/konseling/kelompok/{group.pk}/ruang/").content.decode()
    assert "Tulisan Anda yang belum terkirim" in page
    assert "Belum sempat saya kirim" in page
    with pytest.raises(Refused, match="berakhir"):
        keep(holder(request_), met, "Lagi")
    with asking_as(job("counselling.erase")):
        Meeting.objects.filter(pk=met.pk).update(erase_at=clock.now() - timedelta(minutes=1))
        jobs.erase_words()
    assert drafts_seen_by(job("uji")) == []


def test_who_leads_reads_how_far_each_has_come(met, group, request_, tini, cast, told):
    assert behind(cast, met) == {"Melati": None, "Kenanga": None}
    enter(request_, met)
    enter(tini, met)
    say(cast.ayu, group, "Selamat datang.")
    say(request_, group, "Terima kasih.")
    assert behind(cast, met) == {"Melati": 0, "Kenanga": 2}
    mark(tini, met, 4)
    assert behind(cast, met) == {"Melati": 0, "Kenanga": 1}
    mark(tini, met, 2)
    mark(tini, met, 999_999)
    assert behind(cast, met) == {"Melati": 0, "Kenanga": 0}
    # Told to who leads alone, and nothing where nothing changed.
    seat = seat_named(cast.ayu, group, "Kenanga")
    assert told == [("group.read", {f"{met.pk}:staff"}, seat.pk)] * 2


def test_a_private_line_moves_nobody(met, group, request_, tini, cast):
    enter(tini, met)
    say(request_, group, "Bu?", private=True)
    assert behind(cast, met)["Kenanga"] == 0


def test_nobody_marks_without_a_seat(met, cast):
    for by in (cast.ayu.asker(), cast.budi.asker()):
        with asking_as(by) as asker, pytest.raises((PermissionDenied, Http404)):
            actions.mark_in_group(by=asker, meeting=queries.get_meeting(met.pk), read=1)


def test_typing_is_told_by_who_came_in_and_may_speak(met, group, request_, tini, cast, told):
    def types(by):
        with asking_as(by) as asker:
            actions.say_typing_in_group(by=asker, meeting=queries.get_meeting(met.pk))

    types(holder(request_))
    assert told == []
    enter(request_, met)
    types(holder(request_))
    melati = seat_named(cast.ayu, group, "Melati")
    assert told == [("room.typing", {met.pk}, melati.pk)]
    with asking_as(cast.ayu.asker()) as by:
        actions.hush_member(by=by, seat=melati)
    types(holder(request_))
    assert len(told) == 1
    types(cast.ayu.asker())
    assert len(told) == 2


def test_the_pages_keep_a_draft_mark_and_type(met, group, request_, cast, phone, signed_in):
    room = f"/konseling/kelompok/{group.pk}/ruang/"
    phone.post(f"{room}masuk/")
    assert phone.post(f"{room}draf/", {"text": "Setengah kalimat", "jalur": "room"}, **SCRIPT).status_code == 204
    assert phone.post(f"{room}draf/", {"text": "Untuk Ibu saja", "jalur": "aside"}, **SCRIPT).status_code == 204
    page = phone.get(room).content.decode()
    assert "Setengah kalimat</textarea>" in page
    assert "Untuk Ibu saja</textarea>" in page
    assert "Seseorang sedang menulis" in page
    for verb in ("draf", "ketik", "lampiran"):
        assert phone.get(f"{room}{verb}/").status_code == 405
    assert phone.post(f"{room}ketik/", **SCRIPT).status_code == 204
    assert phone.post(f"{room}tanda/", {"dibaca": "2"}, **SCRIPT).status_code == 204
    ayu, at = signed_in(cast.ayu), f"/kerja/konseling/temu/{met.pk}/"
    assert ayu.post(f"{at}draf/", {"text": "Selamat da", "jalur": "room"}, **SCRIPT).status_code == 204
    page = ayu.get(at).content.decode()
    assert "Selamat da</textarea>" in page
    assert "sudah membaca semuanya" in page
    assert "belum hadir" in page
    assert "Setengah" not in page
    assert "sudah membaca semuanya" in ayu.get(f"{at}dibaca/").content.decode()
    assert ayu.post(f"{at}ketik/", **SCRIPT).status_code == 204
    for verb in ("draf", "ketik", "lampiran"):
        assert ayu.get(f"{at}{verb}/").status_code == 405
    budi = signed_in(cast.budi)
    for address in (at, f"{at}dibaca/"):
        assert budi.get(address).status_code in (403, 404)
    assert budi.post(f"{at}draf/", {"text": "x"}).status_code in (403, 404)


def test_a_page_that_waits_listens_for_the_next_meeting(group, request_, cast, phone):
    from rangkul.support.counselling.tests.gathering import first_of, join

    join(request_, group, "Melati")
    with asking_as(cast.ayu.asker()):
        meeting = first_of(group)
    page = phone.get(f"/konseling/kelompok/{group.pk}/ruang/").content.decode()
    assert f"kelompok={meeting.pk}" in page
    assert "Beri tahu saya saat pertemuan dimulai" in page
