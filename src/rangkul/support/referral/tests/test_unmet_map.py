"""The map of what nobody could give says no more than the table, and no sum tells a small number."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rangkul.support.referral import tiles
from rangkul.support.referral.models import UnmetNeed
from rangkul.support.referral.queries.board import Table, _table
from rangkul.support.referral.queries.mapped import unmet_districts, unmet_map
from rangkul.support.referral.suppressing import hidden, with_totals


def table(*rows, kinds=("food",)) -> Table:
    return Table(list(kinds), [(place, list(cells), total) for place, cells, total in rows], [], None)


def of(found, code):
    return next(one for one in found if one.code == code)


def test_a_province_adds_up_what_its_regencies_show(db):
    found = unmet_map(table(("32.73", [7], 7), ("32.04", [20], 20), ("11.01", [60], 60)))
    assert (of(found, "32").said, of(found, "32").level) == ("27", 3)
    assert (of(found, "11").said, of(found, "11").level) == ("60", 4)
    assert (of(found, "31").n, of(found, "31").hidden) == (0, False)
    assert len(found) == 38


def test_what_is_hidden_in_a_regency_stays_hidden_in_its_province(db):
    found = unmet_map(table(("32.73", [7], 7), ("32.04", [None], None), ("11.01", [None], None)))
    assert of(found, "32").said == "7+"
    assert of(found, "11").said == "…"


def test_one_kind_alone(db):
    found = unmet_map(table(("32.73", [7, 9], 16), kinds=("food", "legal")), "legal")
    assert of(found, "32").n == 9


def test_a_province_opens_into_its_regencies_and_tells_no_more_than_the_table(db):
    both = table(("32.73", [7, 0], 7), ("32.04", [None, None], None), ("11.01", [60, 9], 69), kinds=("food", "legal"))
    found = unmet_districts(both, "32", "food")
    assert [one.n for one in found] == [7, None]
    assert [one.level for one in found] == [1, 0]
    assert [one.n for one in unmet_districts(both, "32", "legal")] == [None], "where nothing is, there is no tile"
    assert [one.n for one in unmet_districts(both, "11")] == [69]


PLACES, KINDS = ["32.73", "32.04", "32.05", "11.01"], ["food", "legal", "health"]
COUNTS = st.dictionaries(st.tuples(st.sampled_from(PLACES), st.sampled_from(KINDS)), st.integers(1, 30), min_size=1)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(counts=COUNTS)
def test_no_difference_of_sums_gives_a_small_number_away(db, counts):
    """A province shows no other cells than the table, of which test_board says what nobody can count back."""
    full = with_totals(counts)
    out = hidden(full)
    assert {entry for entry, n in full.items() if 0 < n < 5} <= out
    shown = _table(counts)
    for place, cells, _total in shown.rows:
        for kind, n in zip(shown.kinds, cells, strict=True):
            assert (n is None) == ((place, kind) in out)
            told = [one.n for one in unmet_districts(shown, place[:2], kind)]
            assert n == 0 or n in told


def test_no_two_tiles_stand_on_each_other():
    assert len({tiles.place(code)[:2] for code in tiles.PROVINCES}) == len(tiles.PROVINCES) == 38


def test_the_page_has_map_table_and_words(cast, asking, signed_in):
    with asking(cast.ayu):
        for n, code in ((7, "32.73.01"), (3, "32.04.01"), (12, "11.01.01")):
            for _ in range(n):
                UnmetNeed.objects.create(agency=cast.ayu.agency, region_code=code, kind="food", why="none")
    browser = signed_in(cast.rini)
    page = browser.get("/kerja/rujukan/belum-terpenuhi/").text
    assert "Paling banyak belum terpenuhi di " in page
    assert page.count('<rect class="unmet-tile') == 38
    one = browser.get("/kerja/rujukan/belum-terpenuhi/?provinsi=32&jenis=food").text
    assert "Jawa Barat" in one
    assert '<ul class="unmet-districts"' in one
    assert one.split("unmet-districts")[1].split("</ul>")[0].count("<li") == 2
    assert "Aceh" not in one.split('id="wilayah"')[1]
    assert browser.get("/kerja/rujukan/belum-terpenuhi/?provinsi=%00&jenis=x").status_code == 200
