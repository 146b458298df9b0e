"""Keeping a piece of evidence, and correcting what was said of it. Nothing is changed or removed."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.actions.rows import filled
from rangkul.journey.cases.models import Case, Document
from rangkul.journey.protection import policy, sealing
from rangkul.journey.protection.actions.rows import about, lock, lock_open
from rangkul.journey.protection.models import Evidence, Folder, within
from rangkul.journey.protection.states import EvidenceKind


@dataclass(frozen=True)
class Brought:
    """Where a piece of evidence comes from. `happened` is as it was told; `came_at` when it reached us."""

    title: str
    brought_by: str
    basis: str
    came_at: datetime
    happened: str = ""


@action("evidence.kept", may=policy.may_keep)
def keep_evidence(
    *,
    by: Asker,
    folder: Folder,
    brought: Brought,
    file: BinaryIO | None = None,
    size: int = 0,
    name: str = "",
    link: str = "",
    words: str = "",
) -> Done:
    """One of a file, a link, or words as they were said. A link is written down and never followed."""
    folder = lock_open(folder)
    link, words = link.strip(), words.strip()
    if file is None and not link and not words:
        raise Refused(_("Lampirkan berkas, tulis tautan, atau tulis keterangannya."), field="file", code="empty")
    row = begun(folder, by, brought)
    row.link, row.words = link, words
    if file is not None:
        document = attached(by, folder, file, size, name or brought.title)
        row.kind, row.document, row.sha256 = EvidenceKind.DOCUMENT, document, bytes(document.sha256)
    elif link:
        row.kind, row.sha256 = EvidenceKind.LINK, sealing.digest(link)
    else:
        row.kind, row.sha256 = EvidenceKind.SPOKEN, sealing.digest(words)
    return sealed(folder, row)


def attached(by: Asker, folder: Folder, file: BinaryIO, size: int, name: str, *, export: bool = False) -> Document:
    """Raises Refused for a file that is evidence already. `export`: as `attach_document`'s."""
    given = {"file": file, "size": size, "name": name, "export": export}
    if isinstance(folder, Case):
        document = cases.attach_document(by=by, case=folder, **given)
    else:
        document = cases.hand_in_document(by=by, folder=folder, **given)
    _refuse_twin(folder, document)
    return document


@action("evidence.corrected", may=policy.may_correct)
def correct_evidence(*, by: Asker, evidence: Evidence, words: str) -> Done:
    """One more row that says what is otherwise; the first stays as it came."""
    folder = lock(evidence.folder)
    words = filled(words, _("Tulis apa yang perlu dikoreksi."), "words")
    first = evidence.corrects or evidence
    row = Evidence(**within(folder), key=folder.key, kind=EvidenceKind.CORRECTION, basis=first.basis, corrects=first)
    row.by_id, row.came_at = by.staff_id, clock.now()
    row.title, row.brought_by, row.words = first.title, first.brought_by, words
    row.sha256 = sealing.digest(words)
    return sealed(folder, row)


def begun(folder: Folder, by: Asker, brought: Brought) -> Evidence:
    if brought.came_at > clock.now():
        raise Refused(_("Waktu ini belum tiba."), field="came_at")
    row = Evidence(**within(folder), key=folder.key, basis=brought.basis, came_at=brought.came_at, by_id=by.staff_id)
    row.title = filled(brought.title, _("Tulis bukti apa ini."), "title")
    row.brought_by = filled(brought.brought_by, _("Tulis siapa yang membawanya."), "brought_by")
    row.happened = brought.happened.strip()
    return row


def _refuse_twin(folder: Folder, document: Document) -> None:
    earlier = Evidence.objects.filter(**within(folder), document=document).only("number").first()
    if earlier is not None:
        said = _("Berkas yang sama sudah menjadi bukti nomor %(number)d.") % {"number": earlier.number}
        raise Refused(said, field="file", code="twin")


def sealed(folder: Folder, row: Evidence) -> Done:
    """Give it its number and its seal; the folder is held, so that no two take the same place."""
    last = Evidence.objects.filter(**within(folder)).order_by("-number").only("number", "seal").first()
    row.number = last.number + 1 if last else 1
    row.salt = secrets.token_hex(16)
    row.seal = sealing.seal_of(row, bytes(last.seal) if last else sealing.FIRST)
    row.save(force_insert=True)
    return about(folder, row, number=row.number, seal=row.seal.hex())
