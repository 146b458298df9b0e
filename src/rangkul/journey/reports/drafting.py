"""From the record to a draft, always in Indonesian: a document is data, whatever language its worker has chosen."""

from django.utils import translation
from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.journey.cases.models import Case
from rangkul.journey.reports import hooks
from rangkul.journey.reports.hooks import Kind
from rangkul.journey.reports.states import Reader
from rangkul.journey.reports.writing.material import Material
from rangkul.journey.reports.writing.parts import Draft


def kind_of(code: str) -> Kind:
    """Raises Refused for a kind that nobody knows here."""
    if code not in hooks.kinds:
        raise Refused(_("Pilih salah satu dari daftar."), field="kind", code="kind")
    return hooks.kinds[code]


def write(case: Case, kind: Kind, reader: str, addressee: str = "") -> Draft:
    """What the record says today, for this reader. Raises Refused where the case has nothing of this kind yet."""
    if reader not in kind.readers:
        readers = ", ".join(str(one.label) for one in kind.readers)
        raise Refused(
            _("Dokumen ini ditulis untuk: %(readers)s.") % {"readers": readers}, field="reader", code="reader"
        )
    if lacks := kind.lacks(case):
        raise Refused(str(lacks), code="lacks")
    with translation.override("id"):
        return kind.write(Material(case, Reader(reader), addressee))


def spoken_name(code: str) -> str:
    """What a kind is called on paper; the code itself where its package is switched off."""
    return hooks.kinds[code].name if code in hooks.kinds else code
