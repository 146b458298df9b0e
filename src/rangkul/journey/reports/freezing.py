"""A draft as a document that can be set, and the document as it is kept once it was signed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256

from rangkul.base import typesetting as paperwork
from rangkul.base.days import today
from rangkul.base.wilayah.queries import path
from rangkul.journey.reports import hooks
from rangkul.journey.reports.models import Paper, Passage
from rangkul.journey.reports.states import Shape
from rangkul.journey.reports.writing.parts import Part, day

_DRAFT = "RANCANGAN. Belum ditandatangani dan belum berlaku."


def number_of(paper: Paper) -> str:
    """What the paper is called in the correspondence of the agency."""
    kind = hooks.kinds.get(paper.kind)
    return f"{paper.case.number}/{kind.short if kind else paper.kind}/{paper.version}"


def document_of(paper: Paper, passages: Iterable[Passage], *, draft: bool = False) -> paperwork.Document:
    """The document with its signatures; a draft says that it is one."""
    opening = json.loads(paper.opening or "{}")
    on = paper.signed_on or today(paper.case.region_code)
    blocks: list[paperwork.Block] = [paperwork.Notice(_DRAFT)] if draft else []
    if opening.get("notice"):
        blocks.append(paperwork.Notice(opening["notice"]))
    if opening.get("greeting"):
        blocks.append(paperwork.Paragraph(opening["greeting"]))
    for passage in passages:
        if not passage.left_out:
            blocks += _blocks(passage.part, passage.now)
    blocks.append(_signatures(paper, on, draft))
    return paperwork.Document(
        opening.get("title", ""),
        on,
        _letterhead(paper),
        tuple(blocks),
        lead=tuple(_lead(paper)),
        footer=number_of(paper),
    )


def _letterhead(paper: Paper) -> paperwork.Letterhead:
    agency = paper.case.agency
    lines = [line.strip() for line in agency.letterhead.splitlines() if line.strip()]
    return paperwork.Letterhead(agency.name, tuple(lines or [paper.case.unit.name]))


def _lead(paper: Paper) -> Iterator[tuple[str, str]]:
    yield "Nomor", number_of(paper)
    if paper.version > 1:
        yield "Versi", f"{paper.version}, menggantikan versi {paper.version - 1}"
    if paper.addressee:
        yield "Kepada", " ".join(paper.addressee.split())


def _blocks(part: Part, words: str) -> Iterator[paperwork.Block]:
    lines = [line.strip() for line in words.split("\n") if line.strip()]
    if part.drawn:
        yield paperwork.Figure(part.drawn.svg, " ".join(lines), part.drawn.caption, part.title)
        return
    yield paperwork.Heading(part.title)
    if part.shape == Shape.FACTS:
        yield paperwork.Facts(tuple(_pair(line) for line in lines))
    else:
        yield from _said(part, lines)
    if part.note:
        yield paperwork.Paragraph(part.note, "quiet")


def _pair(line: str) -> tuple[str, str]:
    name, _colon, value = line.partition(":")
    return name.strip(), value.strip()


def _said(part: Part, lines: list[str]) -> Iterator[paperwork.Block]:
    """Points, with what nobody asked yet set apart after them."""
    gaps = {line.text for line in part.lines if line.gap}
    told = [line for line in lines if line not in gaps]
    if part.shape == Shape.PROSE:
        tone = "opinion" if part.opinion else ""
        yield from (paperwork.Paragraph(line, tone) for line in told)
    elif told:
        yield paperwork.Listed(tuple(told))
    yield from (paperwork.Paragraph(line, "gap") for line in lines if line in gaps)


def _signatures(paper: Paper, on: date, draft: bool) -> paperwork.Signatures:
    place = path(paper.case.agency.region_code).split(",")[0] if paper.case.agency.region_code else ""
    when = "" if draft else f"Ditandatangani di Rangkul\npada {day(on)}"
    worker = paper.signed_by or paper.case.worker
    signed = [paperwork.Signed("Pekerja sosial", worker.full_name, when)]
    if paper.cosigned_by:
        signed.insert(0, paperwork.Signed("Mengetahui, supervisor", paper.cosigned_by.full_name, when))
    return paperwork.Signatures(tuple(signed), ", ".join(part for part in (place, day(on)) if part))


def sealed(document: paperwork.Document, code: str, check_at: str) -> tuple[str, bytes]:
    """The document as it is kept, with the way to check it, and the hash over everything above that."""
    told = json.dumps(document.values(), ensure_ascii=False, sort_keys=True)
    digest = sha256(told.encode()).digest()
    kept = replace(document, blocks=(*document.blocks, checked(code, check_at, digest)))
    return json.dumps(kept.values(), ensure_ascii=False), digest


def checked(code: str, check_at: str, digest: bytes) -> paperwork.Checked:
    print_ = digest.hex()[:16]
    mark = " ".join(print_[start : start + 4] for start in range(0, 16, 4))
    at = check_at or "halaman “Periksa dokumen” di situs kami"
    qr = paperwork.qr_svg(f"{check_at}?kode={code}" if check_at else code)
    return paperwork.Checked(f"Keaslian dokumen ini bisa diperiksa di {at}\nKode: {code}\nSidik isi: {mark}", qr)
