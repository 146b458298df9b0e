"""How much an entry can be relied on: how complete it is, times how lately somebody was sure. Worked out by hand."""

from datetime import date, timedelta

import pytest

from rangkul.commons.directory import freshness, queries
from rangkul.commons.directory.actions import ContactDraft
from rangkul.commons.directory.tests import making

TODAY = date(2026, 11, 26)
# 183 days are whole, 730 are nothing: 547 lie between.
TABLE = [
    (date(2026, 11, 26), 1),
    (date(2026, 5, 27), 1),
    (date(2026, 5, 26), 546 / 547),
    (date(2025, 8, 26), 273 / 547),
    (date(2024, 11, 27), 1 / 547),
    (date(2024, 11, 26), 0),
    (date(2019, 1, 1), 0),
    (None, 0),
]
MONTHS_15 = date(2025, 8, 26)


@pytest.mark.parametrize(("assured", "certain"), TABLE)
def test_certainty_is_whole_for_six_months_and_gone_after_two_years(assured, certain):
    assert freshness.certainty(assured, TODAY) == pytest.approx(certain)


@pytest.mark.parametrize(
    ("met", "assured", "score"),
    [
        ("1111111", TODAY, 1), ("1111000", TODAY, 0.571429), ("1111111", MONTHS_15, 0.499086),
        ("1111000", MONTHS_15, 0.285192), ("111110", MONTHS_15, 0.415905), ("0000000", TODAY, 0), ("1111111", None, 0),
    ],
)  # fmt: skip
def test_the_score_is_the_mean_of_what_applies_times_certainty(met, assured, score):
    given = {str(n): one == "1" for n, one in enumerate(met)}
    assert freshness.score(given, assured, TODAY) == pytest.approx(score, abs=1e-6)


@pytest.mark.parametrize(
    ("fields", "met", "of"),
    [
        ({}, 7, 7),
        # A mailbox answers nobody before a closed door.
        ({"contacts": [ContactDraft("email", "a@contoh.example")]}, 6, 7),
        # Without a place no address is asked for.
        ({"places": [], "contacts": [], "description": "Terlalu pendek."}, 4, 6),
        ({"cost": "paid"}, 6, 7), ({"cost": "paid", "amount": 5000}, 7, 7), ({"ways": [], "helps": []}, 5, 7),
    ],
)  # fmt: skip
def test_an_entry_is_as_complete_as_what_applies_to_it(cast, asking, fields, met, of):
    with asking(cast.ayu) as by:
        row = making.service(by, assured=MONTHS_15, **fields)
        entry = queries.entry(row.pk)
        assert (sum(entry.criteria().values()), len(entry.criteria())) == (met, of)
        assert entry.score(TODAY) == pytest.approx(met / of * 273 / 547)


def test_it_is_certain_for_183_days_unless_news_says_otherwise(cast, asking):
    with asking(cast.ayu) as by:
        row = making.service(by, assured=TODAY - timedelta(days=183))
    assert freshness.is_fresh(row, TODAY)
    assert not freshness.is_fresh(row, TODAY + timedelta(days=1))
    row.doubt = "closed"
    assert not freshness.is_fresh(row, TODAY)
