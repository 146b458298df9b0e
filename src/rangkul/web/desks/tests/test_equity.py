"""Who asks, waits and is turned away: counted by one job, without a number from which somebody could be found."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from tests.support.cast import key

from rangkul.base.asking import job
from rangkul.base.clock import pretending
from rangkul.base.models import DataKey, Event
from rangkul.commons.people.models import Person, Staff
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import Asked
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.support.referral import actions as referrals
from rangkul.web.desks.equity import facts as counted
from rangkul.web.desks.equity.counting import count_what_is_due
from rangkul.web.desks.equity.facts import Group, facts
from rangkul.web.desks.equity.quarters import Quarter, countings
from rangkul.web.desks.equity.ratios import ratio
from rangkul.web.desks.equity.report import report
from rangkul.web.desks.equity.states import Dimension
from rangkul.web.desks.equity.weighing import kept
from rangkul.web.desks.models import EquityCount

COUNTS = job("desks.equity")
CAME = datetime(2026, 8, 3, 2, tzinfo=UTC)
COUNTED = datetime(2026, 10, 9, 2, tzinfo=UTC)
SINCE, UNTIL = datetime(2026, 7, 1, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC)
ADDRESS = "/kerja/pemerataan/"


def came(**given) -> Request:
    with pretending(CAME):
        return handed_in(received_at=CAME, **given)


def declined(by, request, after, reason="outside_area"):
    with pretending(CAME + after):
        intake.decline(
            by=by,
            request=Request.objects.get(pk=request.pk),
            reason=reason,
            text="Maaf.",
            note="Sudah penuh.",
            no_conflict=True,
        )


@pytest.fixture
def told(cast, asking):
    """Five requests: declined at once, an unmet need, never answered, one that was none, and one asked anew. And a
    ticket that nobody asked for."""
    given = Asked(name="Wati Contoh", sex="P")
    first, unmet, _slow, none = (came(asked=given, ages=(40,)) for _ in range(4))
    again = came(fields=("disability",))
    with asking(cast.ayu) as by:
        wati = Person.objects.create(
            key=DataKey.make(), agency=cast.ayu.agency, unit=cast.ayu.unit, registered_by=cast.ayu, sex="L",
            full_name="Wati Contoh", birth_date=date(2010, 1, 1), birth_precision="year",
        )  # fmt: skip
        for one in (first, again):
            intake.link_person(by=by, request=Request.objects.get(pk=one.pk), person=wati)
        Request.objects.filter(pk=again.pk).update(received_at=CAME + timedelta(days=20))
        declined(by, first, timedelta(hours=3))
        declined(by, none, timedelta(hours=1), "not_a_request")
        need = referrals.note_need(by=by, request=Request.objects.get(pk=unmet.pk), kind="food")
        referrals.leave_unmet(by=by, need=need, why="none")
        with pretending(CAME):
            given_to = intake.give_ticket(by=by, person=wati, behind=intake.Behind(cast.ayu))
        assert list(Request.objects.exclude(pk__in=Request.objects.that_came_in())) == [given_to]
    return cast.ayu.agency_id


def test_each_request_is_counted_once_by_what_the_records_say(told, cast, asking):
    bandung = cast.ayu.unit_id
    with asking(COUNTS):
        found = facts(SINCE, UNTIL, COUNTED)[told]
    whole = found[""][""]
    assert whole.counts == {"declined": 1, "unmet": 1, "slow": 2}, "what was no request is not counted"
    assert whole.first_hours == whole.decided_hours == float("inf"), "three of four were never answered"
    assert found["sex"]["L"].counts == {"declined": 1, "slow": 1}, "the registered person is believed first"
    assert found["sex"]["L"].first_hours == 3
    assert found["age"].keys() == {"child", "adult"}
    assert found["disability"]["noted"].n == 1
    assert found["area"].keys() == {"32.73"}
    assert found["unit"][f"{bandung}+"].counts == {"again": 1, "none": 3}, "Cimahi has two workers"
    written = {"became": set(whole.counts), Dimension.AGE: set(found["age"]), Dimension.DISABILITY: {"noted"}}
    assert all(words <= counted.WRITTEN[name] for name, words in written.items())


@pytest.mark.parametrize("name", ["desks.count", "intake.clock"])
def test_no_other_job_learns_who_asked(told, asking, name):
    with asking(job(name)), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM desks_who_asked(%s, %s)", [SINCE, UNTIL])
        assert cursor.fetchone() == (0,)


def many(groups) -> dict:
    """Facts of `{(sex, age): {became: n}}`; everybody is of one area and one unit."""
    found = defaultdict(lambda: defaultdict(Group))
    for (sex, age), counts in groups.items():
        places = (("", ""), ("sex", sex), ("age", age), ("disability", "not_noted"), ("area", "32.73"))
        for dimension, name in places:
            for became, n in counts.items():
                group = found[dimension][name]
                group.first_hours, group.decided_hours = 5.0, float("inf")
                group.counts[became] = group.counts.get(became, 0) + n
    unit = f"{key('bandung')}+"
    found["unit"][unit] = Group({"none": found[""][""].n - 20, "again": 20}, 5.0, 60.0)
    return found


UNEVEN = {
    ("P", "adult"): {"declined": 40, "other": 60}, ("L", "adult"): {"declined": 10, "other": 88},
    ("L", "old"): {"declined": 2, "other": 9},
}  # fmt: skip


def test_a_small_number_is_hidden_in_all_tables_and_nobody_counts_back():
    rows = {(row.dimension, row.name, row.became): row.n for row in kept(many(UNEVEN))}
    assert rows["age", "old", "declined"] is None
    assert rows["age", "adult", "declined"] is None, "or the two would be what is left"
    assert rows["sex", "P", "declined"] == 40
    assert not [n for n in rows.values() if n is not None and 0 < n < 5]
    assert kept({}) != kept(many({("P", "adult"): {"other": 4}}))
    assert [(row.n, row.first_hours) for row in kept(many({("P", "adult"): {"other": 4}}))] == [(None, None)]


def test_a_ratio_comes_with_its_interval_and_only_where_there_is_one():
    found = ratio(18, 60, 30, 150)
    assert (found.other_hit, found.other_n) == (12, 90)
    assert [round(one, 2) for one in (found.ratio, found.low, found.high)] == [2.25, 0.95, 5.31]
    assert not found.stands_out, "it may be chance"
    assert ratio(72, 240, 120, 600).stands_out, "the same shares of four times as many"
    assert not ratio(48, 360, 120, 600).stands_out, "who fares better is no alarm"
    assert not ratio(12_000, 40_000, 24_500, 84_000).stands_out, "certain, and small"
    assert [ratio(*one) for one in ((0, 9, 6, 20), (6, 9, 6, 20), (9, 9, 20, 20), (6, 20, 6, 20))] == [None] * 4


def test_a_quarter_is_counted_once_when_it_is_over_so_that_no_two_countings_can_be_subtracted(cast, asking):
    with asking(COUNTS):
        count_what_is_due(COUNTED)
        first = list(EquityCount.objects.order_by("pk").values())
        for later in (20, 31, 62):
            count_what_is_due(COUNTED + timedelta(days=later))
        assert list(EquityCount.objects.order_by("pk").values()) == first, "the running quarter is not counted"
        until = {one["quarter"]: one["until"] for one in first}
        assert until == {
            "2026-3": date(2026, 10, 1), "2026-2": date(2026, 7, 1), "2026-1": date(2026, 4, 1),
            "2025-4": date(2026, 1, 1),
        }  # fmt: skip
        count_what_is_due(COUNTED + timedelta(days=92))
        assert EquityCount.objects.filter(quarter="2026-4", until=date(2027, 1, 1)).exists()
        again = {"agency_id": cast.ayu.agency_id, "quarter": "2026-3", "until": date(2026, 10, 1)}
        for given, rule in ((again, "equity_once"), (again | {"until": date(2026, 9, 1)}, "of_a_whole_quarter")):
            with pytest.raises(IntegrityError, match=rule), transaction.atomic():
                EquityCount.objects.create(**given, n=30)
    assert [str(countings(datetime(2026, 1, day, tzinfo=UTC))[0].quarter) for day in (7, 8)] == ["2025-3", "2025-4"]
    assert (Quarter.read("2026-3"), Quarter.read("2026-5"), Quarter.read("٢٠٢٦-1")) == (Quarter(2026, 3), None, None)


@pytest.fixture
def written(cast, asking):
    with asking(COUNTS):
        for row in kept(many(UNEVEN)):
            EquityCount.objects.create(
                agency_id=cast.rini.agency_id, quarter="2026-3", until=date(2026, 10, 1), counted_at=COUNTED,
                **row.__dict__,
            )  # fmt: skip


def test_the_database_keeps_no_small_number_and_nobody_else_writes(written, cast, asking):
    row = {"agency_id": cast.rini.agency_id, "quarter": "2026-3", "until": date(2026, 10, 1), "name": "x"}
    with asking(COUNTS), pytest.raises(IntegrityError, match="no_small_number"), transaction.atomic():
        EquityCount.objects.create(**row, n=3)
    with asking(cast.rini), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        EquityCount.objects.create(**row, n=30)
    for stranger in (cast.hana, cast.budi, cast.ayu, cast.adi):
        with asking(stranger):
            assert not EquityCount.objects.exists()


def test_the_page_tells_what_stands_out_with_its_numbers(written, cast, asking, signed_in):
    page = signed_in(cast.rini).get(ADDRESS).text
    assert "Perempuan, ditolak: 40 dari 100 (40%). Yang lain: 12 dari 109 (11%). Jadi 3,6 kali" in page
    assert "dengan rentang 99% dari 1,7 sampai" in page
    assert "disembunyikan" in page
    assert "lebih dari separuh belum" in page
    assert "Unit Bandung dan unit yang lebih kecil" in page
    assert "20 (10%)" in page.split('id="menurut-unit"')[1], "asked again from the beginning"
    with asking(cast.rini):
        assert all(found.dimension != "age" for found in report(cast.rini.agency_id, "2026-3").compared)
    assert signed_in(cast.sari).get(ADDRESS, {"triwulan": "2026-3"}).status_code == 200
    assert signed_in(cast.sari).get(ADDRESS, {"triwulan": "%00"}).status_code == 404
    with asking(cast.agus):
        assert Event.objects.filter(name="equity.read", subject_id=cast.rini.agency_id).count() == 2


TODAY = "Pemerataan, Triwulan 3 tahun 2026: ada perbedaan yang menonjol"


def test_who_leads_is_told_of_a_disparity_until_they_have_read_it(written, cast, signed_in):
    rini = signed_in(cast.rini)
    page = rini.get(reverse("desks:agency")).text
    assert TODAY in page
    assert "Perempuan, ditolak: 40 dari 100 (40%)" in page
    rini.get(ADDRESS)
    assert TODAY not in rini.get(reverse("desks:agency")).text


def test_who_leads_and_practises_has_it_on_the_list_of_today(written, cast, asking, signed_in):
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.rini.pk).update(roles=["pimpinan", "peksos"])
    rini = signed_in(cast.rini)
    assert TODAY in rini.get(reverse("desks:today")).text
    rini.get(ADDRESS)
    assert TODAY not in rini.get(reverse("desks:today")).text


@pytest.mark.parametrize("who", ["sari", "ayu", "budi"])
def test_nobody_else_has_it_on_their_first_page(written, cast, signed_in, who):
    assert "Pemerataan, Triwulan" not in signed_in(getattr(cast, who)).get(reverse("desks:today")).text


def test_where_nothing_stands_out_nobody_is_told(cast, asking, signed_in):
    with asking(COUNTS):
        EquityCount.objects.create(
            agency_id=cast.rini.agency_id, quarter="2026-3", until=date(2026, 10, 1), counted_at=COUNTED, n=209
        )
    page = signed_in(cast.rini).get(reverse("desks:agency"))
    assert page.status_code == 200
    assert "Pemerataan, Triwulan" not in page.text


def test_the_file_hides_the_same(written, cast, signed_in):
    answer = signed_in(cast.rini).get(f"{ADDRESS}tabel.csv")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert "Jenis kelamin,Perempuan,Ditolak,40,," in lines
    assert "Umur,60 tahun ke atas,Ditolak,disembunyikan,," in lines
    assert not [line for line in lines if line.split(",")[3] in {"1", "2", "3", "4"}]


def test_who_does_not_lead_reads_nothing_and_an_empty_house_says_so(written, cast, signed_in):
    for staff in (cast.ayu, cast.adi, cast.budi):
        assert signed_in(staff).get(ADDRESS).status_code == 403
        assert signed_in(staff).get(f"{ADDRESS}tabel.csv").status_code == 403
    elsewhere = signed_in(cast.hana)
    assert "Belum dihitung" in elsewhere.get(ADDRESS).text
    assert elsewhere.get(ADDRESS, {"triwulan": "2026-3"}).status_code == 404
    assert elsewhere.get(f"{ADDRESS}tabel.csv").status_code == 404
