"""Whatever an upload holds: it is taken, or refused with sentences."""

import contextlib
import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from rangkul.journey.instruments import parcel, picturing
from rangkul.journey.instruments.parcel import BadParcel, Parcel
from rangkul.journey.instruments.receiving import Faulty, received
from rangkul.journey.instruments.scoring import Rules, score
from rangkul.journey.instruments.tests.books import HOME, picture, workbook, zipped
from rangkul.journey.instruments.tests.test_scoring_sheet import BOOK

FEW = settings(max_examples=60, deadline=None, derandomize=True)
NAMES = st.sampled_from(["a.xlsx", "b.md", "x.png", "../../x.png", "a.zip", "", "🙂.png", "a\\b.csv", "con.xlsm"])
ODD = ("", "-1", "1e9", "NaN", "∞", "3,5", "=1+1", "x" * 300, "\u202e", "0.333", "99999999999999999999")
WORDS = (
    "0",
    "tidur",
    "tidur makan",
    "aman",
    "merah",
    "score",
    "band",
    "part",
    "critical",
    "sum",
    "mean",
    "count",
    "ya",
)
CELLS = st.sampled_from(ODD + WORDS)
ZIP, PNG = zipped(("kabar.xlsx", workbook(HOME)), ("a/x.png", picture())), picture()


def bent(data, at, with_bytes):
    place = at % (len(data) + 1)
    return data[:place] + with_bytes + data[place + len(with_bytes) :]


@FEW
@given(st.lists(st.tuples(NAMES, st.binary(max_size=60)), min_size=1, max_size=4))
def test_any_files_are_taken_apart_or_refused(files):
    with contextlib.suppress(BadParcel):
        assert isinstance(parcel.opened(parcel.pack(files)), Parcel)


@FEW
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_any_bent_zip_is_taken_apart_or_refused(at, bytes_):
    with contextlib.suppress(BadParcel, Faulty):
        received(parcel.opened(parcel.pack([("a.zip", bent(ZIP, at, bytes_))])), "x")


@FEW
@given(st.sampled_from(["PNG", "JPEG", "GIF", "WEBP"]), st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_any_bent_picture_is_drawn_or_refused(kind, at, bytes_):
    with contextlib.suppress(picturing.NotAPicture):
        drawn = picturing.drawn(bent(picture(kind), at, bytes_))
        assert drawn.media_type in {"image/png", "image/jpeg"}
        assert max(drawn.width, drawn.height) <= picturing.LONGEST_SIDE


@FEW
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 13), CELLS), min_size=1, max_size=6))
def test_any_scoring_sheet_is_read_or_refused_with_places(changes):
    lines = BOOK.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("| | score"))
    for row, column, cell in changes:
        cells = lines[first + row].split("|")
        if column + 2 < len(cells):
            cells[column + 2] = f" {cell} "
            lines[first + row] = "|".join(cells)
    rules, told = taken("\n".join(lines))
    assert (rules is None) is bool(told)
    assert all(told)
    if rules is not None:
        counted = score(Rules.load(rules), {})
        assert counted.total is None or counted.filled


def taken(text):
    """The rules, or what must be mended."""
    try:
        return received(Parcel("beban.md", text.encode()), "x").rules, []
    except Faulty as refused:
        return None, [str(fault) for fault in refused.checked.faults]


@FEW
@given(st.binary(max_size=200))
def test_no_zip_inside_a_zip_is_followed(data):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("b.zip", data)
    with contextlib.suppress(BadParcel, Faulty):
        received(parcel.opened(parcel.pack([("a.zip", inner.getvalue())])), "x")
        raise AssertionError("a zip in a zip was taken")
