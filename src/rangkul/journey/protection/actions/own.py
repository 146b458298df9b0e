"""What the client does alone, through the ticket: hands evidence in, and writes on in the plan that was given there."""

from datetime import timedelta
from typing import BinaryIO

from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.entry.intake.models import Request
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Case, Document
from rangkul.journey.protection import chats, policy, queries, sealing
from rangkul.journey.protection.actions.chats import read_export, said_purpose, with_chat
from rangkul.journey.protection.actions.evidence import Brought, begun, sealed
from rangkul.journey.protection.actions.rows import about, lock
from rangkul.journey.protection.actions.safety import newest_plan, next_version
from rangkul.journey.protection.models import Evidence, Folder, within
from rangkul.journey.protection.states import Basis, EvidenceKind, GivenBy

# Nobody has more to hand in during a day; a machine that tries has.
MOST_A_DAY = 20
# The holder of a ticket sees nothing of the evidence, so the row before, whose seal goes into the next, is read and the
# new one written by this job.
_OWN = job("protection.own")


def _folder(request: Request) -> Folder:
    """The case that grew out of it, else the request, held until the verb ends."""
    case = Case.objects.filter(request=request).first()
    held = lock(case or request)
    if not queries.takes_in(held):
        raise Refused(_("Pendampingan ini sudah selesai. Anda boleh mengirim permintaan baru."), code="closed")
    return held


def _refuse_crowd(folder: Folder) -> None:
    since = clock.now() - timedelta(days=1)
    if Evidence.objects.filter(**within(folder), by=None, made_at__gt=since).count() >= MOST_A_DAY:
        raise Refused(_("Hari ini sudah banyak yang dititipkan. Lanjutkan besok, atau berikan kepada petugas Anda."))


def _refuse_twin(folder: Folder, document: Document) -> None:
    """In words that do not say what becomes of it here."""
    if Evidence.objects.filter(**within(folder), document=document).exists():
        raise Refused(_("Berkas ini sudah dititipkan."), field="file", code="twin")


@action("evidence.handed_in", may=policy.holds_ticket)
def hand_in(
    *,
    by: Asker,
    request: Request,
    title: str,
    words: str = "",
    happened: str = "",
    file: BinaryIO | None = None,
    size: int = 0,
    name: str = "",
    agreed: bool = False,
    purpose: str = "",
) -> Done:
    """A file or words, hashed and sealed as they arrive, at this moment by the clock of the house. `agreed`: the file
    is a chat export, which the client consents to keep whole for the `purpose`. Raises Http404 where the ticket is not
    the client's own."""
    if not queries.may_hand_in(request):
        raise Http404
    words = words.strip()
    if file is None and not words:
        raise Refused(_("Lampirkan berkas atau tulis catatannya."), field="file", code="empty")
    export = None if file is None else _export(file, agreed)
    purpose = purpose if export is None else said_purpose(purpose)
    with acting(_OWN):
        folder = _folder(request)
        _refuse_crowd(folder)
        said = Brought(title, _("Klien sendiri"), Basis.CONSENT, clock.now(), happened)
        row = begun(folder, _OWN, said)
        row.words = words
        if file is not None:
            given = {"file": file, "size": size, "name": name, "export": export is not None}
            document = cases.hand_in_document(by=_OWN, folder=folder, **given)
            _refuse_twin(folder, document)
            row.kind = EvidenceKind.DOCUMENT if export is None else EvidenceKind.CHAT
            row.document, row.sha256 = document, bytes(document.sha256)
        else:
            row.kind, row.sha256 = EvidenceKind.SPOKEN, sealing.digest(words)
        done = sealed(folder, row)
        return done if export is None else with_chat(done, row, purpose, export)


def _export(file: BinaryIO, agreed: bool) -> chats.Read | None:
    """None where the file is no chat. One in which others speak too is never kept without the client's word for it."""
    if agreed:
        return read_export(file)
    try:
        read_export(file)
    except Refused:
        return None
    raise Refused(
        _("Berkas ini percakapan. Centang persetujuan Anda dulu, lalu lampirkan lagi. Belum ada yang disimpan."),
        field="agreed",
        code="consent",
    )


@action("protection_plan.changed", may=policy.holds_ticket)
def write_own_plan(*, by: Asker, request: Request, situation: str, answers: dict[str, str], seen: int) -> Done:
    """The next version of a plan that was given behind this ticket. `seen`: the version that stood on the page. Raises
    Http404 where none was given there, Refused where somebody else wrote meanwhile."""
    with acting(_OWN):
        folder = _folder(request)
        newest = newest_plan(folder, situation)
        if newest is None or not queries.may_hand_in(request):
            raise Http404
        if newest.version != seen or newest.given != GivenBy.TICKET:
            raise Refused(_("Catatan ini baru saja diubah petugas. Bicarakan dulu dengannya."), code="overtaken")
        row = next_version(folder, situation, answers)
        row.together, row.given, row.given_at = True, GivenBy.TICKET, clock.now()
        row.save(force_insert=True)
        return about(folder, row, situation=situation, version=row.version)
