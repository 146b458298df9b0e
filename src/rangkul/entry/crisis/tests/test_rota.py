"""The duty rota: planned by a supervisor, swapped between colleagues, switched by the clock, its gaps seen before."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.clock import local, now
from rangkul.base.models import Event
from rangkul.commons.people.models import Staff
from rangkul.entry.crisis import actions, queries
from rangkul.entry.crisis.models import Shift
from rangkul.entry.intake.tests.situations import IN_DANGER, handed_in

pytestmark = pytest.mark.django_db
CLOCK = job("crisis.rota")


def hours(n):
    return now() + timedelta(hours=n)


@pytest.fixture
def shift(cast, asking):
    with asking(cast.sari) as by:
        return actions.plan_shift(by=by, unit=cast.ayu.unit, staff=cast.ayu, starts_at=hours(1), ends_at=hours(9))


def turn(at):
    with time_machine.travel(at, tick=False), asking_as(CLOCK) as by:
        shifts = queries.to_move(now())
        for one in shifts:
            actions.end_shift(by=by, shift=one)
        for one in shifts:
            actions.begin_shift(by=by, shift=one)


def on_duty(staff):
    with asking_as(CLOCK):
        return Staff.objects.get(pk=staff.pk).on_duty


def test_the_clock_switches_a_worker_on_and_off(cast, shift):
    with asking_as(CLOCK):
        Staff.objects.filter(pk=cast.ayu.pk).update(on_duty=False)
    turn(shift.starts_at)
    assert on_duty(cast.ayu)
    turn(shift.ends_at)
    assert not on_duty(cast.ayu)
    with asking_as(CLOCK):
        assert queries.to_move(shift.ends_at) == []


def test_what_comes_in_goes_to_whoever_the_rota_names(cast, asking):
    with asking(cast.sari) as by:
        actions.plan_shift(by=by, unit=cast.sari.unit, staff=cast.sari, starts_at=hours(-1), ends_at=hours(3))
    with asking_as(CLOCK):
        Staff.objects.filter(unit=cast.sari.unit).update(on_duty=False)
        Staff.objects.filter(pk=cast.ayu.pk).update(on_duty=True)
    turn(now())
    assert on_duty(cast.sari)
    assert handed_in(IN_DANGER).owner_id in (cast.ayu.pk, cast.sari.pk)


def test_a_colleague_takes_a_shift_over_only_by_saying_yes(cast, shift, asking):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused, match="petugas penuh"):
            actions.offer_shift(by=by, shift=shift, to=cast.dimas)
        actions.offer_shift(by=by, shift=shift, to=cast.sari)
    with asking(cast.dimas) as by, pytest.raises(PermissionDenied):
        actions.take_shift(by=by, shift=Shift.objects.get())
    with asking(cast.sari) as by:
        actions.take_shift(by=by, shift=Shift.objects.select_related("unit").get())
        assert Shift.objects.get().staff_id == cast.sari.pk


def test_a_junior_is_never_on_duty_alone(cast, asking):
    with asking(cast.sari) as by, pytest.raises(Refused, match="junior"):
        actions.plan_shift(by=by, unit=cast.sari.unit, staff=cast.dimas, starts_at=hours(1), ends_at=hours(2))


def test_nobody_stands_in_two_shifts_at_once(cast, shift, asking):
    with asking(cast.sari) as by, pytest.raises(Refused, match="sudah bertugas"):
        actions.plan_shift(by=by, unit=cast.ayu.unit, staff=cast.ayu, starts_at=hours(8), ends_at=hours(12))


def test_only_a_supervisor_plans_and_no_other_agency_sees_it(cast, shift, asking):
    with asking(cast.ayu) as by, pytest.raises(PermissionDenied):
        actions.plan_shift(by=by, unit=cast.ayu.unit, staff=cast.ayu, starts_at=hours(20), ends_at=hours(22))
    with asking(cast.budi):
        assert not Shift.objects.exists()


def test_gaps_are_hours_in_which_nobody_is(shift):
    start = shift.starts_at - timedelta(hours=1)
    found = list(queries.gaps([shift], start, shift.ends_at + timedelta(hours=2)))
    assert [(one.start, one.end) for one in found] == [
        (start, shift.starts_at),
        (shift.ends_at, shift.ends_at + timedelta(hours=2)),
    ]
    assert list(queries.gaps([shift], shift.starts_at, shift.ends_at)) == []


def test_the_page_shows_gaps_and_plans_and_drops(cast, shift, signed_in):
    browser = signed_in(cast.sari)
    text = browser.get("/kerja/krisis/jaga/").content.decode()
    assert "Belum ada yang berjaga dalam tujuh hari ini" in text
    assert "Ayu Peksos" in text
    assert browser.post(f"/kerja/krisis/jaga/{shift.pk}/batal/").status_code == 302
    assert "Belum ada jadwal jaga" in browser.get("/kerja/krisis/jaga/").content.decode()
    assert "Simpan giliran" not in signed_in(cast.ayu).get("/kerja/krisis/jaga/").content.decode()


def test_only_whoever_was_asked_is_shown_the_button_to_take_it(cast, shift, signed_in, asking):
    assert "Saya ambil giliran ini" not in signed_in(cast.sari).get("/kerja/krisis/jaga/").content.decode()
    with asking(cast.ayu) as by:
        actions.offer_shift(by=by, shift=shift, to=cast.sari)
    assert "Saya ambil giliran ini" in signed_in(cast.sari).get("/kerja/krisis/jaga/").content.decode()
    assert "Saya ambil giliran ini" not in signed_in(cast.ayu).get("/kerja/krisis/jaga/").content.decode()


def test_a_willing_worker_takes_hours_that_are_nobodys(cast, shift, signed_in, asking):
    ayu = signed_in(cast.ayu)
    page = ayu.get("/kerja/krisis/jaga/").text
    assert "Saya berjaga pada jam ini" in page
    assert "Saya berjaga pada jam ini" not in signed_in(cast.dimas).get("/kerja/krisis/jaga/").text
    from_, to = (f"{local(moment):%Y-%m-%dT%H:%M}" for moment in (shift.ends_at + timedelta(minutes=1), hours(12)))
    taken = ayu.post("/kerja/krisis/jaga/kosong/", {"starts_at": from_, "ends_at": to})
    assert taken.status_code == 302
    with asking(cast.sari):
        mine = Shift.objects.exclude(pk=shift.pk).get()
        assert (mine.staff_id, mine.made_by_id) == (cast.ayu.pk, cast.ayu.pk)
        assert Event.objects.filter(name="shift.gap_taken", by_id=cast.ayu.pk).count() == 1
    rota = signed_in(cast.sari).get("/kerja/krisis/jaga/").text
    assert "diambil sendiri" in rota
    # Whoever comes second hears who was first, and keeps what they typed.
    late = signed_in(cast.sari).post("/kerja/krisis/jaga/kosong/", {"starts_at": from_, "ends_at": to})
    assert late.status_code == 422
    assert "Ayu berjaga" in late.text
    assert from_ in late.text


@pytest.mark.parametrize("who", ["dimas", "adi", "candra", "budi"])
def test_who_is_not_on_duty_alone_in_this_unit_takes_nothing(cast, shift, asking, who):
    with asking(getattr(cast, who)) as by, pytest.raises(PermissionDenied):
        actions.take_gap(by=by, unit=cast.ayu.unit, starts_at=hours(10), ends_at=hours(12))


def test_hours_are_taken_within_a_rota_and_within_reason(cast, asking):
    unit = cast.ayu.unit
    with asking(cast.ayu) as by, pytest.raises(Refused, match="belum punya jadwal"):
        actions.take_gap(by=by, unit=unit, starts_at=hours(1), ends_at=hours(2))
    with asking(cast.sari) as by:
        actions.plan_shift(by=by, unit=unit, staff=cast.sari, starts_at=hours(1), ends_at=hours(2))
    with asking(cast.ayu) as by:
        for start, end, said in ((3, 30, "24 jam"), (-3, -1, "sudah lewat"), (400, 410, "14 hari"), (5, 4, "sesudah")):
            with pytest.raises(Refused, match=said):
                actions.take_gap(by=by, unit=unit, starts_at=hours(start), ends_at=hours(end))
