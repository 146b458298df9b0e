"""The letter of a referral from a request: what was chosen for this receiver, by what right, and how to answer. A case
has its letters as documents of the file; a request has no file, so this one is made of the referral itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rangkul.base import clock
from rangkul.base.typesetting import Document, Facts, Heading, Letterhead, Paragraph, Signatures, Signed
from rangkul.base.typesetting.document import Block
from rangkul.support.referral.dataset import label_of
from rangkul.support.referral.models import Item, Referral
from rangkul.support.referral.states import Way

# Letters are Indonesian, whatever language their writer reads.
_ANSWER = (
    "Mohon kabari kami apakah rujukan ini diterima. Sebelum ada kepastian dari Anda, kami tetap mendampingi orangnya"
    " dan belum menganggap rujukan ini tertangani."
)
_ONLY = "Pakai data ini hanya untuk bantuan yang diminta."


def letter(row: Referral, items: Sequence[Item], link: str) -> Document:
    """`link` is where the receiver answers; its code goes another way and never stands on the paper."""
    on = clock.local(row.sent_at, row.file.region_code).date()
    return Document(
        title="Surat rujukan",
        day=on,
        letterhead=_letterhead(row),
        lead=(("Nomor", row.code), ("Kepada", row.receiver)),
        blocks=tuple(_blocks(row, items, link)),
        footer=f"Surat rujukan {row.code}",
    )


def _letterhead(row: Referral) -> Letterhead:
    lines = [line.strip() for line in row.agency.letterhead.splitlines() if line.strip()]
    return Letterhead(row.agency.name, tuple(lines or [row.unit.name]))


def _blocks(row: Referral, items: Sequence[Item], link: str) -> Iterator[Block]:
    yield Paragraph("Dengan hormat, kami merujuk orang berikut untuk mendapat bantuan.")
    yield Heading("Yang dirujuk")
    told = tuple((label_of(one.name), one.value) for one in items)
    yield Facts((*told, ("Petugas", f"{row.owner.full_name}, {row.unit.name}, {row.agency.name}")))
    yield Heading("Yang kami minta")
    yield from (Paragraph(line) for line in row.asked.splitlines() if line.strip())
    yield Heading("Dasar pengiriman data")
    yield Paragraph(f"{_ground(row)} {_ONLY}")
    yield Heading("Jawaban")
    yield Paragraph(_ANSWER)
    yield from (Paragraph(line) for line in _how(row, link))
    yield Signatures((Signed("Petugas", row.owner.full_name),))


def _ground(row: Referral) -> str:
    said = ". ".join(part for part in (str(row.get_ground_display()), row.ground_words.rstrip(".")) if part)
    return f"Data ini dikirim dengan dasar: {said}."


def _how(row: Referral, link: str) -> Iterator[str]:
    due = clock.local(row.due_at, row.file.region_code)
    yield f"Kami menunggu jawaban Anda sampai {due:%d-%m-%Y} pukul {due:%H.%M}."
    if row.link_by == Way.PAPER:
        yield f"Jawablah di {link} dengan kode yang kami sebutkan lewat jalan lain."
