"""The data officer confirms that a withdrawn use has stopped."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkul.commons.trust.actions import confirm_stopped
from rangkul.commons.trust.models import Consent


@require_POST
def confirm(request: HttpRequest, pk: UUID) -> HttpResponse:
    confirm_stopped(by=request.asker, consent=get_object_or_404(Consent, pk=pk))
    messages.success(request, _("Dicatat: pemakaian data ini sudah berhenti."))
    return redirect("trust:rights")
