"""Attaching a file: looked at, sealed and on the disk before its row is committed."""

import re
from typing import BinaryIO

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.files import sniff, vault
from rangkul.base.files.preview import preview_of
from rangkul.base.forms.kit import clean_text
from rangkul.entry.intake.models import Request
from rangkul.journey.cases import policy
from rangkul.journey.cases.actions.rows import about, lock
from rangkul.journey.cases.models import Case, Document
from rangkul.journey.cases.states import DocumentKind

_JOB = job("cases.files")
# A contract shows these; anything but a picture proves nothing.
DRAWN = frozenset({DocumentKind.SIGNATURE, DocumentKind.THUMBPRINT})
# Letters that nobody sees and that make a name look like another.
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


@action("document.attached", may=policy.may_work)
def attach_document(
    *,
    by: Asker,
    case: Case,
    file: BinaryIO,
    size: int,
    name: str = "",
    kind: str = DocumentKind.OTHER,
    only_pictures: bool = False,
    export: bool = False,
) -> Done:
    """Keep a file of the case. `name` is what people call it; without one it is called by its kind and type. `export`:
    a chat export, which may be an archive, and which the caller has opened and found to be one.

    Raises Refused for a type that is not accepted or a file over 15 MB. The same file twice is one document.
    """
    case = lock(case)
    found = _sniffed(file, size, export)
    if only_pictures and not found.media_type.startswith("image/"):
        raise Refused(_("Pilih foto atau gambar."), field="file", code="type")
    if kind in DRAWN and not found.media_type.startswith("image/"):
        raise Refused(_("Tanda tangan dan cap jempol harus berupa gambar."), field=str(kind), code="type")
    document, fresh = _kept(by, case, file, size, name, kind, found)
    return about(case, document, kind=kind, silent=not fresh)


@action("document.handed_in", may=policy.may_hand_in)
def hand_in_document(
    *, by: Asker, folder: Case | Request, file: BinaryIO, size: int, name: str = "", export: bool = False
) -> Done:
    """Keep a file where no case is yet, or one that the client brings through the ticket. Whoever calls holds the row
    of the folder. `export` and what is raised are as in `attach_document`; the same file twice is one document."""
    document, fresh = _kept(by, folder, file, size, name, DocumentKind.OTHER, _sniffed(file, size, export))
    if isinstance(folder, Case):
        return about(folder, document, silent=not fresh)
    where = {"agency_id": folder.agency_id, "unit_id": folder.unit_id}
    return Done(document, subject=("request", folder.pk), payload={"id": str(document.pk)}, silent=not fresh, **where)


def _sniffed(file: BinaryIO, size: int, export: bool) -> sniff.Kind:
    return sniff.export_of(file, size) if export else sniff.kind_of(file, size)


def bring_files(case: Case) -> None:
    """What came in with the request is the case's from now on."""
    with acting(_JOB):
        Document.objects.filter(request=case.request_id, case=None).update(case=case)


def _kept(
    by: Asker, folder: Case | Request, file: BinaryIO, size: int, name: str, kind: str, found: sniff.Kind
) -> tuple[Document, bool]:
    """The document, and whether it is new."""
    within = {"case": folder} if isinstance(folder, Case) else {"request": folder}
    document = Document(**within, key=folder.key, kind=kind, media_type=found.media_type, size=size, by_id=by.staff_id)
    document.name = _name(name, kind, found)
    document.sha256 = vault.keep(document.pk, folder.key, file)
    twin = Document.objects.filter(**within, sha256=document.sha256, kind=kind).select_related("key").first()
    if twin is not None:
        vault.remove(document.pk)
        return twin, False
    if document.is_image and (drawn := preview_of(file)) is not None:
        vault.keep(document.pk, folder.key, drawn, "preview")
        document.has_preview = True
    document.save(force_insert=True)
    return document, True


def _name(name: str, kind: str, found: sniff.Kind) -> str:
    """A readable name that ends in what the file is, whatever it was called."""
    stem = _UNSEEN.sub("", clean_text(name)).replace("\n", " ").replace("\\", "/").rsplit("/", 1)[-1].strip().strip(".")
    stem = stem.rsplit(".", 1)[0] if "." in stem else stem
    return f"{stem[:120] or DocumentKind(kind).label}.{found.extension}"
