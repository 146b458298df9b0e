"""Attaching a file: looked at, sealed and on the disk before its row is committed."""

from typing import BinaryIO

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.files import sniff, vault
from rangkul.base.files.preview import preview_of
from rangkul.journey.cases import policy
from rangkul.journey.cases.actions.rows import about, lock
from rangkul.journey.cases.models import Case, Document
from rangkul.journey.cases.states import DocumentKind

# A contract shows these; anything but a picture proves nothing.
DRAWN = frozenset({DocumentKind.SIGNATURE, DocumentKind.THUMBPRINT})


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
    found = sniff.export_of(file, size) if export else sniff.kind_of(file, size)
    if only_pictures and not found.media_type.startswith("image/"):
        raise Refused(_("Pilih foto atau gambar."), field="file", code="type")
    if kind in DRAWN and not found.media_type.startswith("image/"):
        raise Refused(_("Tanda tangan dan cap jempol harus berupa gambar."), field=str(kind), code="type")
    document = Document(case=case, key=case.key, kind=kind, media_type=found.media_type, size=size, by_id=by.staff_id)
    document.name = _name(name, kind, found)
    document.sha256 = vault.keep(document.pk, case.key, file)
    twin = case.documents.filter(sha256=document.sha256, kind=kind).select_related("key").first()
    if twin is not None:
        vault.remove(document.pk)
        return about(case, twin, silent=True)
    if document.is_image and (drawn := preview_of(file)) is not None:
        vault.keep(document.pk, case.key, drawn, "preview")
        document.has_preview = True
    document.save(force_insert=True)
    return about(case, document, kind=kind)


def _name(name: str, kind: str, found: sniff.Kind) -> str:
    """A readable name that ends in what the file is, whatever it was called."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].strip().strip(".")
    stem = stem.rsplit(".", 1)[0] if "." in stem else stem
    return f"{stem[:120] or DocumentKind(kind).label}.{found.extension}"
