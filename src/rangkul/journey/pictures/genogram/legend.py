"""The key to the picture: each symbol and line with its word, drawn by the same hand."""

from __future__ import annotations

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from rangkul.journey.pictures import svg
from rangkul.journey.pictures.genogram.drawing import hang, tie
from rangkul.journey.pictures.genogram.family import EXPECTED, MISCARRIED, STILLBORN, Member, Tie
from rangkul.journey.pictures.genogram.symbols import symbol
from rangkul.journey.pictures.genogram.ties import along, straight
from rangkul.journey.pictures.states import TieKind

WIDE, HIGH = 72.0, 48.0
Sample = tuple[SafeString, str]


def legend() -> list[tuple[str, list[Sample]]]:
    return [(_("Orang"), _people()), (_("Pasangan dan anak"), _lines()), (_("Hubungan"), _relations())]


def framed(*parts: SafeString) -> SafeString:
    return svg.element(
        "svg",
        *parts,
        class_="geno geno-key",
        viewBox=f"0 0 {WIDE:.0f} {HIGH:.0f}",
        width=WIDE,
        height=HIGH,
        aria_hidden="true",
    )


def _people() -> list[Sample]:
    samples = (
        (Member("", sex="L"), _("laki-laki")),
        (Member("", sex="P"), _("perempuan")),
        (Member(""), _("jenis kelamin belum diketahui")),
        (Member("", sex="X"), _("tidak biner atau lainnya")),
        (Member("", sex="P", index=True, age="34"), _("klien (garis ganda), umur di dalam")),
        (Member("", sex="L", dead=True), _("meninggal")),
        (Member("", kind=EXPECTED), _("sedang mengandung")),
        (Member("", kind=MISCARRIED), _("keguguran")),
        (Member("", kind=STILLBORN), _("lahir meninggal")),
    )
    return [(framed(*symbol(member, WIDE / 2, HIGH / 2)), words) for member, words in samples]


def _lines() -> list[Sample]:
    def join(kind: str, slashes: int = 0) -> SafeString:
        track = svg.polyline([(12.0, 12.0), (12.0, 28.0), (60.0, 28.0), (60.0, 12.0)], class_=f"geno-join geno-{kind}")
        cuts = [svg.line(32.0 + 6 * n, 35.0, 40.0 + 6 * n, 21.0, class_="geno-slash") for n in range(slashes)]
        return framed(track, *cuts)

    def child(kind: str) -> SafeString:
        return framed(*hang(36.0, 4.0, 36.0, 44.0, kind))

    care = svg.line(8.0, 24.0, 64.0, 24.0, class_="geno-aside geno-care-placed")
    ward = svg.line(8.0, 24.0, 64.0, 24.0, class_="geno-aside geno-care-guardian")
    near = svg.line(8.0, 24.0, 64.0, 24.0, class_="geno-aside geno-near")
    home = svg.element("rect", x=8.0, y=8.0, width=56.0, height=32.0, class_="geno-home")
    return [
        (join("married"), _("menikah (m. tahun)")),
        (join("cohabiting"), _("hidup bersama (hb. tahun)")),
        (join("unknown"), _("belum diketahui menikah atau tidak")),
        (join("married", 1), _("berpisah (p. tahun)")),
        (join("married", 2), _("bercerai (c. tahun)")),
        (child("birth"), _("anak kandung, yang tertua di kiri")),
        (child("adopted"), _("anak angkat")),
        (child("foster"), _("anak asuh")),
        (framed(care), _("dititipkan, ngenger, diasuh")),
        (framed(ward), _("wali")),
        (framed(near), _("kerabat, jalurnya belum dicatat")),
        (framed(home), _("tinggal serumah")),
    ]


def _relations() -> list[Sample]:
    found = []
    for kind in TieKind:
        way = along(Tie("", "", kind.value), straight((6.0, 24.0), (66.0, 24.0)))
        found.append((framed(tie(way)), str(kind.label)))
    return found
