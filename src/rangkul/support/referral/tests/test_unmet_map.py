"""The map of what nobody could give says no more than the table, and no sum tells a small number."""

from rangkul.support.referral import tiles
from rangkul.support.referral.models import UnmetNeed
from rangkul.support.referral.queries.board import Table
from rangkul.support.referral.queries.mapped import unmet_map


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
    assert of(found, "11").said == "<5"


def test_one_kind_alone(db):
    found = unmet_map(table(("32.73", [7, 9], 16), kinds=("food", "legal")), "legal")
    assert of(found, "32").n == 9


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
    assert "Aceh" not in one.split('id="wilayah"')[1]
    assert browser.get("/kerja/rujukan/belum-terpenuhi/?provinsi=%00&jenis=x").status_code == 200
