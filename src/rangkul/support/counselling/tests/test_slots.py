"""Times to speak: opened by a worker, picked once, moved, given back, cancelled; by the clock of each place."""

from datetime import timedelta
from itertools import pairwise

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC, TICKET_SESSION_KEY, asking_as
from rangkul.base.models import Event
from rangkul.commons.people.actions import register
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in, holder
from rangkul.journey.cases.models import Reminder
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.models import Slot

SOON = timedelta(days=1)


def offer(staff, at=None, **how):
    with asking_as(staff.asker()) as by:
        return actions.offer_slots(by=by, at=at or clock.now() + SOON, **how)


def take(request, slot):
    with asking_as(holder(request)) as by:
        return actions.take_slot(by=by, request=Request.objects.get(), slot=Slot(pk=slot.pk))


def as_worker(staff):
    with asking_as(staff.asker()):
        return {one.pk: (one.state, one.request_id) for one in Slot.objects.all()}


@pytest.fixture
def slot(cast):
    return offer(cast.ayu)


def test_a_row_of_times_is_opened_at_once_and_logged(cast, asking):
    offer(cast.ayu, minutes=30, count=4)
    with asking(cast.ayu):
        times = [one.at for one in Slot.objects.order_by("at")]
        assert [after - before for before, after in pairwise(times)] == [timedelta(minutes=30)] * 3
        assert Event.objects.filter(name="slot.offered").count() == 1


def test_two_never_stand_in_one_time_not_even_in_the_database(cast, slot):
    with pytest.raises(Refused, match="Bertabrakan"):
        offer(cast.ayu, slot.at + timedelta(minutes=20))
    with asking_as(cast.ayu.asker()), pytest.raises(IntegrityError), transaction.atomic():
        Slot(agency_id=slot.agency_id, unit_id=slot.unit_id, staff=cast.ayu, name="Ayu", at=slot.at).save()


def test_the_first_of_two_has_it_and_the_second_is_told(slot, request_, cast):
    other = handed_in()
    take(request_, slot)
    with pytest.raises(Refused, match="baru saja diambil"):
        take(other, slot)
    assert as_worker(cast.ayu)[slot.pk] == ("taken", request_.pk)


def test_pressed_twice_it_is_taken_once(slot, request_, cast, asking):
    take(request_, slot)
    take(request_, slot)
    with asking(cast.ayu):
        assert Event.objects.filter(name="slot.taken").count() == 1


def test_moving_frees_the_time_before_in_one_step(slot, request_, cast):
    later = offer(cast.ayu, slot.at + timedelta(hours=3))
    take(request_, slot)
    take(request_, later)
    assert as_worker(cast.ayu) == {slot.pk: ("open", None), later.pk: ("taken", request_.pk)}


def test_given_back_it_is_open_for_others(slot, request_, cast):
    take(request_, slot)
    with asking_as(holder(request_)) as by:
        actions.give_slot_back(by=by, request=Request.objects.get(), slot=Slot.objects.get())
    assert as_worker(cast.ayu)[slot.pk] == ("open", None)


def test_what_the_worker_cancels_the_client_reads(slot, request_, cast, asking):
    take(request_, slot)
    with asking(cast.ayu) as by:
        actions.cancel_slot(by=by, slot=Slot.objects.get(), seen=request_.pk)
    with asking_as(holder(request_)):
        assert queries.slot_of(request_.pk).state == "cancelled"
        assert queries.open_slots() == []


def test_a_time_that_moved_meanwhile_is_not_cancelled_or_settled_by_an_old_page(slot, request_, cast, signed_in):
    work = f"/kerja/konseling/waktu/{slot.pk}/"
    take(request_, slot)
    page = signed_in(cast.ayu).post(work + "batal/", {"milik": ""}, follow=True)
    assert "baru saja berganti tangan" in page.text
    assert as_worker(cast.ayu)[slot.pk] == ("taken", request_.pk)
    with asking_as(holder(request_)) as by:
        actions.give_slot_back(by=by, request=Request.objects.get(), slot=Slot.objects.get())
    later = time_machine.travel(slot.at + timedelta(minutes=1), tick=False)
    with later, asking_as(cast.ayu.asker()) as by, pytest.raises(Refused, match="sudah melepasnya"):
        actions.settle_slot(by=by, slot=Slot.objects.get(), came=True)


def test_another_ticket_sees_the_open_ones_and_nothing_of_who_took_the_others(slot, request_, cast):
    offer(cast.ayu, slot.at + timedelta(hours=3))
    take(request_, slot)
    with asking_as(holder(handed_in())):
        assert [one.request_id for one in Slot.objects.all()] == [None]


def test_whoever_complains_about_a_worker_is_offered_none_of_their_times(cast, asking, slot):
    with asking(cast.sari) as by:
        complaint = handed_in(by=by, against_id=cast.ayu.pk, region_code="32.73")
    with asking_as(holder(complaint)):
        assert not Slot.objects.exists()


