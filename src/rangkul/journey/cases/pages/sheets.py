"""Forms on paper: printed for a case with a code, and filed by the code when they come back."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.base.typesetting.qr import qr_svg
from rangkul.journey.cases import actions, policy
from rangkul.journey.cases.actions.writing import goals
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case, Sheet
from rangkul.journey.cases.pages.forms.sheets import CodeForm, PrintSheetForm, ScanForm
from rangkul.journey.cases.pages.forms.writing import ContactForm
from rangkul.journey.cases.pages.frame import page
from rangkul.journey.cases.queries.sheets import sheet_of, sheets_of
from rangkul.journey.cases.states import Channel, SheetKind


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    return _list(request, case_or_404(request, case_id))


def _list(request: HttpRequest, case: Case, form: PrintSheetForm | None = None) -> HttpResponse:
    words = {"sheets": sheets_of(case), "form": form or PrintSheetForm()}
    return page(request, case, "sheets", words, wrong=form is not None)


@require_POST
def print_one(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form, made = PrintSheetForm(request.POST), []
    if send(
        form,
        request.asker,
        f"sheet.{case.pk}",
        lambda words: made.append(actions.print_sheet(by=request.asker, case=case, **words)) or made[0],
    ):
        return redirect("cases:sheet", case.pk, made[0].pk) if made else redirect("cases:sheets", case.pk)
    return _list(request, case, form)


@require_GET
def paper(request: HttpRequest, case_id: UUID, sheet_id: UUID) -> HttpResponse:
    """The sheet itself. What the case knows is printed on it and not asked again."""
    case = case_or_404(request, case_id)
    sheet = get_object_or_404(case.sheets, pk=sheet_id)
    filing = request.build_absolute_uri(reverse("cases:sheet_filing", args=[sheet.code_words]))
    words = {
        "case": case,
        "sheet": sheet,
        "agency": case.agency,
        # Made by us of an address of ours.
        "qr": mark_safe(qr_svg(filing)),  # noqa: S308
        "channels": [label for _value, label in Channel.choices],
        "contract": case.contracts.select_related("key").filter(version=sheet.version).first(),
    }
    return render(request, "cases/sheet_print.html", words)


@require_http_methods(["GET", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """By the code on the paper to the page where it is filed."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        sheet = sheet_of(form.cleaned_data["code"])
        if sheet is not None:
            return redirect("cases:sheet_filing", code=sheet.code_words)
        form.add_error("code", _("Kode ini tidak kami kenal. Periksa huruf dan angkanya."))
    return render(request, "cases/sheet_find.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def filing(request: HttpRequest, code: str) -> HttpResponse:
    """What the phone's camera opens when it reads the paper, too."""
    sheet = sheet_of(code)
    if sheet is None:
        raise Http404
    case = case_or_404(request, sheet.case_id)
    given, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    scan = ScanForm(given, files)
    contact = None
    if sheet.kind == SheetKind.CONTACT:
        contact = ContactForm(given, goals=goals(case), client_kind=case.client_kind, auto_id="id_kontak_%s")
    if request.method == "POST" and _file(request, sheet, scan, contact):
        return redirect("cases:contract" if sheet.kind == SheetKind.CONTRACT else "cases:case", case_id=case.pk)
    words = {
        "sheet": sheet,
        "form": scan,
        "contact_form": contact,
        "may_file": case.is_open and sheet.filed_at is None and policy.may_work(by=request.asker, case=case),
    }
    wrong = bool(scan.errors or (contact and contact.errors))
    return page(request, case, "sheet_filing", words, wrong=wrong)


def _file(request: HttpRequest, sheet: Sheet, scan: ScanForm, contact: ContactForm | None) -> bool:
    if contact is not None and not contact.is_valid():
        scan.is_valid()
        return False
    said = _said(contact)

    def run(words: dict[str, Any]) -> Sheet:
        upload = words["file"]
        return actions.file_sheet(by=request.asker, sheet=sheet, file=upload.file, size=upload.size, contact=said)

    return send(scan, request.asker, f"scan.{sheet.pk}", run)


def _said(contact: ContactForm | None) -> dict[str, Any] | None:
    if contact is None:
        return None
    return {name: value for name, value in contact.cleaned_data.items() if name != "once"}
