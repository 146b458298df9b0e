"""Opening hours written row by row: of one place, of Ramadan, of some days; read first, contradictions refused, the
narrowest holds, and the same rows as from a file."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from rangkul.base import clock, days
from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.base.workdays import holiday_name
from rangkul.commons.directory import actions, importing, queries
from rangkul.commons.directory.actions import HoursDraft, PlaceDraft
from rangkul.commons.directory.models import Schedule
from rangkul.commons.directory.pages.day_words import words_on
from rangkul.commons.directory.tests import making

FIRST, SECOND = PlaceDraft("32.73.09", "Jl. Contoh No. 5"), PlaceDraft("32.73.02", "Jl. Kedua No. 2")
EVERY_DAY = HoursDraft("Mo-Su 08:00-16:00")


def _quiet(day: date) -> bool:
    return not any(holiday_name(day + timedelta(days=n)) for n in range(-3, 12))


# A month ahead, with no holiday around it.
DAY = next(day for n in range(40, 400) if _quiet(day := days.today() + timedelta(days=n)))


@pytest.fixture
def service(cast, asking):
    with asking(cast.ayu) as by:
        return making.service(by, places=[FIRST, SECOND], hours=[EVERY_DAY])


def address(name, service, *more):
    return reverse(f"directory:{name}", args=[service.pk, *more])


def place(service, asking, who, draft):
    with asking(who):
        return next(one for one in queries.entry(service.pk).places if one.location.address == draft.address)


def on(service, day, where=None):
    entry = queries.entry(service.pk)
    return words_on(entry, day, next((one for one in entry.places if where and one.pk == where.pk), None))


def test_hours_of_one_place_are_read_first_then_written(signed_in, visitor, cast, asking, service):
    second = place(service, asking, cast.ayu, SECOND)
    typed = {"place": str(second.pk), "opening_hours": "Senin–Minggu 10.00–12.00"}
    browser, new = signed_in(cast.ayu), address("hours_new", service, "biasa")
    look = browser.post(new, typed | {"lihat": "1"}).text
    assert "Hari ini:" in look
    assert "buka 10.00–12.00" in look or "hari libur nasional" in look
    with asking(cast.ayu):
        assert Schedule.objects.filter(service=service).count() == 1, "to look writes nothing"
    assert browser.post(new, typed).status_code == 302
    with asking(cast.ayu):
        assert on(service, DAY, second) == "buka 10.00–12.00"
        assert on(service, DAY, place(service, asking, cast.ayu, FIRST)) == "buka 08.00–16.00"
        assert Event.objects.filter(name="service.hours_added", subject_id=service.pk).count() == 1
    page = visitor.get(f"/layanan/{service.pk}/").text
    assert "Jl. Kedua No. 2" in page
    assert "Setiap hari 10.00–12.00" in page


def test_an_exception_has_days_and_a_reason_and_goes_before_all(signed_in, visitor, cast, asking, service):
    browser, new = signed_in(cast.ayu), address("hours_new", service, "khusus")
    typed = {"valid_from": f"{DAY}", "valid_to": f"{DAY + timedelta(days=2)}", "closed": "on", "notes": "Pindah ruang"}
    assert "tutup" in browser.post(new, typed | {"lihat": "1"}).text
    assert browser.post(new, typed).status_code == 302
    one = {"valid_from": f"{DAY + timedelta(days=1)}", "opening_hours": "09.00-11.00", "notes": "Hanya hari ini"}
    assert browser.post(new, one).status_code == 302
    with asking(cast.ayu):
        told = [on(service, DAY + timedelta(days=n)) for n in range(-1, 4)]
    assert told == ["buka 08.00–16.00", "tutup", "buka 09.00–11.00", "tutup", "buka 08.00–16.00"]
    page = visitor.get(f"/layanan/{service.pk}/").text
    assert "Pindah ruang" in page
    assert "Hanya hari ini" in page
    with clock.pretending(clock.now() + timedelta(days=200)):
        assert "Pindah ruang" not in visitor.get(f"/layanan/{service.pk}/").text, "what is over is not told any more"


def test_closed_on_a_holiday_is_closed_for_sure(cast, asking, service):
    feast = next(d for n in range(1, 400) if holiday_name(d := days.today() + timedelta(days=n)))
    with asking(cast.ayu) as by:
        assert on(service, feast) == "hari libur nasional, belum pasti buka"
        given = HoursDraft("off", valid_from=feast, valid_to=feast, notes="Libur")
        row = actions.add_hours(by=by, service=service, given=given)
        assert on(service, feast) == "tutup"
        actions.change_hours(by=by, service=service, schedule=row, given=HoursDraft(
            "Mo-Su 09:00-10:00", valid_from=feast, valid_to=feast, notes="Libur"
        ))  # fmt: skip
        assert on(service, feast) == "buka 09.00–10.00"


def test_hours_of_ramadan_may_have_their_own_days(signed_in, cast, asking, service):
    typed = {"opening_hours": "09.00–13.00", "valid_from": f"{DAY}", "valid_to": f"{DAY + timedelta(days=29)}"}
    assert signed_in(cast.ayu).post(address("hours_new", service, "ramadan"), typed).status_code == 302
    with asking(cast.ayu):
        assert Schedule.objects.get(service=service, season="ramadan").is_exception
        assert on(service, DAY) == "buka 09.00–13.00", "whatever the calendar estimates"


ONE = timedelta(days=1)
WEEKDAY = next(d for n in range(7) if (d := DAY + timedelta(days=n)).weekday() == 0)


@pytest.mark.parametrize(
    ("kind", "typed", "words"),
    [
        ("biasa", {"opening_hours": "Senin–Jumat 08.00–16.00"}, "sudah ada"),
        ("biasa", {"opening_hours": "Senin 08.00-12.00, 11.00-15.00"}, "saling menimpa"),
        ("biasa", {"opening_hours": "kapan saja"}, "belum bisa dibaca"),
        ("khusus", {"valid_from": f"{DAY}", "valid_to": f"{DAY - ONE}", "closed": "on"}, "sebelum hari pertama"),
        ("khusus", {"valid_from": f"{DAY}"}, "centang tutup"),
        ("khusus", {"valid_from": f"{DAY}", "closed": "on", "opening_hours": "08.00-09.00"}, "tidak bisa sekaligus"),
        ("khusus", {"valid_from": f"{WEEKDAY}", "opening_hours": "Selasa 08.00-09.00"}, "tidak membuka hari apa pun"),
        ("khusus", {"valid_from": "2026-01-05", "closed": "on"}, "sudah lewat"),
        ("khusus", {"valid_from": f"{DAY}", "valid_to": f"{DAY + 90 * ONE}", "closed": "on"}, "Paling lama"),
        ("ramadan", {"opening_hours": "08.00-09.00", "valid_from": f"{DAY}"}, "kosongkan keduanya"),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_refused_in_words(signed_in, cast, asking, service, kind, typed, words):
    more = {"notes": "Alasan"} if kind == "khusus" else {}
    answer = signed_in(cast.ayu).post(address("hours_new", service, kind), typed | more)
    assert answer.status_code == 422
    assert words in answer.text
    with asking(cast.ayu):
        assert Schedule.objects.filter(service=service).count() == 1


def test_an_exception_needs_its_reason(signed_in, cast, service):
    typed = {"valid_from": f"{DAY}", "closed": "on"}
    assert signed_in(cast.ayu).post(address("hours_new", service, "khusus"), typed).status_code == 422


@pytest.mark.parametrize(
    ("first", "last", "taken"), [(0, 4, False), (3, 9, False), (1, 3, True), (5, 6, True), (-2, 9, True)]
)
def test_two_exceptions_lie_beside_or_within_each_other(cast, asking, service, first, last, taken):
    def stretch(start, end, hours="off"):
        day = timedelta(days=1)
        return HoursDraft(hours, valid_from=DAY + start * day, valid_to=DAY + end * day, notes="Alasan")

    with asking(cast.ayu) as by:
        actions.add_hours(by=by, service=service, given=stretch(0, 4))
        if taken:
            actions.add_hours(by=by, service=service, given=stretch(first, last, "Mo-Su 09:00-10:00"))
        else:
            with pytest.raises(Refused, match="Bertabrakan"):
                actions.add_hours(by=by, service=service, given=stretch(first, last, "Mo-Su 09:00-10:00"))


def test_a_row_is_changed_and_removed_once_and_the_history_tells(signed_in, cast, asking, service):
    browser = signed_in(cast.ayu)
    with asking(cast.ayu):
        row = Schedule.objects.get(service=service)
    change = address("hours_row", service, row.pk)
    shown = {k: v for k, v in browser.get(change).context["form"].initial.items() if v not in (None, False)}
    assert browser.post(change, shown).status_code == 302
    with asking(cast.ayu):
        assert not Event.objects.filter(name="service.hours_changed").exists(), "the same in other words"
    assert browser.post(change, shown | {"opening_hours": "Senin–Kamis 09.00–15.00"}).status_code == 302
    remove = address("hours_remove", service, row.pk)
    assert browser.get(remove).status_code == 405
    for _again in range(2):
        assert browser.post(remove).status_code == 302
    with asking(cast.ayu):
        assert Event.objects.filter(name="service.hours_removed", subject_id=service.pk).count() == 1
    history = browser.get(address("history", service)).text
    assert "Setiap hari 08.00–16.00 → Senin–Kamis 09.00–15.00; Jumat–Minggu tutup" in history
    assert "Ayu Peksos" in history
    assert "Jam buka belum ditulis" in browser.get(address("hours", service)).text


def test_only_who_keeps_the_entry_writes_them(signed_in, cast, asking):
    with asking(cast.ayu) as by:
        own = actions.add_organization(by=by, given=actions.OrganizationDraft(name="Harapan"), own=True)
        service = making.service(by, of=own)
        row = Schedule.objects.get(service=service)
    for staff in (cast.budi, cast.agus):
        browser = signed_in(staff)
        assert browser.get(address("hours", service)).status_code == 403
        assert browser.post(address("hours_new", service, "biasa"), {"opening_hours": "24 jam"}).status_code == 403
        assert browser.post(address("hours_remove", service, row.pk)).status_code == 403
    assert signed_in(cast.ayu).get(address("hours_new", service, "lain")).status_code == 404


def test_the_form_of_the_whole_entry_keeps_hours_of_places_and_days(signed_in, cast, asking, service):
    at = (SECOND.address, SECOND.region_code)
    with asking(cast.ayu) as by:
        actions.add_hours(by=by, service=service, given=HoursDraft("Mo 10:00-12:00", at=at))
        exception = HoursDraft(
            "off", valid_from=DAY, valid_to=DAY, notes="Libur", at=(FIRST.address, FIRST.region_code)
        )
        actions.add_hours(by=by, service=service, given=exception)
    browser, change = signed_in(cast.ayu), address("change", service)
    form = {k: v for k, v in browser.get(change).context["form"].initial.items() if v not in (None, False)}
    assert browser.post(change, form | {"address": "Jl. Baru No. 1"}).status_code == 302
    with asking(cast.ayu):
        entry = queries.entry(service.pk)
        where = {one.pk: one.location.address for one in entry.places}
        told = {(row.opening_hours, where.get(row.at_id)) for row in entry.schedules}
    assert told == {
        ("Mo-Su 08:00-16:00", None), ("Mo 10:00-12:00", "Jl. Kedua No. 2"), ("off", "Jl. Baru No. 1")
    }  # fmt: skip


def test_hours_of_a_hidden_place_are_told_to_workers_only(visitor, signed_in, cast, asking):
    hidden = PlaceDraft("32.73.02", "Rumah aman", public=False)
    with asking(cast.ayu) as by:
        at = (hidden.address, hidden.region_code)
        service = making.service(by, places=[FIRST, hidden], hours=[EVERY_DAY, HoursDraft("Mo 05:00-06:00", at=at)])
    assert "05.00" not in visitor.get(f"/layanan/{service.pk}/").text
    assert "05:00" not in visitor.get(f"/hsds/services/{service.pk}").text
    assert "05.00" in signed_in(cast.ayu).get(address("show", service)).text


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("2027-03-20 s/d 2027-03-25: tutup (Idulfitri)", ("off", date(2027, 3, 20), date(2027, 3, 25), "Idulfitri")),
        ("20/3/2027: 09.00-11.00", ("09:00-11:00", date(2027, 3, 20), date(2027, 3, 20), "")),
    ],
)
def test_a_table_brings_exceptions_too(cast, asking, cell, told):
    text = f'Lembaga;Layanan;Jam khusus\nYayasan;Dapur;"{cell}"\n'
    with asking(cast.sari) as by:
        report = importing.examine(importing.read(text.encode(), "a.csv"))
        actions.import_lines(by=by, lines=report.lines)
        row = Schedule.objects.get()
    assert (row.opening_hours, row.valid_from, row.valid_to, row.notes) == told


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("besok tutup", "ditulis seperti"), ("2027-13-40: tutup", "Tanggal ditulis"),
        ("2027-03-25 s/d 2027-03-20: tutup", "sebelum hari pertama"),
        ("2027-03-20 s/d 2027-03-25: tutup | 2027-03-24 s/d 2027-03-28: tutup", "Bertabrakan"),
    ],
)  # fmt: skip
def test_contradictory_exceptions_in_a_table_are_said_at_their_row(cast, asking, cell, words):
    text = f'Lembaga;Layanan;Jam khusus\nYayasan;Dapur;"{cell}"\n'
    with asking(cast.sari):
        report = importing.examine(importing.read(text.encode(), "a.csv"))
    assert not report.lines
    assert words in report.faults[0].words
