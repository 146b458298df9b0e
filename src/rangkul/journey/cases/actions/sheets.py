"""A form goes out on paper with its code, and comes back once to where the code belongs (A100)."""

from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases import policy
from rangkul.journey.cases.actions.documents import attach_document
from rangkul.journey.cases.actions.rows import about, lock_open
from rangkul.journey.cases.actions.writing import record_activity
from rangkul.journey.cases.models import Case, Sheet
from rangkul.journey.cases.states import DocumentKind, SheetKind


@action("sheet.printed", may=policy.may_work)
def print_sheet(*, by: Asker, case: Case, kind: str) -> Done:
    """A sheet with a code of its own. A contract is printed as its newest version stands."""
    case = lock_open(case)
    if kind not in SheetKind.values:
        raise Refused(_("Pilih salah satu dari daftar."), field="kind")
    version = None
    if kind == SheetKind.CONTRACT:
        version = case.contracts.order_by("-version").values_list("version", flat=True).first()
        if version is None:
            raise Refused(_("Tulis dulu rancangan kontraknya."), field="kind", code="contract")
    row = Sheet(case=case, kind=kind, version=version, printed_by_id=by.staff_id)
    row.save(force_insert=True)
    return about(case, row, kind=kind)


@action("sheet.filed", may=policy.may_file_sheet)
def file_sheet(*, by: Asker, sheet: Sheet, file: BinaryIO, size: int, contact: dict[str, Any] | None = None) -> Done:
    """Keep the scanned page with the case of its code. `contact`: what a contact sheet says, in the words of
    `record_activity`; it is written down in the same transaction, so that nobody types it a second time."""
    case = lock_open(sheet.case)
    held = Sheet.objects.select_for_update().get(pk=sheet.pk)
    if held.filed_at is not None:
        day = f"{clock.local(held.filed_at, case.region_code):%d-%m-%Y}"
        raise Refused(_("Lembar ini sudah dimasukkan pada {day}.").format(day=day), code="filed")
    if held.kind == SheetKind.CONTACT and contact is None:
        raise Refused(_("Tulis isi lembar ini, sekali saja."), code="contact")
    name = f"{held.get_kind_display()} {held.code_words}"
    held.document = attach_document(by=by, case=case, file=file, size=size, name=name, kind=DocumentKind.REPORT)
    if Sheet.objects.filter(document=held.document).exists():
        raise Refused(_("Berkas ini sudah dimasukkan dengan lembar lain."), field="file", code="twice")
    if contact is not None:
        record_activity(by=by, case=case, **contact)
    held.filed_at, held.filed_by_id = clock.now(), by.staff_id
    held.save(update_fields=["document", "filed_at", "filed_by"])
    return about(case, held, kind=held.kind)
