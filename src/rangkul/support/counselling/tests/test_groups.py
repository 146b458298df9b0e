"""A group: opened, joined under a called name, spoken in while it meets, and ended with what came of it."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, transaction
from django.http import Http404

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC, asking_as, job
from rangkul.base.models import DataKey, Event
from rangkul.commons.people.actions import register
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in, holder
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.actions import Times
from rangkul.support.counselling.models import (
    Attendance,
    Group,
    GroupMember,
    GroupMessage,
    GroupSeat,
    Meeting,
)
from rangkul.support.counselling.tests.conftest import begun
from rangkul.support.counselling.tests.gathering import (
    PURPOSE,
    enter,
    first_of,
    join,
    kept_out,
    opened_by,
    say,
    seat_named,
    words_of,
)


def remove(staff, seat, reason="Menyebut nama orang lain berulang kali."):
    with asking_as(staff.asker()) as by:
        return actions.remove_member(by=by, seat=seat, reason=reason)


def test_a_series_meets_at_the_same_hour_each_week_and_is_logged(group, cast, asking):
    with asking(cast.ayu):
        one, two = Meeting.objects.order_by("at")
        assert two.at - one.at == timedelta(weeks=1)
        assert Event.objects.filter(name="group.opened").count() == 1


def test_who_does_not_practise_opens_none(cast, asking):
    with asking(cast.putri) as by, pytest.raises(PermissionDenied):
        actions.open_group(by=by, purpose=PURPOSE, times=Times(clock.now() + timedelta(days=1)))


@pytest.mark.parametrize(
    ("changes", "times", "field"),
    [
        ({"rules": " "}, {}, "rules"),
        ({"places": 1}, {}, "places"),
        ({"places": 21}, {}, "places"),
        ({}, {"minutes": 10}, "minutes"),
        ({}, {"count": 27}, "count"),
        ({}, {"at": timedelta(days=-1)}, "at"),
        ({}, {"at": timedelta(days=400)}, "at"),
    ],
)
def test_what_does_not_fit_is_told_at_its_field(cast, asking, changes, times, field):
    ahead = times.pop("at", timedelta(days=1))
    with asking(cast.ayu) as by, pytest.raises(Refused) as refused:
        actions.open_group(by=by, purpose=replace(PURPOSE, **changes), times=Times(clock.now() + ahead, **times))
    assert refused.value.field == field


def test_two_meetings_never_stand_in_one_time(group, cast, asking):
    with asking(cast.ayu) as by:
        again = Times(first_of(group).at + timedelta(minutes=30))
        with pytest.raises(Refused, match="Bertabrakan"):
            actions.plan_meetings(by=by, group=group, times=again)


def test_a_member_joins_once_under_a_called_name(group, request_, cast, asking):
    join(request_, group, "Melati")
    join(request_, group, "Mawar")
    with asking(cast.ayu):
        (seat,) = GroupSeat.objects.select_related("key").filter(staff=None)
        assert seat.name == "Melati"
        assert Event.objects.filter(name="group.joined", subject_id=request_.pk).count() == 1


def test_the_rules_are_agreed_to_first(group, request_):
    with pytest.raises(Refused) as refused:
        join(request_, group, "Melati", agreed=False)
    assert refused.value.field == "agreed"


@pytest.mark.parametrize("name", ["", "…", "0812 3456", "wati@contoh.id", "x" * 31])
def test_a_name_leads_nowhere(group, request_, name):
    with pytest.raises(Refused) as refused:
        join(request_, group, name)
    assert refused.value.field == "name"


def test_two_of_one_group_are_never_called_the_same(group, request_, tini):
    join(request_, group, "Melati")
    with pytest.raises(Refused, match="sudah dipakai"):
        join(tini, group, " melati. ")


def test_nobody_joins_for_another_ticket(group, request_, tini):
    with asking_as(holder(tini)) as by, pytest.raises(PermissionDenied):
        actions.join_group(by=by, group=group, request=request_, name="Melati", agreed=True)


def test_no_more_members_than_places_not_even_in_the_database(group, cast):
    for name in ("Satu", "Dua", "Tiga"):
        join(handed_in(HUNGRY), group, name)
    with pytest.raises(Refused, match="penuh"):
        join(handed_in(HUNGRY), group, "Empat")
    with asking_as(job("counselling.group")):
        seat = GroupSeat(group=group, key=DataKey.make())
        seat.name = "Empat"
        kept_out("places", seat)


def test_places_are_never_fewer_than_members_not_even_in_the_database(group, cast, asking):
    for name in ("Satu", "Dua", "Tiga"):
        join(handed_in(HUNGRY), group, name)
    with asking(cast.ayu) as by:
        with pytest.raises(Refused, match="3 anggota"):
            actions.change_group(by=by, group=group, purpose=replace(PURPOSE, places=2))
        with pytest.raises(IntegrityError, match="places"), transaction.atomic():
            Group.objects.filter(pk=group.pk).update(places=2)


def test_one_person_with_two_tickets_has_one_seat_not_even_in_the_database_two(group, request_, tini, cast, asking):
    with asking(cast.ayu) as by:
        wati = register(by=by, full_name="Wati Contoh")
        for one in (request_, tini):
            intake.link_person(by=by, request=Request.objects.get(pk=one.pk), person=wati)
    join(request_, group, "Melati")
    with pytest.raises(Refused, match="tiket lain"):
        join(tini, group, "Kenanga")
    with asking_as(job("counselling.group")):
        seat = GroupSeat(group=group, key=DataKey.make())
        seat.name = "Kenanga"
        seat.save(force_insert=True)
        mine = Request.objects.get(pk=tini.pk)
        kept_out("one_person", GroupMember(group=group, seat=seat, key=seat.key, request=mine))


def test_whoever_complains_about_its_leader_is_not_offered_it(group, cast, asking):
    with asking(cast.sari) as by:
        complaint = handed_in(by=by, against_id=cast.ayu.pk, region_code="32.73")
    with asking_as(holder(complaint)):
        assert not Group.objects.exists()
    with pytest.raises(Http404):
        join(complaint, group, "Melati")


def test_the_public_finds_listed_ones_and_nobody_in_them(group, cast, request_):
    join(request_, group, "Melati")
    opened_by(cast.ayu, title="Hanya untuk klien", listed=False)
    with asking_as(PUBLIC) as by:
        assert [one.group.title for one in queries.offered(by)] == [PURPOSE.title]
        assert queries.free_places(group) == 2
        assert not GroupSeat.objects.exists()
        assert not GroupMember.objects.exists()


def test_nothing_is_said_outside_a_meeting_not_even_in_the_database(group, request_, cast, asking):
    join(request_, group, "Melati")
    with pytest.raises(Refused, match="belum dimulai"):
        say(request_, group, "Halo?")
    with asking(cast.ayu):
        seat = GroupSeat.objects.get(staff=cast.ayu)
        row = GroupMessage(meeting=first_of(group), key=DataKey.make(), seat=seat, number=1)
        row.body = "Diam-diam."
        kept_out("in_meeting", row)


def test_it_is_opened_shortly_before_its_time(group, cast, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused, match="15 menit"):
        actions.open_meeting(by=by, meeting=first_of(group))


def test_words_come_once_in_order_and_are_read_by_everybody_there(met, group, request_, tini, cast):
    key = uuid4()
    say(cast.ayu, group, "Selamat datang.")
    say(request_, group, "Terima kasih.", client_id=key)
    say(request_, group, "Terima kasih.", client_id=key)
    say(tini, group, "Halo semua.")
    expected = ["Selamat datang.", "Terima kasih.", "Halo semua."]
    assert words_of(tini) == words_of(request_) == words_of(cast.ayu) == words_of(cast.sari) == expected
    with asking_as(cast.ayu.asker()):
        numbers = list(GroupMessage.objects.filter(beside=None).order_by("number").values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
        assert not Event.objects.filter(name__in=["group.message_sent", "group.meeting_entered"]).exists()


def test_members_see_called_names_and_nothing_that_leads_to_each_other(met, group, request_, tini):
    enter(request_, met)
    enter(tini, met)
    with asking_as(holder(tini)):
        names = {one.name for one in GroupSeat.objects.select_related("key")}
        assert names == {"Ayu", "Melati", "Kenanga"}
        assert [one.request_id for one in GroupMember.objects.all()] == [tini.pk]
        assert [one.pk for one in Request.objects.all()] == [tini.pk]
        assert Attendance.objects.count() == 1


def test_a_private_line_is_between_one_member_and_who_leads(met, group, request_, tini, cast):
    say(request_, group, "Bu, saya kenal suara itu.", private=True)
    say(tini, group, "Boleh saya bicara nanti?", private=True)
    melati = seat_named(cast.ayu, group, "Melati")
    say(cast.ayu, group, "Terima kasih sudah bilang.", private=True, to=melati)
    assert words_of(tini) == ["Boleh saya bicara nanti?"]
    assert words_of(request_) == ["Bu, saya kenal suara itu.", "Terima kasih sudah bilang."]
    with asking_as(holder(request_)) as by:
        lines = queries.private_after(met, 0, queries.reader(by, queries.get_meeting(met.pk)))
        assert [one.number for one in lines] == [1, 2]
    with asking_as(cast.ayu.asker()) as by:
        lines = queries.private_after(met, 1, queries.reader(by, queries.get_meeting(met.pk)))
        assert [(one.number, one.text) for one in lines] == [
            (2, "Boleh saya bicara nanti?"), (3, "Terima kasih sudah bilang."),
        ]  # fmt: skip


def test_a_member_writes_in_nobody_elses_line_not_even_in_the_database(met, group, request_, tini, cast):
    melati = seat_named(cast.ayu, group, "Melati")
    with asking_as(holder(tini)):
        mine = GroupSeat.objects.get(member__request_id=tini.pk)
        for seat, beside in ((mine, melati), (melati, None)):
            row = GroupMessage(meeting_id=met.pk, key=DataKey.make(), seat=seat, beside=beside, number=50)
            row.body = "Palsu."
            with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
                row.save(force_insert=True)


def test_whoever_joins_later_reads_what_is_said_from_then_on(met, group, request_, cast):
    say(request_, group, "Sebelum ia datang.")
    late = handed_in(HUNGRY)
    join(late, group, "Cempaka")
    say(request_, group, "Sesudah ia datang.")
    assert words_of(late) == ["Sesudah ia datang."]


def test_whoever_left_reads_nothing_and_comes_back_to_what_is_said_then(met, group, request_, tini):
    say(tini, group, "Satu.")
    with asking_as(holder(request_)) as by:
        actions.leave_group(by=by, group=Group.objects.get(pk=group.pk))
    assert words_of(request_) == []
    say(tini, group, "Dua.")
    join(request_, group, "Melati")
    say(tini, group, "Tiga.")
    assert words_of(request_) == ["Tiga."]


def test_one_who_is_removed_reads_nothing_by_the_next_look_but_why(met, group, request_, tini, cast, asking):
    say(tini, group, "Rahasia kelompok.")
    say(request_, group, "Nomornya 0812.")
    remove(cast.ayu, seat_named(cast.ayu, group, "Melati"))
    assert words_of(request_) == []
    with asking_as(holder(request_)) as by:
        assert queries.removal_of(by, group).reason == "Menyebut nama orang lain berulang kali."
        assert not GroupSeat.objects.exists()
        assert Request.objects.get().pk == request_.pk
    with pytest.raises((Http404, PermissionDenied)):
        say(request_, group, "Saya masih di sini.")
    with pytest.raises((Http404, Refused)):
        join(request_, group, "Mawar")
    with asking(cast.ayu):
        lines = [one.line for one in GroupMessage.objects.exclude(line="").order_by("number")]
        assert lines[-1] == "went"
        assert Event.objects.filter(name="group.member_removed", subject_id=request_.pk).count() == 1


def test_removing_needs_a_reason_and_happens_once(met, group, cast, asking):
    seat = seat_named(cast.ayu, group, "Melati")
    with pytest.raises(Refused) as refused:
        remove(cast.ayu, seat, "  ")
    assert refused.value.field == "reason"
    remove(cast.ayu, seat)
    remove(cast.ayu, seat)
    with asking(cast.ayu):
        assert Event.objects.filter(name="group.member_removed").count() == 1


def test_a_hushed_member_reads_on_and_writes_to_the_leader_alone(met, group, request_, tini, cast):
    melati = seat_named(cast.ayu, group, "Melati")
    with asking_as(cast.ayu.asker()) as by:
        actions.hush_member(by=by, seat=melati)
    with pytest.raises(Refused, match="mendengarkan dulu"):
        say(request_, group, "Tetapi saya")
    say(request_, group, "Bu, kenapa?", private=True)
    say(tini, group, "Lanjut.")
    assert words_of(request_) == ["Bu, kenapa?", "Lanjut."]
    with asking_as(holder(request_)):
        row = GroupMessage(meeting_id=met.pk, key=DataKey.make(), seat=melati, number=60)
        row.body = "Lewat samping."
        kept_out("hushed", row)
    with asking_as(cast.ayu.asker()) as by:
        actions.hush_member(by=by, seat=melati, on=False)
    say(request_, group, "Terima kasih.")


def test_a_message_is_taken_back_by_who_said_it_or_who_leads(met, group, request_, tini, cast):
    hurts = say(request_, group, "Nomor Kenanga 0812.")
    mine = say(tini, group, "Salah kirim.")
    with asking_as(holder(tini)) as by:
        with pytest.raises(PermissionDenied):
            actions.take_back(by=by, message=GroupMessage.objects.select_related("meeting__group").get(pk=hurts.pk))
        actions.take_back(by=by, message=GroupMessage.objects.select_related("meeting__group").get(pk=mine.pk))
    with asking_as(cast.ayu.asker()) as by:
        actions.take_back(by=by, message=GroupMessage.objects.select_related("meeting__group").get(pk=hurts.pk))
    with asking_as(holder(tini)) as by:
        meeting = queries.get_meeting(met.pk)
        said = queries.group_newest(meeting, queries.reader(by, meeting))
        assert [one.text for one in said if not one.line] == ["", ""]


@pytest.mark.parametrize("name", ["budi", "candra", "dimas", "adi", "rini"])
def test_who_does_not_lead_reads_and_does_nothing(met, group, request_, cast, name):
    say(request_, group, "Hanya di sini.")
    staff = getattr(cast, name)
    seat = seat_named(cast.ayu, group, "Melati")
    assert words_of(staff) == []
    with asking_as(staff.asker()) as by:
        assert not GroupMember.objects.exists()
        assert not GroupSeat.objects.exists()
        for verb, words in (
            (actions.remove_member, {"seat": seat, "reason": "x"}),
            (actions.hush_member, {"seat": seat}),
            (actions.open_meeting, {"meeting": met}),
            (actions.end_meeting, {"meeting": met, "text": "x"}),
            (actions.close_group, {"group": group}),
        ):
            with pytest.raises(PermissionDenied):
                verb(by=by, **words)


def test_a_sign_raises_the_members_own_request_and_tells_the_group_nothing(met, group, request_, tini, cast):
    say(request_, group, "Saya ingin bunuh diri malam ini.")
    with asking_as(cast.ayu.asker()) as by:
        assert Request.objects.get(pk=request_.pk).level == "merah"
        assert Request.objects.get(pk=tini.pk).level != "merah"
        meeting = queries.get_meeting(met.pk)
        assert queries.group_newest(meeting, queries.reader(by, meeting))[-1].signs
    with asking_as(holder(tini)) as by:
        meeting = queries.get_meeting(met.pk)
        assert not queries.group_newest(meeting, queries.reader(by, meeting))[-1].signs


def test_the_code_word_is_said_to_nobody_and_closes_the_own_room(met, group, request_, cast, asking):
    room = begun(request_)
    assert say(request_, group, "Mangga muda!") is None
    assert words_of(cast.ayu) == []
    with asking(cast.sari):
        room.refresh_from_db()
        assert room.hushed_at is not None


def test_a_blocked_ticket_writes_in_no_group(met, group, request_, cast):
    room = begun(request_)
    with asking_as(cast.ayu.asker()) as by:
        actions.take(by=by, room=queries.get(room.pk))
        actions.block(by=by, room=queries.get(room.pk), reason="Menghina.", days=7)
    with pytest.raises(Refused, match="ditutup sampai"):
        say(request_, group, "Halo.")


def test_too_much_at_once_is_slowed_down(met, group, request_):
    for number in range(15):
        say(request_, group, f"{number}")
    with pytest.raises(Refused) as refused:
        say(request_, group, "lagi")
    assert refused.value.code == "flood"
