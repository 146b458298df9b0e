from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from rangkul.base.xforms import Form, Refused, check

FORMS = Path(__file__).parent / "forms"


@pytest.fixture
def market() -> Form:
    checked = check((FORMS / "pasar.md").read_bytes(), "pasar.md")
    assert checked.faults == ()
    return checked.form


VALUES = {
    "pasar": "Pasar Induk",
    "tanggal": date(2026, 11, 20),
    "barang": [
        {"jenis": "beras", "harga": Decimal("14500.5"), "jumlah": 10},
        {"jenis": "telur", "harga": 2000, "jumlah": 30},
    ],
}


def test_a_form_tells_what_it_asks(market):
    assert (market.key, market.version, market.title) == ("survei-pasar", "1", "Survei pasar")
    assert market.languages == ("Bahasa Indonesia (id)", "English (en)")
    assert [one.name for one in market.questions] == ["pasar", "tanggal", "barang", "total", "ringkas", "catatan"]
    assert [one.kind for one in market.question("barang").children] == ["select_one", "decimal", "integer", "calculate"]
    assert market.question("jenis").label("en") == "Kind of goods"
    assert [choice.label("id") for choice in market.question("jenis").choices] == ["Beras", "Telur", "Minyak goreng"]
    assert market.question("catatan").hint("en") == "Boleh dikosongkan."


def test_plain_values_become_an_answer_that_is_accepted(market):
    answer = market.examine(market.answer_from(VALUES, instance_id="uuid:pasar-1"))
    assert answer.instance_id == "uuid:pasar-1"
    assert answer["tanggal"] == date(2026, 11, 20)
    assert answer["barang/harga"] == [Decimal("14500.5"), Decimal(2000)]
    assert answer["catatan"] is None


def test_an_answer_that_was_received_already_is_refused(market):
    with pytest.raises(Refused):
        market.examine(market.answer_from(VALUES, instance_id="uuid:pasar-1"), instance_ids={"uuid:pasar-1"})


def test_a_name_that_the_form_does_not_have_is_our_own_mistake(market):
    with pytest.raises(ValueError, match="berat"):
        market.answer_from({**VALUES, "berat": 1})
