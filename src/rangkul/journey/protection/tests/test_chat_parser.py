"""Exports as telephones write them, in every shape that we know, and what is made to break a reader."""

import contextlib
import io
import time
import zipfile
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rangkul.journey.protection import chats
from rangkul.journey.protection.chats import limits

RTL, LRM, NNBSP = "\u202e", "\u200e", "\u202f"


def first(text: str, order: str = "dmy"):
    return next(chats.read(text).messages(order))


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("23/05/24 21.15 - Wati: Halo", "dmy"),
        ("23/05/2024, 21:15 - Wati: Halo", "dmy"),
        ("23/05/24 21:15 - Wati: Halo", "dmy"),
        ("23.05.24, 21:15 - Wati: Halo", "dmy"),
        ("23-05-2024 21.15 - Wati: Halo", "dmy"),
        ("5/23/24, 9:15 PM - Wati: Halo", "mdy"),
        (f"5/23/24, 9:15{NNBSP}PM - Wati: Halo", "mdy"),
        ("23/5/2024, 9:15 p.m. - Wati: Halo", "dmy"),
        ("[23/05/24 21.15.33] Wati: Halo", "dmy"),
        (f"{LRM}[23/05/24, 21:15:33] Wati: Halo", "dmy"),
        ("[5/23/24, 9:15:33 PM] Wati: Halo", "mdy"),
        ("[23/05/24 pukul 21.15.33] Wati: Halo", "dmy"),
        ("2024-05-23, 21:15 - Wati: Halo", "ymd"),
        ("[2024-05-23, 21:15:33] Wati: Halo", "ymd"),
    ],
)
def test_every_shape_is_read(line, order):
    found = chats.read(line)
    assert found.orders == (order,)
    message = next(found.messages(order))
    assert message.at.replace(second=0) == datetime(2024, 5, 23, 21, 15)  # noqa: DTZ001
    assert (message.who, message.text, message.kind) == ("Wati", "Halo", "text")


@pytest.mark.parametrize(("written", "hour"), [("12:05 AM", 0), ("12:05 PM", 12), ("1:05 AM", 1), ("11:05 PM", 23)])
def test_twelve_hours_become_twenty_four(written, hour):
    assert first(f"23/5/24, {written} - A: x").at.hour == hour


def test_a_message_goes_on_over_lines():
    message = first("23/05/24 21.15 - Wati: Satu\n\n2) dua: tiga\n23/05/24 21.16 - B: x")
    assert message.text == "Satu\n\n2) dua: tiga"


def test_lines_of_the_system_have_nobody():
    text = "23/05/24 21.15 - Pesan dan panggilan dienkripsi. Ketuk untuk info.\n23/05/24 21.16 - A: x"
    assert (first(text).who, first(text).kind) == ("", "system")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<Media tidak disertakan>", "omitted"),
        ("<Media omitted>", "omitted"),
        (f"{LRM}gambar tidak disertakan", "omitted"),
        (f"{LRM}image omitted", "omitted"),
        ("Kamu tidak disertakan", "text"),
        ("IMG-20240523-WA0001.jpg (file terlampir)", "attached"),
        ("IMG-20240523-WA0001.jpg (file attached)\nlihat ini", "attached"),
        (f"{LRM}<terlampir: 00000012-PHOTO.jpg>", "attached"),
        ("Pesan ini telah dihapus", "deleted"),
        ("You deleted this message", "deleted"),
        ("Aku hapus: Pesan ini telah dihapus katanya", "text"),
    ],
)
def test_marks_are_told_from_words(body, kind):
    assert first(f"23/05/24 21.15 - Wati: {body}").kind == kind


def test_an_edited_message_says_so():
    message = first("23/05/24 21.15 - Wati: Besok <Pesan ini diedit>")
    assert (message.text, message.edited) == ("Besok", True)


def test_signs_that_hide_or_turn_words_are_not_shown():
    message = first(f"23/05/24 21.15 - {RTL}Wa\u200bti: ha{RTL}lo\x00 👨\u200d👩\u200d👧")
    assert (message.who, message.text) == ("Wati", "halo 👨\u200d👩\u200d👧")


def test_days_that_can_be_two_are_asked():
    found = chats.read("03/05/24 21.15 - A: x\n04/06/24 21.15 - A: y")
    assert found.orders == ("dmy", "mdy")
    assert found.ends("dmy")[0].month == 5
    assert found.ends("mdy")[0].month == 3


def test_one_day_that_can_only_be_one_settles_all():
    assert chats.read("03/05/24 21.15 - A: x\n13/06/24 21.15 - A: y").orders == ("dmy",)


