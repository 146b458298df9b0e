"""The rights of whoever was hurt, on the screen and on paper."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.base import typesetting
from rangkul.journey.protection.pages.evidence_files import pdf_answer
from rangkul.journey.protection.pages.frame import folder_or_404, go, page
from rangkul.journey.protection.paper import rights_paper
from rangkul.journey.protection.rights_words import RIGHTS, TARGETS


@require_GET
def show(request: HttpRequest, **whose: UUID) -> HttpResponse:
    folder = folder_or_404(request, **whose)
    return page(request, folder, "rights", {"rights": RIGHTS, "targets": TARGETS}, title=_("Hak korban"))


@require_GET
def paper(request: HttpRequest, **whose: UUID) -> HttpResponse:
    folder = folder_or_404(request, **whose)
    try:
        made = typesetting.pdf(rights_paper(folder, language=get_language() or "id"))
    except typesetting.NotSet:
        messages.error(request, _("Berkasnya belum bisa dibuat; coba lagi sebentar."))
        return go(folder, "rights")
    return pdf_answer(folder, made, "Hak Anda.pdf", "rights.pdf")
