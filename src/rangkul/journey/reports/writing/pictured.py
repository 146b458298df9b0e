"""Genogram, ecomap and timeline as parts of a document; where the pictures are switched off, a document has none.

A court and the house see what the team drew. Another agency gets how a family and its surroundings are made, without
names, and no line about what runs between two people. Who hides is named to nobody, nor with whom they live.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps

from rangkul.journey.reports.states import Reader
from rangkul.journey.reports.writing.material import Material
from rangkul.journey.reports.writing.parts import Drawn, Line, Part

_PICTURES = "rangkul.journey.pictures"
_NAMES = "Nama, umur, dan kehamilan yang hilang tidak digambar; pembaca ini hanya mendapat susunan keluarganya."
_TIES = "Garis hubungan antara dua orang, termasuk kekerasan, tidak digambar untuk pembaca ini."
_HOMES = "Siapa tinggal serumah dengan siapa tidak digambar untuk pembaca ini."
_HIDDEN = "Siapa tinggal serumah dengan siapa tidak digambar: ada tempat yang dirahasiakan atau orangnya dibatasi."
_RESTRICTED = "Orang yang datanya dibatasi digambar tanpa nama."
_PLACES = "Nama orang dan tempat di sekitar keluarga tidak ditulis untuk pembaca ini."
_HIDING_PLACES = "Nama orang dan tempat di sekitar keluarga tidak ditulis: bisa menunjukkan di mana klien berada."
_SHAPES = "Kotak: laki-laki; lingkaran: perempuan; bingkai ganda: klien; tanda silang: sudah meninggal"
# What of a picture has to be explained, where it is there.
_SIGNS = {
    "years": "m.: menikah, hb.: hidup bersama, p.: berpisah, c.: bercerai",
    "homes": "garis putus-putus di sekeliling: tinggal serumah",
    "close": "dua garis sejajar: dekat",
    "fused": "tiga garis sejajar: sangat lekat",
    "distant": "titik-titik: renggang",
    "conflict": "garis bergerigi: sering bertengkar",
    "cut_off": "garis terputus: putus hubungan",
    "violence": "garis bergerigi dengan panah: kekerasan",
    "sexual": "dua garis bergerigi dengan panah: kekerasan seksual",
}
_LIFE = "Peristiwa hidup tidak ditulis untuk pembaca ini; kata-katanya bisa menyebut orang dan tempat."
_LIFE_DRAWN = "Peristiwa hidup dan pembahasan kasus tidak digambar untuk pembaca ini."
_MARKS = {
    "lasting": "balok: berlangsung selama itu",
    "guess": "kotak kosong: salah satu hari di dalamnya",
}
_TODAY = "garis putus-putus: hari laporan ini disusun"
_COUNTED = "%d peristiwa tercatat; isinya tidak ikut dalam laporan ini."


def life(m: Material) -> tuple[list[Part], list[Part]]:
    """What was told of a life, in sentences, and the road over time, drawn. Both from the same rows."""
    if not apps.is_installed(_PICTURES):
        return [], []
    from rangkul.journey.pictures import queries

    events = queries.life_events_of(m.case)
    sheet = queries.lifeline_sheet(m.case, _reader(m, places=False), events)
    return list(_chronology(m, queries.life_told(events))), list(_road(sheet))


def _chronology(m: Material, told: list[tuple[Any, str]]) -> Iterator[Part]:
    """What happened before and beside the case, as somebody told it. Such words name people and places."""
    if not told:
        return
    title = "Peristiwa hidup yang diceritakan"
    if m.reader in (Reader.COURT, Reader.HOUSE):
        yield Part("life", title, [Line(words, "garis waktu", row.source_date, row.pk) for row, words in told])
    else:
        yield Part("life", title, [Line(_COUNTED % len(told), "garis waktu")], held=(_LIFE,))


def _road(sheet: Any) -> Iterator[Part]:
    """What happened before and during the case, over time; where there is enough of it to be seen."""
    if sheet is None:
        return
    lines = [Line(words, "garis waktu") for words in sheet.sentences]
    signs = [words for code, words in _MARKS.items() if code in sheet.uses]
    caption = "; ".join(["Titik: satu hari; lingkaran dengan angka: beberapa yang berdekatan", *signs, _TODAY])
    held = _held({"life": _LIFE_DRAWN}, sheet.lacks)
    yield Part("lifeline", "Garis waktu", lines, held=held, drawn=Drawn(sheet.svg, f"{caption}."))


def pictures(m: Material) -> Iterator[Part]:
    """Those that hold something. Only what is in the record is drawn, so nothing says that a picture is missing."""
    if not apps.is_installed(_PICTURES):
        return
    for part in (_genogram(m), _ecomap(m)):
        if part is not None:
            yield part


def _reader(m: Material, *, places: bool) -> Any:
    """`places`: the names could be those of places, which tell where somebody is."""
    from rangkul.journey.pictures.queries import Spared

    inside = m.reader in (Reader.COURT, Reader.HOUSE)
    return Spared(names=inside and not (places and m.hides), ties=inside, homes=inside and not m.hides)


def _genogram(m: Material) -> Part | None:
    from rangkul.journey.pictures import queries

    sheet = queries.genogram_sheet(m.case, _reader(m, places=False))
    if sheet is None:
        return None
    told = {"names": _NAMES, "ties": _TIES, "homes": _HIDDEN if m.hides else _HOMES, "restricted": _RESTRICTED}
    lines = [Line(words, "gambar keluarga") for words in sheet.sentences]
    caption = f"{_SHAPES}; {'; '.join(words for code, words in _SIGNS.items() if code in sheet.uses)}".rstrip("; ")
    return Part("genogram", "Genogram", lines, held=_held(told, sheet.lacks), drawn=Drawn(sheet.svg, f"{caption}."))


def _ecomap(m: Material) -> Part | None:
    from rangkul.journey.pictures import queries

    sheet = queries.ecomap_sheet(m.case, _reader(m, places=True))
    if sheet is None:
        return None
    places = _HIDING_PLACES if m.hides else _PLACES
    told = {"names": places, "homes": _HIDDEN if m.hides else _HOMES, "restricted": _RESTRICTED}
    lines = [Line(words, "ekomap") for words in sheet.sentences]
    caption = (
        "Di tengah: rumah tangga. Garis tebal: kuat; putus-putus: lemah; bergigi: menekan. Panah: ke mana tenaga,"
        " waktu, uang, atau perhatian mengalir."
    )
    return Part("ecomap", "Ekomap", lines, held=_held(told, sheet.lacks), drawn=Drawn(sheet.svg, caption))


def _held(told: dict[str, str], lacks: frozenset[str]) -> list[str]:
    return [words for code, words in told.items() if code in lacks]
