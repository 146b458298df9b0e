"""The map of what nobody could give says no more than the table, and no sum tells a small number."""

import itertools
from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rangkul.base.suppressing import ALL, SMALLEST, hidden, hidden_together, with_totals
from rangkul.support.referral import tiles
from rangkul.support.referral.models import UnmetNeed
from rangkul.support.referral.queries.board import Table, _table
from rangkul.support.referral.queries.mapped import unmet_districts, unmet_map


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


NEEDS = st.lists(
    st.tuples(st.sampled_from("ABCD"), st.sampled_from("xyz"), st.sampled_from("pqr"), st.sampled_from("uv")),
    min_size=1, max_size=40,
)  # fmt: skip


def by_each(needs):
    found = []
    for dimension in (1, 2, 3):
        counts = defaultdict(int)
        for need in needs:
            counts[need[0], need[dimension]] += 1
        found.append(with_totals(counts))
    return found


class Reader:
    """Somebody who has all the tables before them and knows that they count the same needs: tries every way in which
    the hidden totals of the places can be, and asks of each table by itself whether it can be filled so."""

    def __init__(self, full, out):
        self.full, self.out = full, out
        self.places = [row for row, column in full[0] if column == ALL and row != ALL]

    def may_be_large(self, number, entry):
        return any(
            self._fills(totals, number, entry) and all(self._fills(totals, n) for n in range(3) if n != number)
            for totals in self._totals()
        )

    def _totals(self):
        told = {p: self.full[0][p, ALL] for p in self.places if (p, ALL) not in self.out[0]}
        open_ones = [p for p in self.places if p not in told]
        whole = self.full[0][ALL, ALL]
        wholes = [whole] if (ALL, ALL) not in self.out[0] else range(whole + 2 * SMALLEST)
        for one in wholes:
            for parts in _parts(one - sum(told.values()), len(open_ones)):
                yield told | dict(zip(open_ones, parts, strict=True)) | {ALL: one}

    def _fills(self, totals, number, entry=None):
        """Whether a table with these totals of places reads as this one does, and has enough in `entry`."""
        full, out = self.full[number], self.out[number]
        columns = [column for row, column in full if row == ALL and column != ALL]
        least = {}
        if entry is not None:
            if entry[1] == ALL:
                if totals[entry[0]] < SMALLEST:
                    return False
            elif entry[0] != ALL:
                least = {entry: SMALLEST}
        free = {(p, c) for p in self.places for c in columns if (p, c) in out}
        left = {p: totals[p] - sum(full[p, c] for c in columns if (p, c) not in out) for p in self.places}
        sums = {c: None if (ALL, c) in out else full[ALL, c] for c in columns}
        fixed = {c: sum(full[p, c] for p in self.places if (p, c) not in out) for c in columns}
        room = {c: None if sums[c] is None else sums[c] - fixed[c] for c in columns}
        for (p, c), n in least.items():
            left[p] -= n
            room[c] = None if room[c] is None else room[c] - n
        if min([*left.values(), *(n for n in room.values() if n is not None)]) < 0:
            return False
        wanted = None
        if entry is not None and entry[0] == ALL and entry[1] != ALL:
            wanted = (entry[1], SMALLEST - fixed[entry[1]])
        return _flows(free, left, room, wanted)


def _parts(whole, n):
    """Every way to share out `whole` among `n`."""
    if n == 0 or whole < 0:
        return [()] if n == whole == 0 else []
    firsts = range(whole + 1) if n > 1 else [whole]
    return [(first, *rest) for first in firsts for rest in _parts(whole - first, n - 1)]


def _flows(free, left, room, wanted):
    """Fill rows one unit after another; columns that must be full come first, then the one that is wanted large."""
    need = {c: n for c, n in room.items() if n is not None}
    if wanted and wanted[0] not in need:
        need[wanted[0]] = max(0, wanted[1])
    put = defaultdict(int)
    for goals in (need, {c: None for c, n in room.items() if n is None}):
        while True:
            path = _path(free, left, goals, put)
            if path is None:
                break
            left = left | {path[0][0]: left[path[0][0]] - 1}
            for n, edge in enumerate(path):
                put[edge] += 1 if n % 2 == 0 else -1
            last = path[-1][1]
            if goals[last] is not None:
                goals[last] -= 1
        if any(goals.values()):
            return False
    return not any(left.values())


