"""What leads back to somebody gives way to general words, and what is left of it is found."""

import pytest
from tests.support.cases import opened

from rangkul.commons.people.models import PersonName
from rangkul.journey.cases.queries import nameless


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu):
        found = opened(cast.ayu, name="Wati Lestari", region_code="32.73.01")
        found.person.birth_place = "Garut"
        found.person.save()
        PersonName.objects.create(person=found.person, kind="alias", name="Mpok Titin")
        return found


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Wati takut pulang.", "[nama] takut pulang."),
        ("WATI LESTARI, atau Titin, takut pulang.", "[nama], atau [nama], takut pulang."),
        ("Ia lahir di Garut.", "Ia lahir di [tempat]."),
        ("Telepon 0812-3456-7890 saja.", "Telepon [nomor] saja."),
        ("Sejak 12 Maret 2026 dan 3/4/2026.", "Sejak [tanggal] dan [tanggal]."),
        ("Surelnya wati@contoh.example", "Surelnya [alamat]"),
        ("Ayu sudah ke sana.", "[nama] sudah ke sana."),
        ("UU 30/2014 memberi 21 hari, anaknya 3.", "UU 30/2014 memberi 21 hari, anaknya 3."),
        ("Kesehatian keluarga itu kuat.", "Kesehatian keluarga itu kuat."),
    ],
)
def test_general_words_take_the_place_of_names(cast, case, asking, typed, read):
    with asking(cast.ayu):
        assert nameless.hidden(case, typed) == read
        assert nameless.leads_back(case, nameless.hidden(case, typed)) == []


def test_without_a_case_numbers_and_dates_give_way_still(db):
    assert nameless.hidden(None, "Budi, 0812 3456 7890, 5 Mei") == "Budi, [nomor], [tanggal]"


def test_a_name_that_many_share_gives_way_and_stops_nobody(cast, asking):
    with asking(cast.ayu):
        case = opened(cast.ayu, name="Siti Lestari")
        assert nameless.hidden(case, "Siti Lestari, lalu Siti saja") == "[nama], lalu [nama] saja"
        assert nameless.leads_back(case, "Bu Siti") == []


def test_what_still_leads_back_is_named(cast, case, asking):
    with asking(cast.ayu):
        found = nameless.leads_back(case, "Bu wati dari Garut, 081234567890")
    assert found == ["wati", "Garut", "081234567890"]


def test_the_short_picture_says_no_week_and_no_name(cast, case, asking):
    with asking(cast.ayu):
        words = str(nameless.short_facts_of(case))
    assert "Minggu" not in words
    assert "Wati" not in words
