"""Safety plans, where whoever holds the ticket wished to read them here: to be read, and kept as a picture."""

from django.apps import apps
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rangkul.base.asking import Asker
from rangkul.base.typesetting import NotSet
from rangkul.entry.crisis.picture import picture_of
from rangkul.entry.crisis.queries import parts_of, plan_for_ticket
from rangkul.entry.intake.models import Request
from rangkul.web.portal.case_parts import case_of
from rangkul.web.portal.parts import Part
from rangkul.web.portal.request import holding_ticket


def plan(request: Request, by: Asker) -> Part | None:
    found = plan_for_ticket(request)
    return Part("portal/safety.html", {"parts": parts_of(found)}, first=True) if found else None


@require_safe
@holding_ticket
def picture(http: HttpRequest, mine: Request) -> HttpResponse:
    found = plan_for_ticket(mine)
    if found is None:
        raise Http404
    try:
        return picture_of(found)
    except NotSet:
        messages.error(http, _("Gambarnya belum bisa dibuat. Coba lagi sebentar."))
        return redirect("portal:request")


def kept_apart(request: Request, by: Asker) -> Part | None:
    """What was planned for staying and for leaving, where the person said that it is safe here; folded, under a title
    that tells nobody who looks over a shoulder."""
    if not apps.is_installed("rangkul.journey.protection"):
        return None
    from rangkul.journey.protection.queries import plans_for_ticket

    found = plans_for_ticket(case_of(request) or request)
    return Part("portal/kept_apart.html", {"plans": found}) if found else None
