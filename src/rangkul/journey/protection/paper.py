"""The list of evidence on paper, for the police: what, whence, when, and the fingerprints by which it is told again."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.days import today
from rangkul.base.typesetting import Document, Facts, Heading, Letterhead, Listed, Notice, Paragraph, Signatures, Signed
from rangkul.base.typesetting.document import Block
from rangkul.journey.cases.models import Case
from rangkul.journey.protection.models import Evidence, Folder
from rangkul.journey.protection.queries import Plan, originals
from rangkul.journey.protection.rights_words import RIGHTS, TARGETS, Right


def letterhead(folder: Folder) -> Letterhead:
    lines = [line.strip() for line in folder.agency.letterhead.splitlines() if line.strip()]
    return Letterhead(folder.agency.name, tuple(lines or [folder.unit.name]))


def list_of_evidence(folder: Folder, rows: list[Evidence], *, language: str) -> Document:
    """It names the case by its number and nobody by name but who brought a piece and who took it down."""
    return Document(
        title=_("Daftar bukti"),
        day=today(),
        letterhead=letterhead(folder),
        language=language,
        lead=(_which(folder), (_("Dicetak"), _when(clock.now(), folder)), (_("Jumlah"), str(len(rows)))),
        blocks=tuple(_blocks(folder, rows)),
        footer=_("Daftar bukti %(number)s") % {"number": _which(folder)[1]},
    )


def _which(folder: Folder) -> tuple[str, str]:
    """The number of the case. A request has none that may stand on paper: its ticket is half of a key."""
    if isinstance(folder, Case):
        return _("Kasus"), folder.number
    return _("Permintaan"), _when(folder.received_at, folder)


def _blocks(folder: Folder, rows: list[Evidence]) -> Iterator[Block]:
    yield Notice(_("Rahasia. Hanya untuk penyidik, jaksa, hakim, dan pendamping hukum dalam perkara ini."))
    for row, corrections in reversed(originals(rows)):
        yield Heading(f"{row.number}. {row.title}")
        yield Facts(tuple(_facts(folder, row)), (_("Hal"), _("Keterangan")))
        for one in corrections:
            said = _("Koreksi (%(number)d) oleh %(who)s, %(when)s:") % {
                "number": one.number,
                "who": one.who,
                "when": _when(one.made_at, folder),
            }
            yield Paragraph(f"{said} {one.words}")
    yield Heading(_("Cara memeriksa"))
    yield Paragraph(
        _(
            "Sidik SHA-256 dihitung dari isi asli saat bukti diterima. Hitung lagi dari berkas yang diserahkan: bila"
            " sama, berkasnya tidak berubah. Segel setiap bukti memuat segel bukti sebelumnya, sehingga bukti yang"
            " hilang atau diubah akan terlihat."
        )
    )
    yield Signatures((Signed(_("Yang menyerahkan"), ""), Signed(_("Yang menerima"), "")))


def _facts(folder: Folder, row: Evidence) -> Iterator[tuple[str, str]]:
    yield _("Jenis"), str(row.get_kind_display())
    if row.document:
        yield _("Berkas"), f"{row.document.name} ({row.document.size} byte)"
    if row.link:
        yield _("Tautan"), row.link
    if row.words:
        yield _("Keterangan"), row.words
    yield _("Dibawa oleh"), row.brought_by
    yield _("Dasar menyimpan"), str(row.get_basis_display())
    if row.happened:
        yield _("Kejadian, menurut cerita"), row.happened
    yield _("Sampai kepada kami"), _when(row.came_at, folder)
    yield _("Dicatat"), f"{_when(row.made_at, folder)}, {row.who}"
    yield "SHA-256", _grouped(row.sha)
    yield _("Segel"), _grouped(bytes(row.seal).hex())


def _grouped(hexadecimal: str) -> str:
    """In eights, so that a line can break and an eye can compare."""
    return " ".join(hexadecimal[at : at + 8] for at in range(0, len(hexadecimal), 8))


def _when(moment, folder: Folder) -> str:
    local = clock.local(moment, folder.region_code)
    return f"{local:%d-%m-%Y %H.%M} {clock.ABBREVIATION[str(local.tzinfo)]}"


def plan_paper(plan: Plan, *, language: str) -> Document:
    """Neutral on the outside: no agency, no name, no word of violence in its title. Whoever finds it learns little."""
    blocks: list[Block] = []
    for label, words in plan.parts:
        blocks += [Heading(str(label)), Paragraph(words)]
    blocks.append(Paragraph(_("Darurat: 112. Polisi: 110. Perempuan dan anak: 129."), "quiet"))
    return Document(
        title=_("Catatan"),
        day=clock.local(plan.row.made_at).date(),
        letterhead=Letterhead(""),
        language=language,
        blocks=tuple(blocks),
    )


def rights_paper(folder: Folder, *, language: str) -> Document:
    return Document(
        title=_("Hak Anda"),
        day=today(),
        letterhead=letterhead(folder),
        language=language,
        blocks=(
            Listed(tuple(f"{one.words} ({_source(one)})" for one in RIGHTS)),
            Heading(_("Ke mana Anda bisa pergi")),
            Listed(tuple(f"{name}: {what} ({source})" for name, what, source in TARGETS)),
        ),
    )


def _source(right: Right) -> str:
    return right.source if right.verified else _("%(source)s, perlu diperiksa") % {"source": right.source}
