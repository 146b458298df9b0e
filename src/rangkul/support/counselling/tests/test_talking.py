"""Each message once, in order, under a number without a gap; said to whom it is meant for, and to nobody else."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, connection, transaction

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.models import Draft, Message, Seat
from rangkul.support.counselling.states import LONGEST_MESSAGE, MOST_A_MINUTE
from rangkul.support.counselling.tests.conftest import fresh, numbers


def words(room, by, lane="room"):
    return [one.text for one in queries.said(queries.newest(room, lane), by, room.pk) if one.text]


def test_what_is_said_is_read_by_both_in_order(taken, talk, wati, cast, asking):
    talk.wati("Apakah ada orang?")
    talk.ayu("Ya, saya di sini.")
    for by in (wati, cast.ayu.asker()):
        with asking(by):
            assert words(taken, by)[-2:] == ["Apakah ada orang?", "Ya, saya di sini."]
            assert numbers(taken) == [1, 2, 3, 4]


def test_sent_again_it_is_the_same_message(taken, talk, cast, asking):
    key = uuid4()
    first = talk.wati("Satu kali saja", client_id=key)
    again = talk.wati("Satu kali saja", client_id=key)
    assert first.pk == again.pk
    with asking(cast.ayu):
        assert numbers(taken) == [1, 2, 3]


def test_one_number_of_two_writers_is_two_messages(taken, talk, cast, asking):
    key = uuid4()
    assert talk.wati("Dari saya", client_id=key).pk != talk.ayu("Dari saya juga", client_id=key).pk


def test_the_database_keeps_numbers_apart(taken, talk, cast, asking):
    said = talk.ayu("Halo")
    twin = Message(room=taken, key=taken.key, seat_id=said.seat_id, number=said.number)
    twin.body = "Halo lagi"
    with asking(cast.ayu), pytest.raises(IntegrityError, match="in_order"), transaction.atomic():
        twin.save(force_insert=True)


def test_words_are_never_changed(taken, talk, cast, asking):
    said = talk.ayu("Halo")
    for change in (lambda: Message.objects.filter(pk=said.pk).update(number=99),):
        with asking(cast.ayu), pytest.raises(ProgrammingError), transaction.atomic():
            change()
    with asking(cast.ayu):
        Message.objects.filter(pk=said.pk)._raw_delete("default")
        assert Message.objects.filter(pk=said.pk).exists()


def test_nobody_writes_from_the_seat_of_another(taken, talk, wati, cast, asking):
    theirs = talk.wati("Ini kata-kata saya").seat_id
    forged = Message(room=taken, key=taken.key, seat_id=theirs, number=99)
    forged.body = "Ini bukan kata-kata saya"
    with asking(cast.ayu), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        forged.save(force_insert=True)


def test_who_does_not_sit_there_says_nothing(taken, cast, asking):
    for staff in (cast.sari, cast.dimas):
        with asking(staff) as by, pytest.raises(PermissionDenied):
            actions.send_message(by=by, room=taken, text="Boleh ikut?")


def test_nobody_answers_before_taking_the_room(room, cast, asking):
    with asking(cast.ayu) as by, pytest.raises(PermissionDenied):
        actions.send_message(by=by, room=fresh(room), text="Halo")


def test_beside_the_room_only_staff_hear(taken, talk, wati, cast, asking):
    talk.aside(cast.ayu, "Mbak, dia menyebut pisau.")
    talk.aside(cast.sari, "Tanyakan apakah ia sendirian.")
    talk.ayu("Apakah Anda sendirian sekarang?")
    for staff in (cast.ayu, cast.sari):
        with asking(staff) as by:
            assert words(taken, by, "aside") == ["Mbak, dia menyebut pisau.", "Tanyakan apakah ia sendirian."]
    with asking(wati) as by:
        assert words(taken, by, "aside") == []
        assert not Message.objects.filter(lane="aside").exists()
        # Nor does a gap in the numbers tell that something was said.
        assert numbers(taken) == [1, 2, 3]


def test_a_client_cannot_write_beside_the_room(taken, talk, wati, asking):
    with pytest.raises(PermissionDenied):
        talk.wati("Apa ini?", lane="aside")


def test_a_supervisor_who_whispers_is_not_told_to_the_client(taken, talk, wati, cast, asking):
    talk.aside(cast.sari, "Saya ikut membaca.")
    with asking(wati) as by:
        assert [one.line for one in queries.said(queries.newest(taken), by, taken.pk) if one.line] == [
            "Ayu mulai mendampingi Anda"
        ]


def test_the_clock_runs_while_the_client_waits_and_rests_when_answered(taken, talk, cast, asking):
    talk.ayu("Selamat malam.")
    with asking(cast.ayu):
        assert fresh(taken).answer_due is None
    talk.wati("Saya takut.")
    with asking(cast.ayu):
        due = fresh(taken).answer_due
    talk.wati("Tolong.")
    with asking(cast.ayu):
        assert fresh(taken).answer_due == due <= clock.now() + timedelta(minutes=15)


def test_a_message_leaves_no_event(taken, talk, cast, asking):
    with asking(cast.ayu):
        before = Event.objects.filter(subject_id=taken.pk).count()
    talk.wati("Jam dua malam")
    with asking(cast.ayu):
        assert Event.objects.filter(subject_id=taken.pk).count() == before


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b\u2060\ufeff"])
def test_nothing_is_no_message(taken, talk, text):
    with pytest.raises(Refused) as refused:
        talk.wati(text)
    assert refused.value.field == "text"


def test_a_million_letters_are_refused_with_the_limit(taken, talk):
    with pytest.raises(Refused, match=r"4.?000"):
        talk.wati("a" * 1_000_000)
    assert talk.wati("a" * LONGEST_MESSAGE).number == 3


def test_a_flood_is_held_up(taken, talk):
    for _one in range(MOST_A_MINUTE - 1):
        talk.wati("lagi")
    with pytest.raises(Refused, match="Terlalu cepat"):
        talk.wati("lagi")


def test_taken_back_it_is_read_by_nobody_and_the_fact_stays(taken, talk, wati, cast, asking):
    said = talk.wati("Nama suami saya Bambang")
    with asking(wati) as by:
        actions.withdraw_message(by=by, message=Message.objects.select_related("room__key").get(pk=said.pk))
        actions.withdraw_message(by=by, message=Message.objects.select_related("room__key").get(pk=said.pk))
    with asking(cast.ayu) as by:
        rows = queries.said(queries.newest(taken), by, taken.pk)
        assert "Bambang" not in str([one.text for one in rows])
        assert [one.about for one in rows if one.about] == [said.pk]


def test_nobody_takes_back_what_another_said(taken, talk, wati, cast, asking):
    said = talk.wati("Itu kata-kata saya")
    with asking(cast.ayu) as by, pytest.raises(PermissionDenied):
        actions.withdraw_message(by=by, message=Message.objects.select_related("room__key").get(pk=said.pk))


def test_the_code_word_closes_the_room_and_is_no_message(taken, talk, wati, cast, asking):
    assert talk.wati("  Mangga MUDA. ") is None
    assert talk.wati("mangga muda") is None
    with asking(cast.ayu) as by:
        assert fresh(taken).hushed_at is not None
        rows = queries.said(queries.newest(taken), by, taken.pk)
        assert rows[-1].line == "Klien menutup ruang dengan kata rahasia"
        assert "angga" not in str([one.text for one in rows])
        assert fresh(taken).answer_due <= clock.now() + timedelta(minutes=15)


def test_while_it_is_closed_nobody_writes_to_the_client(taken, talk, wati, asking):
    talk.wati("mangga muda")
    for say in (talk.ayu, talk.wati):
        with pytest.raises(Refused, match="kata rahasia"):
            say("Halo?")
    with asking(wati) as by:
        actions.resume(by=by, room=fresh(taken))
        actions.resume(by=by, room=fresh(taken))
    assert talk.ayu("Selamat datang kembali.")


def test_a_word_that_holds_the_code_is_a_message(taken, talk):
    assert talk.wati("Saya makan mangga muda tadi") is not None


def test_how_far_somebody_has_come_never_goes_back_nor_beyond(taken, talk, wati, cast, asking):
    talk.ayu("Satu")
    with asking(wati) as by:
        actions.mark(by=by, room=fresh(taken), delivered=900, read=2)
        actions.mark(by=by, room=fresh(taken), delivered=1, read=1)
    with asking(cast.ayu):
        seat = Seat.objects.get(role="client")
        assert (seat.delivered_to, seat.read_to) == (3, 2)


def test_who_only_looks_in_marks_nothing(taken, cast, asking):
    with asking(cast.sari) as by, pytest.raises(PermissionDenied):
        actions.mark(by=by, room=fresh(taken), read=1)


def test_a_draft_is_kept_sealed_for_its_writer_alone(taken, talk, wati, cast, asking):
    with asking(wati) as by:
        actions.keep_draft(by=by, room=fresh(taken), text="Saya ingin bilang bahwa")
        assert queries.draft_of(fresh(taken), by) == "Saya ingin bilang bahwa"
    with asking(cast.ayu) as by:
        assert not Draft.objects.exists()
        assert queries.draft_of(fresh(taken), by) == ""
    talk.wati("Saya ingin bilang bahwa saya takut.")
    with asking(wati):
        assert not Draft.objects.exists()


def test_the_words_do_not_lie_open_in_the_database(taken, talk, cast, asking):
    talk.wati("Rahasia besar")
    with asking(cast.ayu), connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(encode(body, 'escape'), ' ') FROM counselling_message")
        assert "Rahasia" not in cursor.fetchone()[0]
