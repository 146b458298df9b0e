"""Hours and topics in words."""

import pytest

from rangkul.base import opening
from rangkul.base.clock import WIB, WIT, WITA
from rangkul.entry.crisis.hotlines import reference, words


@pytest.mark.parametrize(
    ("said", "reader", "shown"),
    [
        ("24/7", WIT, "Setiap hari, 24 jam"),
        ("", WIB, "Jam buka belum diketahui"),
        ("off", WIB, "Tutup"),
        ("Mo-Fr 08:00-16:00; Sa 09:00-12:00", WIB, "Senin–Jumat 08.00–16.00, Sabtu 09.00–12.00 WIB"),
        ("Mo-Fr 08:00-16:00; PH off", WITA, "Senin–Jumat 09.00–17.00 WITA, tutup pada hari libur"),
        ("Mo 08:00-10:00; We 08:00-10:00", WIB, "Senin, Rabu 08.00–10.00 WIB"),
        ("Fr-Sa 20:00-04:00", WIT, "Jumat, Sabtu 22.00–06.00 WIT"),
        # Late in the west is already the next day in the east.
        ("Su 22:30-23:30", WIT, "Senin 00.30–01.30 WIT"),
    ],
)
def test_a_week_is_said_by_the_clock_of_the_reader(said, reader, shown):
    assert words.hours_in_words(opening.known(said), WIB, reader) == shown


def test_every_topic_of_the_list_has_words():
    assert {topic for row in reference.rows() for topic in row["topics"]} <= set(words.TOPICS)