def _path(free, left, goals, put):
    """From a place with something left over to a column that still takes some; back over what was put there."""
    ahead = [(p, []) for p, n in left.items() if n > 0]
    seen = {p for p, _ in ahead}
    while ahead:
        place, path = ahead.pop(0)
        for edge in [one for one in free if one[0] == place and one[1] not in seen]:
            column = edge[1]
            seen.add(column)
            if column in goals and (goals[column] is None or goals[column] > 0):
                return [*path, edge]
            for back in [one for one in free if one[1] == column and put[one] > 0 and one[0] not in seen]:
                seen.add(back[0])
                ahead.append((back[0], [*path, edge, back]))
    return None


@settings(max_examples=60, deadline=None)
@given(needs=NEEDS)
def test_who_compares_the_three_tables_cannot_count_back(needs):
    full = by_each(needs)
    out = hidden_together(full)
    reader = Reader(full, out)
    assert len({frozenset(entry for entry in one if entry[1] == ALL) for one in out}) == 1, "the same totals are hidden"
    for number, one in enumerate(full):
        small = [entry for entry, n in one.items() if 0 < n < SMALLEST]
        assert set(small) <= out[number]
        assert not [entry for entry in small if not reader.may_be_large(number, entry)], (full, out)


def test_tables_that_are_hidden_one_by_one_are_counted_back():
    """Each by itself hides enough; together they say that the one need of A is alone."""
    rows = {"Axpu": 1, "Bxpv": 2, "Bxqu": 2, "Bxqv": 1, "Cxpu": 2, "Cxpv": 2, "Cxqu": 1}
    full = by_each([tuple(row) for row, n in rows.items() for _ in range(n)])
    apart = [hidden(one) for one in full]
    told = {entry for n, one in enumerate(full) for entry in one if entry[1] == ALL and entry not in apart[n]}
    assert not Reader(full, [out - told for out in apart]).may_be_large(2, ("A", ALL))
    assert Reader(full, hidden_together(full)).may_be_large(2, ("A", ALL))


def test_what_is_large_everywhere_is_shown_in_all_three():
    needs = [need for need in itertools.product("AB", "xy", "pq", "uv") for _ in range(5)]
    assert not any(hidden_together(by_each(needs)))


@pytest.mark.parametrize("dimension", ["jenis", "kelompok", "alasan"])
def test_the_page_tells_kind_category_and_reason(cast, asking, signed_in, dimension):
    with asking(cast.ayu):
        for n, code, group, why in (
            (7, "32.73.01", "PPKS-08", "full"),
            (9, "32.04.01", "", "none"),
            (2, "11.01.01", "", "far"),
        ):
            for _ in range(n):
                UnmetNeed.objects.create(agency=cast.ayu.agency, region_code=code, kind="food", category=group, why=why)
    browser, address = signed_in(cast.rini), "/kerja/rujukan/belum-terpenuhi/"
    page = browser.get(address, {"menurut": dimension}).text
    words = {
        "jenis": ["Makanan"],
        "kelompok": ["Kelompok belum dicatat"],
        "alasan": ["Semua tempat penuh", "Sumber daya"],
    }
    assert all(word in page for word in words[dimension])
    column = {"jenis": "food", "kelompok": "-", "alasan": "none"}[dimension]
    one = browser.get(address, {"menurut": dimension, "jenis": column, "provinsi": "32"}).text
    assert f'<option value="{column}" selected' in one
    assert "Jawa Barat" in one
    assert browser.get(address, {"menurut": "%00", "jenis": "x"}).status_code == 200
    assert signed_in(cast.adi).get(address, {"menurut": dimension}).status_code == 403