def test_the_same_day_and_month_is_no_question():
    assert chats.read("05/05/24 21.15 - A: x").orders == ("dmy",)


def test_days_that_contradict_each_other_are_refused():
    with pytest.raises(chats.Unreadable, match="bercampur"):
        chats.read("13/05/24 21.15 - A: x\n05/13/24 21.15 - A: y")


@pytest.mark.parametrize("text", ["", "halo\napa kabar", "99/99/99 99.99 - A: x", "\x00\x01"])
def test_what_is_no_chat_is_refused(text):
    with pytest.raises(chats.BadExport):
        chats.read(text)


def packed(files: dict[str, bytes], **how) -> io.BytesIO:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, **how) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return held


CHAT = b"23/05/24 21.15 - Wati: Halo\n"


@pytest.mark.parametrize(
    "files",
    [
        {"_chat.txt": CHAT, "0001-PHOTO.jpg": b"x"},
        {"Chat WhatsApp dengan Wati.txt": CHAT},
        {"_chat.txt": CHAT, "catatan.txt": b"dokumen yang dikirim"},
    ],
)
def test_an_archive_with_one_chat_is_opened(files):
    assert first(chats.text_of(packed(files))).who == "Wati"


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (packed({"../_chat.txt": CHAT}), "tidak wajar"),
        (packed({"_chat.txt": CHAT, "/etc/passwd": b"x"}), "tidak wajar"),
        (packed({"_chat.txt": CHAT, "a\\..\\b": b"x"}), "tidak wajar"),
        (packed({"foto.jpg": b"x"}), "tepat satu"),
        (packed({"a.txt": CHAT, "b.txt": CHAT}), "tepat satu"),
        (packed({f"{n}.jpg": b"" for n in range(limits.PARTS + 1)}), "terlalu banyak"),
        (packed({"_chat.txt": b"0" * 40_000_000}), "terlalu besar"),
        (io.BytesIO(packed({"_chat.txt": CHAT}).getvalue()[:60]), "rusak"),
        (io.BytesIO(b"PK\x03\x04" + b"\x00" * 40), "rusak"),
        (io.BytesIO(b""), "kosong"),
        (io.BytesIO(b"\xff\xfe\x00"), "tidak terbaca"),
        (io.BytesIO("23/05/24 21.15 - Wati: é".encode("latin-1")), "tidak terbaca"),
        (io.BytesIO(CHAT * 1_000_000), "baris|terlalu besar"),
        (io.BytesIO(b"\n" * 1_000_000), "baris"),
        (io.BytesIO(CHAT + b"x" * 200_000), "terlalu panjang"),
    ],
)
def test_what_is_made_to_break_it_is_refused_with_a_sentence(file, says):
    began = time.monotonic()
    with pytest.raises(chats.BadExport, match=says):
        chats.text_of(file)
    assert time.monotonic() - began < 5


def test_utf_16_that_says_so_is_read():
    assert first(chats.text_of(io.BytesIO("23/05/24 21.15 - Wati: Halo".encode("utf-16")))).text == "Halo"


def test_a_locked_archive_is_refused():
    held = packed({"_chat.txt": CHAT}).getvalue()
    # The mark of a password, in the local head and in the directory.
    locked = bytearray(held)
    locked[6] |= 1
    locked[held.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(chats.BadExport, match="kata sandi"):
        chats.text_of(io.BytesIO(bytes(locked)))


WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=60)
NAMES = st.text(alphabet="abcdefghij KLMNOP", min_size=1, max_size=20).filter(lambda name: name.strip())


MOMENTS = st.datetimes(datetime(2010, 1, 1), datetime(2029, 1, 1))  # noqa: DTZ001


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(MOMENTS, NAMES, WORDS), min_size=1, max_size=12))
def test_whatever_was_written_comes_back(written):
    text = "".join(f"{at:%Y-%m-%d}, {at:%H:%M} - {who}: {words}\n" for at, who, words in written)
    found = list(chats.read(text).messages("ymd"))
    assert [one.at for one in found] == [at.replace(second=0, microsecond=0) for at, _who, _words in written]
    assert [one.who for one in found] == [who.strip() for _at, who, _words in written]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_no_text_breaks_it(text):
    try:
        read = chats.read(text)
    except chats.BadExport:
        return
    for order in read.orders:
        assert all(one.kind in {"text", "system", "omitted", "attached", "deleted"} for one in read.messages(order))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_break_it(raw):
    for file in (raw, b"PK\x03\x04" + raw):
        with contextlib.suppress(chats.BadExport):
            chats.read(chats.text_of(io.BytesIO(file)))
