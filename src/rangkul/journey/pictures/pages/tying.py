"""What the panel of the ecomap sends: each verb once, and back to the tie."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from rangkul.base.actions import Refused
from rangkul.journey.assessment.models import Institution
from rangkul.journey.pictures import actions
from rangkul.journey.pictures.pages.ecomap import Surroundings, form_of, page
from rangkul.journey.pictures.pages.rows import Panel
from rangkul.journey.pictures.pages.sent import writable

_SAID = _("Ekomap diperbarui.")
_PANEL = Panel(Surroundings, form_of, page, "eco", _SAID)

add = _PANEL.adds(actions.tie_system)
correct = _PANEL.changes("koreksi", "tie", actions.correct_system_tie)
end = _PANEL.changes("akhiri", "tie", actions.end_system_tie)


@require_POST
def take(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    """One click: what the assessment noted of an institution becomes a tie."""
    found = writable(request, case_id, Surroundings)
    note = Institution.objects.select_related("key").filter(pk=row_id, case=found.case).first()
    if note is None:
        raise Http404
    try:
        tie = actions.take_institution(by=request.asker, case=found.case, institution=note)
    except Refused as error:
        messages.error(request, error.message)
        return redirect(found.address)
    messages.success(request, _SAID)
    return redirect(found.address_of(str(tie.pk)))