@pytest.mark.parametrize("name", ["budi", "putri"])
def test_nobody_opens_times_for_somebody_elses_unit(cast, name):
    with asking_as(getattr(cast, name).asker()) as by, pytest.raises(PermissionDenied):
        actions.offer_slots(by=by, at=clock.now() + SOON, staff=cast.ayu)


def test_a_supervisor_opens_them_for_a_colleague(cast, asking):
    with asking(cast.sari) as by:
        assert actions.offer_slots(by=by, at=clock.now() + SOON, staff=cast.ayu).staff_id == cast.ayu.pk


def test_the_public_sees_and_takes_none(slot, request_):
    with asking_as(PUBLIC) as by:
        assert not Slot.objects.exists()
        with pytest.raises(PermissionDenied):
            actions.take_slot(by=by, request=request_, slot=slot)


def test_one_that_nobody_settled_is_late_with_its_worker(slot, request_, cast, asking):
    take(request_, slot)
    find, stands = queries.LATE["room_slot"]
    with time_machine.travel(slot.at + timedelta(hours=3), tick=False), asking(cast.ayu) as by:
        (matter,) = find(clock.now(), lambda rows, *_more: rows)
        assert (matter.owner_id, stands(matter)) == (cast.ayu.pk, True)
        actions.settle_slot(by=by, slot=Slot.objects.get(), came=True)
        assert not stands(matter)


def test_the_pages_of_both_sides(slot, request_, cast, client, signed_in):
    ayu = signed_in(cast.ayu)
    assert "Masih kosong" in ayu.get("/kerja/konseling/waktu/").content.decode()
    session = client.session
    session[TICKET_SESSION_KEY] = str(request_.pk)
    session.save()
    page = client.get("/konseling/janji/").content.decode()
    assert f"/konseling/janji/{slot.pk}/ambil/" in page
    assert "WIB" in page
    assert client.get(f"/konseling/janji/{slot.pk}/ambil/").status_code == 405
    assert client.post(f"/konseling/janji/{slot.pk}/ambil/").status_code == 302
    assert "Simpan ke kalender" in client.get("/konseling/janji/").content.decode()
    file = client.get(f"/konseling/janji/{slot.pk}/kalender/")
    assert file["Content-Type"].startswith("text/calendar")
    assert b"SUMMARY:Janji\r\n" in file.content
    assert "Janji bicara" in ayu.get("/kerja/konseling/").content.decode()
    assert client.post(f"/konseling/janji/{slot.pk}/lepas/").status_code == 302
    assert signed_in(cast.budi).post(f"/kerja/konseling/waktu/{slot.pk}/batal/").status_code == 404


def test_the_worker_saves_their_own_appointment_without_a_name_in_it(slot, request_, cast, signed_in):
    ayu, file = signed_in(cast.ayu), f"/kerja/konseling/waktu/{slot.pk}/kalender/"
    assert ayu.get(file).status_code == 404, "nobody took it"
    assert file not in ayu.get("/kerja/konseling/waktu/").text
    take(request_, slot)
    assert file in ayu.get("/kerja/konseling/waktu/").text
    answer = ayu.get(file)
    assert answer["Content-Type"].startswith("text/calendar")
    for line in (f"UID:{slot.pk}@rangkul", f"DTSTART:{slot.at:%Y%m%dT%H%M%SZ}", "SUMMARY:Janji bicara"):
        assert line.encode() in answer.content
    for never in (request_.ticket, "Wati"):
        assert never.encode() not in answer.content
    assert ayu.post(file).status_code == 405
    for other in (cast.sari, cast.budi):
        assert signed_in(other).get(file).status_code == 404


def test_without_a_ticket_the_door_comes_first(client, db):
    assert client.get("/konseling/janji/").status_code == 302


@pytest.fixture
def case(request_, cast, asking):
    with asking(cast.ayu) as by:
        intake.link_person(by=by, request=request_, person=register(by=by, full_name="Wati Contoh"))
        return intake.accept(by=by, request=Request.objects.get(), text="Kami dampingi.", no_conflict=True)


def day_on_case(cast):
    """What the worker's "Hari ini" reads."""
    with asking_as(cast.ayu.asker()):
        return list(Reminder.objects.filter(kind="slot_day").values_list("due", flat=True))


def test_its_day_stands_on_the_case_until_it_is_settled(case, slot, request_, cast, asking):
    take(request_, slot)
    assert day_on_case(cast) == [clock.local(slot.at, request_.region_code).date()]
    with time_machine.travel(slot.at + timedelta(minutes=5), tick=False), asking(cast.ayu) as by:
        actions.settle_slot(by=by, slot=Slot.objects.get(), came=True)
    assert day_on_case(cast) == [None]


def test_moved_and_given_back_its_day_goes_along(case, slot, request_, cast):
    later = offer(cast.ayu, slot.at + timedelta(days=2))
    take(request_, slot)
    take(request_, later)
    assert [day for day in day_on_case(cast) if day] == [clock.local(later.at, request_.region_code).date()]
    with asking_as(holder(request_)) as by:
        actions.give_slot_back(by=by, request=Request.objects.get(), slot=Slot.objects.get(pk=later.pk))
    assert not any(day_on_case(cast))
