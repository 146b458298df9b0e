"""What is found for a need, a place and a few facts, and why."""

from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest

from rangkul.base import days
from rangkul.commons.directory import actions, queries
from rangkul.commons.directory.actions import HoursDraft, RuleDraft
from rangkul.commons.directory.tests import making

# The package offers a function of the same name.
of_candidates = import_module("rangkul.commons.directory.queries.candidates")
# A Monday, 10.00 in Bandung.
MONDAY = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


@pytest.fixture
def by_ayu(cast, asking):
    with asking(cast.ayu) as by:
        yield by


def names(**asked):
    return [row.service.name for row in queries.candidates(moment=MONDAY, **asked)]


def test_a_service_is_found_by_its_need_and_place_and_says_why(by_ayu):
    making.service(by_ayu)
    (row,) = queries.candidates(need="legal", area="32.73.09.1001", facts={"age": 30}, moment=MONDAY)
    assert row.because == (
        "membantu: Bantuan hukum", "melayani warga Kota Bandung, Jawa Barat", "untuk umur 18 tahun ke atas",
    )  # fmt: skip
    assert (row.unsure, row.open_now, row.fresh, row.step) == ((), True, True, 1)


def test_another_place_is_not_served(by_ayu):
    making.service(by_ayu)
    assert names(area="31.71") == []
    assert names(area="32") == ["Bantuan Hukum Gratis"]


def test_what_is_not_known_turns_nobody_away(by_ayu):
    making.service(by_ayu, rules=[RuleDraft("age", age_from=60), RuleDraft("sex", sex="P")])
    (row,) = queries.candidates(need="legal", moment=MONDAY)
    assert "umur belum diketahui, syaratnya 60 tahun ke atas" in row.unsure
    assert any("jenis kelamin belum diketahui" in words for words in row.unsure)


@pytest.mark.parametrize(
    ("rule", "facts", "found"),
    [
        (RuleDraft("age", age_from=60), {"age": 59}, False),
        (RuleDraft("age", age_from=60), {"age": 60}, True),
        (RuleDraft("age", age_to=17), {"age": 18}, False),
        (RuleDraft("sex", sex="P"), {"sex": "L"}, False),
        (RuleDraft("sex", sex="P"), {"sex": "X"}, True),
        (RuleDraft("category", codes=["PPKS-13"]), {"categories": ["PPKS-02"]}, False),
        (RuleDraft("category", codes=["PPKS-13"]), {"categories": ["PPKS-13", "PPKS-02"]}, True),
        (RuleDraft("document", codes=["ktp"]), {"documents": []}, True),
        (RuleDraft("dtsen", codes=["registered"]), {"dtsen": "not_registered"}, True),
        (RuleDraft("age", age_from=60, preferred=True), {"age": 20}, True),
    ],
)
def test_a_firm_condition_decides_only_over_what_is_known(by_ayu, rule, facts, found):
    making.service(by_ayu, rules=[rule])
    assert bool(names(need="legal", facts=facts)) is found


@pytest.mark.parametrize(
    ("known", "because", "unsure"),
    [
        ({}, "", "perlu punya Kartu Keluarga atau KTP; belum diketahui apakah sudah ada"),
        (["kk"], "sudah punya Kartu Keluarga", ""),
        ({"ktp": (True, MONDAY.date(), False)}, "sudah punya KTP, menurut jawaban 23 November 2026", ""),
        ({"ktp": (True, MONDAY.date(), True)}, "ada KTP di lampiran kasus 23 November 2026", ""),
        ({"ktp": (False, None, False)}, "", "belum diketahui apakah ada Kartu Keluarga"),
        (
            {"ktp": (False, None, False), "kk": (False, MONDAY.date(), False)},
            "", "menurut jawaban 23 November 2026 belum ada, bisa diurus dulu",
        ),
    ],
)  # fmt: skip
def test_a_paper_is_held_lacking_or_not_known_and_never_a_no(by_ayu, known, because, unsure):
    making.service(by_ayu, rules=[RuleDraft("document", codes=["ktp", "kk"])])
    (row,) = queries.candidates(need="legal", area="32.73", facts={"documents": known}, moment=MONDAY)
    told = [words for words in row.because if "KTP" in words or "Kartu" in words]
    assert ([words.startswith(because) for words in told] == [True]) if because else not told
    assert unsure in "; ".join(row.unsure)
    assert bool(row.unsure) is bool(unsure)


