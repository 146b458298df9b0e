"""How the client agreed to something in the file: what proves it is looked at, sealed and kept with the case."""

from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.agreeing import AgreementMode
from rangkul.base.asking import Asker
from rangkul.journey.cases.actions.documents import attach_document
from rangkul.journey.cases.actions.rows import filled
from rangkul.journey.cases.models import Case, Document
from rangkul.journey.cases.states import DocumentKind

_KIND_OF = {AgreementMode.SIGNATURE: DocumentKind.SIGNATURE, AgreementMode.THUMBPRINT: DocumentKind.THUMBPRINT}


@dataclass(frozen=True)
class Agreement:
    """How the client agreed. `evidence` is the drawn signature or scanned thumbprint as a document of the case."""

    mode: str
    signed_name: str
    witness: str = ""
    evidence: Document | None = None


def keep_evidence(*, by: Asker, case: Case, mode: str, file: BinaryIO, size: int) -> Document:
    """The drawn or scanned picture as a document of the case; call it in the transaction that agrees."""
    return attach_document(by=by, case=case, file=file, size=size, kind=_KIND_OF[AgreementMode(mode)])


def check_agreement(agreement: Agreement) -> None:
    """Raises Refused at the field that lacks: the name, the witness, the picture."""
    filled(agreement.signed_name, _("Tulis nama yang menyetujui."), "signed_name")
    if agreement.mode == AgreementMode.SPOKEN:
        filled(agreement.witness, _("Persetujuan lisan membutuhkan nama saksi."), "witness")
    elif agreement.mode not in AgreementMode.values:
        raise Refused(_("Pilih bagaimana klien menyetujui."), field="mode")
    elif agreement.evidence is None:
        drawn = agreement.mode == AgreementMode.SIGNATURE
        said = _("Kotak tanda tangan masih kosong.") if drawn else _("Gambar cap jempol belum ada.")
        raise Refused(said, field="signature" if drawn else "thumbprint")
