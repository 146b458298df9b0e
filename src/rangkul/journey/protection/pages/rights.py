"""The rights of whoever was hurt, on the screen and on paper."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.base import typesetting
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.protection.pages.evidence_files import pdf_answer
from rangkul.journey.protection.pages.frame import page
from rangkul.journey.protection.paper import rights_paper
from rangkul.journey.protection.rights_words import RIGHTS, TARGETS


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    return page(request, case, "rights", {"rights": RIGHTS, "targets": TARGETS}, title=_("Hak korban"))


@require_GET
def paper(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    try:
        made = typesetting.pdf(rights_paper(case, language=get_language() or "id"))
    except typesetting.NotSet:
        messages.error(request, _("Berkasnya belum bisa dibuat; coba lagi sebentar."))
        return redirect("protection:rights", case_id=case.pk)
    return pdf_answer(case, made, "Hak Anda.pdf", "rights.pdf")