def test_an_old_entry_is_never_certain(by_ayu):
    making.service(by_ayu, assured=days.today() - timedelta(days=200))
    (row,) = queries.candidates(need="legal")
    assert not row.fresh
    assert any(words.startswith("keterangan ini belum dipastikan lagi sejak") for words in row.unsure)


@pytest.mark.parametrize("typed", ["bantuan hukum", "hukum bandung", "bantuan hukm", "BANTOEAN HOEKOEM", "teduh"])
def test_words_forgive_spelling(by_ayu, typed):
    making.service(by_ayu)
    assert names(text=typed) == ["Bantuan Hukum Gratis"]
    assert names(text=f"{typed} zzzzzz") == []


def test_the_public_sees_what_is_public(by_ayu, asking):
    making.service(by_ayu)
    hidden = making.organization(by_ayu, "Rumah Aman Contoh", public=False)
    making.service(by_ayu, of=hidden, name="Rumah Aman", public=False)
    with asking(None):
        assert names(need="legal") == ["Bantuan Hukum Gratis"]
    assert sorted(names(need="legal")) == ["Bantuan Hukum Gratis", "Rumah Aman"]


def test_a_list_costs_few_statements(by_ayu, django_assert_max_num_queries):
    of = making.organization(by_ayu)
    for n in range(12):
        making.service(by_ayu, of=of, name=f"Layanan {n}")
    with django_assert_max_num_queries(10):
        assert len(queries.candidates(need="legal", area="32.73", text="layanan", facts={"age": 40})) == 12


def crowd(by, n=24, **fields):
    """Entries that somebody was sure of today, in the village itself: they come before one that nobody assured."""
    of = making.organization(by)
    for number in range(n):
        making.service(by, of=of, name=f"Layanan {number}", **fields)
    return of


def test_what_is_open_is_found_behind_many_that_are_closed(by_ayu):
    of = crowd(by_ayu, hours=[HoursDraft("Tu 08:00-09:00")])
    making.service(by_ayu, of=of, name="Rumah singah", hours=[HoursDraft("24/7")], assured=None)
    assert names(need="legal", open_only=True, limit=4) == ["Rumah singah"]


def test_who_fits_is_found_behind_many_who_do_not(by_ayu):
    of = crowd(by_ayu, rules=[RuleDraft("category", codes=["PPKS-13"])])
    making.service(by_ayu, of=of, name="Untuk semua", assured=None)
    assert names(need="legal", facts={"categories": ["PPKS-02"]}, limit=4) == ["Untuk semua"]


def test_help_for_a_group_is_found_behind_other_help_for_it(by_ayu):
    of = crowd(by_ayu, helps=["food"], categories=["PPKS-17"])
    making.service(by_ayu, of=of, name="Meja hukum", categories=["PPKS-17"], assured=None)
    assert names(need="PPKS-17", help_too="legal", limit=4) == ["Meja hukum"]


def test_a_search_gives_up_after_a_bound(by_ayu, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(of_candidates, "_MOST_WEIGHED", 16)
    of = crowd(by_ayu, hours=[HoursDraft("Tu 08:00-09:00")])
    making.service(by_ayu, of=of, name="Rumah singah", hours=[HoursDraft("24/7")], assured=None)
    with django_assert_max_num_queries(16):
        assert names(need="legal", open_only=True, limit=2) == []


def test_a_closed_service_is_not_offered(by_ayu):
    row = making.service(by_ayu)
    actions.change_service(by=by_ayu, service=row, given=making.legal_aid(status="defunct"))
    assert names(need="legal") == []
