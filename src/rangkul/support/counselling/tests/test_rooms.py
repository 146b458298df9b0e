"""A room begins, is taken, is handed over and ends; each step is told to whom it concerns."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404

from rangkul.base import clock, days
from rangkul.base.actions import Refused
from rangkul.base.asking import job
from rangkul.base.models import Event
from rangkul.commons.people.actions import register
from rangkul.entry.crisis.jobs import look_after_contacts
from rangkul.entry.crisis.models import NextContact
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import IN_DANGER, handed_in, holder
from rangkul.journey.cases.models import Activity, Case, Task
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.actions import Came
from rangkul.support.counselling.models import Room, Seat, Summary
from rangkul.support.counselling.states import ROOM, RoomState
from rangkul.support.counselling.tests.conftest import BEGUN, CAME, begun, fresh, numbers


def lines(room, by, name="Wati"):
    return [one.line for one in queries.said(queries.newest(room), by, room.pk, name) if one.line]


def test_what_was_said_before_is_sealed_and_the_first_words_are_the_first_message(room, wati, asking):
    with asking(wati) as by:
        row = fresh(room)
        assert (row.place, row.nearby, row.code_word) == (BEGUN.place, BEGUN.nearby, BEGUN.code_word)
        assert [one.text for one in queries.said(queries.newest(row), by, row.pk)] == [BEGUN.first_words]


def test_pressed_twice_it_is_one_room(room, request_):
    assert begun(request_).pk == room.pk


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"agreed": False}, "agreed"),
        ({"place": " "}, "place"),
        ({"nearby": ""}, "nearby"),
        ({"nearby": "\u200b"}, "nearby"),
    ],
)
def test_nobody_begins_without_agreeing_and_saying_where_they_are_and_who_can_come(request_, changes, field):
    with pytest.raises(Refused) as refused:
        begun(request_, **changes)
    assert refused.value.field == field


@pytest.mark.parametrize("answer", ["tidak ada", "belum mau bilang"])
def test_that_nobody_can_come_is_an_answer(request_, answer, cast, asking):
    room = begun(request_, nearby=answer)
    with asking(cast.ayu):
        assert fresh(room).nearby == answer


def test_a_worker_begins_no_room_for_anybody(request_, cast, asking):
    with asking(cast.ayu) as by, pytest.raises(PermissionDenied):
        actions.begin(by=by, request=Request.objects.get(), begun=BEGUN)


def test_whoever_owns_the_request_answers_for_the_room_by_a_time(room, cast, asking):
    with asking(cast.ayu):
        row = fresh(room)
        assert row.owner_id == cast.ayu.pk
        assert clock.now() < row.answer_due <= clock.now() + timedelta(minutes=15)


def test_the_unit_hears_that_somebody_waits(room, cast, asking):
    with asking(cast.dimas):
        event = Event.objects.get(name="room.begun")
    assert event.payload == {"kind": "live", "owner": str(cast.ayu.pk)}


def test_taking_it_is_told_to_the_client_by_first_name(taken, wati, asking):
    with asking(wati) as by:
        assert lines(fresh(taken), by) == ["Ayu mulai mendampingi Anda"]


def test_the_second_who_takes_it_hears_that_it_is_taken(taken, cast, asking):
    with asking(cast.sari) as by, pytest.raises(Refused, match="sudah diambil"):
        actions.take(by=by, room=fresh(taken))
    with asking(cast.ayu) as by:
        assert actions.take(by=by, room=fresh(taken)).pk == taken.pk
        assert Event.objects.filter(name="room.taken").count() == 1


def test_whoever_takes_it_answers_for_the_request_too(room, cast, asking):
    with asking(cast.sari) as by:
        actions.take(by=by, room=fresh(room))
        assert Request.objects.get().owner_id == cast.sari.pk


def test_no_junior_alone_on_what_is_red(cast, asking):
    red = begun(handed_in(IN_DANGER))
    with asking(cast.dimas) as by, pytest.raises(Refused, match="junior"):
        actions.take(by=by, room=fresh(red))


def test_a_limit_for_live_conversations(cast, asking):
    rooms = [begun(handed_in()) for _one in range(2)]
    with asking(cast.ayu) as by:
        actions.set_desk(by=by, most=1)
        actions.take(by=by, room=fresh(rooms[0]))
        with pytest.raises(Refused, match="batas"):
            actions.take(by=by, room=fresh(rooms[1]))


def test_a_letter_is_no_burden_on_the_limit(cast, asking):
    rooms = [begun(handed_in(), kind="letter") for _one in range(2)]
    with asking(cast.ayu) as by:
        actions.set_desk(by=by, most=1)
        for one in rooms:
            actions.take(by=by, room=fresh(one))


def test_a_colleague_who_is_called_in_is_told_and_sees_it(taken, wati, cast, asking):
    with asking(cast.ayu) as by:
        actions.call_in(by=by, room=fresh(taken), staff=cast.candra)
    with asking(cast.candra):
        assert fresh(taken).pk == taken.pk
    with asking(wati) as by:
        assert lines(fresh(taken), by)[-1] == "Candra ikut dalam percakapan ini"


def test_nobody_of_another_agency_is_called_in(taken, cast, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused, match="lembaga ini"):
        actions.call_in(by=by, room=fresh(taken), staff=cast.budi)


def test_handing_over_ends_the_sight_of_it_in_the_same_moment(taken, wati, cast, asking):
    with asking(cast.ayu) as by:
        actions.hand_over(by=by, room=fresh(taken), staff=cast.candra)
        assert not Room.objects.exists()
    with asking(cast.candra):
        assert fresh(taken).owner_id == cast.candra.pk
    with asking(wati) as by:
        assert lines(fresh(taken), by)[1:] == ["Candra melanjutkan percakapan ini", "Ayu keluar dari percakapan"]


def test_whoever_was_called_in_leaves_again(taken, cast, asking):
    with asking(cast.ayu) as by:
        actions.call_in(by=by, room=fresh(taken), staff=cast.candra)
    with asking(cast.candra) as by:
        actions.leave(by=by, room=fresh(taken))
        assert not Room.objects.exists()


def test_whoever_counsels_does_not_just_leave(taken, cast, asking):
    with asking(cast.ayu) as by, pytest.raises(PermissionDenied):
        actions.leave(by=by, room=fresh(taken))


def test_without_a_case_what_came_of_it_stays_with_the_request(taken, cast, asking):
    tomorrow = days.today() + timedelta(days=1)
    with asking(cast.ayu) as by:
        actions.end(by=by, room=fresh(taken), came=Came(text="Tenang kembali", next_on=tomorrow))
        kept = Summary.objects.select_related("key").get()
        assert (kept.text, kept.next_on, kept.key_id) == ("Tenang kembali", tomorrow, Request.objects.get().key_id)
        assert [one.pk for one in queries.promised_next(by)] == [kept.pk]


def test_on_a_case_it_is_an_activity_and_the_next_contact_a_task(taken, cast, asking):
    tomorrow = days.today() + timedelta(days=1)
    with asking(cast.ayu) as by:
        known = register(by=by, full_name="Wati Contoh")
        intake.link_person(by=by, request=Request.objects.get(), person=known)
        case = intake.accept(by=by, request=Request.objects.get(), text="Kami dampingi.", no_conflict=True)
        assert fresh(taken).case_id == case.pk
        actions.end(by=by, room=fresh(taken), came=Came(text="Tenang kembali", next_on=tomorrow))
        activity = Activity.objects.select_related("key").get()
        assert (activity.result, activity.channel) == ("Tenang kembali", "chat")
        assert Task.objects.get(kind="task").due == tomorrow
        assert Summary.objects.get().activity_id == activity.pk
        assert Case.objects.get().last_contact_at is not None


@pytest.mark.parametrize("came", [Came(text="  ", no_next="x"), Came(text="Selesai")])
def test_it_ends_with_words_and_with_a_next_contact_or_a_reason(taken, cast, asking, came):
    with asking(cast.ayu) as by, pytest.raises(Refused):
        actions.end(by=by, room=fresh(taken), came=came)
    with asking(cast.ayu):
        assert fresh(taken).state == "open"


def test_after_a_red_one_the_next_contact_is_within_a_day(cast, asking):
    red = begun(handed_in(IN_DANGER))
    with asking(cast.ayu) as by:
        actions.take(by=by, room=fresh(red))
        for came in (CAME, Came(text="Aman", next_on=days.today()), red_came(hours=25)):
            with pytest.raises(Refused, match="24 jam"):
                actions.end(by=by, room=fresh(red), came=came)
        with pytest.raises(Refused, match="akan datang"):
            actions.end(by=by, room=fresh(red), came=red_came(hours=-1))
        with pytest.raises(Refused, match="dengan aman"):
            actions.end(by=by, room=fresh(red), came=replace(red_came(), how=" "))
        actions.end(by=by, room=fresh(red), came=red_came(hours=23))
        contact = NextContact.objects.get()
        assert (contact.told_id, contact.steps) == (cast.sari.pk, 0)
        assert contact.look_at == contact.due_at <= clock.now() + timedelta(hours=23)
        # It climbs by itself, so it is no promise for a day beside that.
        assert queries.promised_next(by) == []


def test_who_is_told_of_it_now_is_the_first_to_hear_when_it_is_missed(cast, asking):
    red = begun(handed_in(IN_DANGER))
    with asking(cast.ayu) as by:
        actions.take(by=by, room=fresh(red))
        actions.end(by=by, room=fresh(red), came=red_came(hours=1))
    told = []
    for minutes in (61, 77):
        with clock.pretending(clock.now() + timedelta(minutes=minutes)), asking(job("crisis.contacts")):
            look_after_contacts()
            told.append(NextContact.objects.get().told_id)
    assert told == [cast.sari.pk, cast.rini.pk]


def test_a_block_of_a_red_room_needs_the_same(cast, asking):
    red = begun(handed_in(IN_DANGER))
    with asking(cast.ayu) as by:
        actions.take(by=by, room=fresh(red))
        with pytest.raises(Refused, match="24 jam"):
            actions.block(by=by, room=fresh(red), reason="Mengancam petugas", days=7)
        assert fresh(red).lives
        at = clock.now() + timedelta(hours=5)
        actions.block(by=by, room=fresh(red), reason="Mengancam petugas", days=7, next_at=at, how="Telepon kakaknya")
        assert (fresh(red).lives, NextContact.objects.get().told_id) == (False, cast.sari.pk)


@pytest.mark.parametrize("came", [True, False])
def test_who_leaves_a_red_room_is_spoken_with_at_once(cast, asking, came):
    request = handed_in(IN_DANGER)
    red = begun(request)
    if came:
        with asking(cast.ayu) as by:
            actions.take(by=by, room=fresh(red))
    with asking(holder(request)) as by:
        actions.end_by_client(by=by, room=fresh(red))
        actions.end_by_client(by=by, room=fresh(red))
    with asking(cast.sari):
        contact = NextContact.objects.get()
        assert (contact.told_id, contact.due_at <= clock.now()) == (cast.sari.pk, True)
    if came:
        with asking(cast.ayu) as by:
            actions.write_note(by=by, room=fresh(red), came=red_came())
            assert NextContact.objects.filter(done_at=None).get().due_at > clock.now()


def test_who_leaves_a_calm_room_is_left_in_peace(taken, wati, cast, asking):
    with asking(wati) as by:
        actions.end_by_client(by=by, room=fresh(taken))
    with asking(cast.sari):
        assert not NextContact.objects.exists()


def test_a_colleague_of_another_unit_ends_a_red_room_too(cast, asking):
    """Whoever was handed the room need not see the request."""
    red = begun(handed_in(IN_DANGER))
    with asking(cast.ayu) as by:
        actions.take(by=by, room=fresh(red))
        actions.hand_over(by=by, room=fresh(red), staff=cast.candra)
    with asking(cast.candra) as by:
        actions.end(by=by, room=fresh(red), came=red_came())
    with asking(job("uji")):
        assert NextContact.objects.get().by_id == cast.candra.pk


def red_came(hours=20) -> Came:
    return Came(text="Aman", next_at=clock.now() + timedelta(hours=hours), how="Telepon kakaknya sesudah pukul 19")


def test_the_client_may_go_at_any_time_and_the_note_is_still_asked_for(taken, wati, cast, asking):
    with asking(wati) as by:
        actions.end_by_client(by=by, room=fresh(taken))
        actions.end_by_client(by=by, room=fresh(taken))
    with asking(cast.ayu) as by:
        assert [one.pk for one in queries.to_note(by)] == [taken.pk]
        actions.write_note(by=by, room=fresh(taken), came=CAME)
        assert queries.to_note(by) == []
        with pytest.raises(Refused, match="sudah ditulis"):
            actions.write_note(by=by, room=fresh(taken), came=CAME)


def test_who_goes_before_anybody_came_leaves_nothing_to_note(room, wati, cast, asking):
    with asking(wati) as by:
        actions.end_by_client(by=by, room=fresh(room))
    with asking(cast.ayu) as by:
        assert queries.to_note(by) == []
        assert Request.objects.get().is_open


def test_an_ended_room_is_read_only(taken, wati, talk, cast, asking):
    with asking(cast.ayu) as by:
        actions.end(by=by, room=fresh(taken), came=CAME)
    for say in (talk.wati, talk.ayu):
        with pytest.raises(Refused, match="sudah berakhir"):
            say("Masih ada yang lupa")
    with asking(cast.ayu) as by, pytest.raises(Refused, match="sudah berakhir"):
        actions.call_in(by=by, room=fresh(taken), staff=cast.candra)


def test_after_the_end_the_same_ticket_opens_a_new_one(taken, request_, wati, asking):
    with asking(wati) as by:
        actions.end_by_client(by=by, room=fresh(taken))
    again = begun(request_)
    assert again.pk != taken.pk
    with asking(wati) as by:
        assert queries.for_ticket(by).pk == again.pk


def test_a_foreign_room_is_not_there(taken, cast, asking):
    with asking(cast.budi), pytest.raises(Http404):
        queries.get(taken.pk)
    other = handed_in()
    with asking(holder(other)), pytest.raises(Http404):
        queries.get(taken.pk)


def test_two_living_rooms_of_one_request_are_refused_by_the_database(room, wati, asking):
    with asking(wati):
        row = fresh(room)
        words = ("id", "called_name", "place", "nearby", "code_word")
        same = [f.attname for f in Room._meta.concrete_fields if f.attname not in words]
        twin = Room(**{name: getattr(row, name) for name in same})
    with asking(wati), pytest.raises(IntegrityError, match="one_of_request"), transaction.atomic():
        twin.save(force_insert=True)


def test_every_step_of_the_table():
    for verb, (start, end) in ROOM.steps.items():
        for state in RoomState.values:
            row = Room(state=state)
            if state in start:
                ROOM.step(row, verb)
                assert row.state == end
            else:
                with pytest.raises(Refused):
                    ROOM.step(row, verb)


def test_a_block_ends_the_talk_and_not_the_help(taken, talk, wati, request_, cast, asking):
    with asking(cast.ayu) as by:
        block = actions.block(by=by, room=fresh(taken), reason="Mengancam petugas", days=7)
    with pytest.raises(Refused, match="ditutup sampai"):
        begun(request_)
    with asking(wati) as by:
        intake.answer_by_asker(by=by, request=Request.objects.get(), text="Saya minta maaf.")
    with asking(cast.sari) as by:
        actions.lift_block(by=by, block=block)
        actions.lift_block(by=by, block=block)
        assert Event.objects.filter(name="room.block_lifted").count() == 1
    assert begun(request_).lives


def test_seats_hold_no_name_of_the_client(taken, cast, asking):
    with asking(cast.ayu):
        assert sorted(Seat.objects.values_list("role", "name")) == [("client", ""), ("counsellor", "Ayu")]
        assert numbers(taken) == [1, 2]
