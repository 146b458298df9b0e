"""Meeting and stopping one clock."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from rangkul.base.forms.sending import send
from rangkul.journey.protection import actions, queries
from rangkul.journey.protection.models import LegalClock
from rangkul.journey.protection.pages.forms import MeetForm, StopForm
from rangkul.journey.protection.pages.frame import folder_or_404, go
from rangkul.journey.protection.pages.of_case import drawn


def _step(request: HttpRequest, whose: dict[str, UUID], clock_id: UUID, name: str, form, verb) -> HttpResponse:
    folder = folder_or_404(request, **whose)
    try:
        row = queries.clock_of(folder, clock_id)
    except LegalClock.DoesNotExist:
        raise Http404 from None
    if send(form, request.asker, f"{name}.{row.pk}", lambda words: verb(by=request.asker, clock=row, **words)):
        return go(folder, "of")
    return drawn(request, folder, forms={f"{name}.{row.pk}": form})


@require_POST
def meet(request: HttpRequest, clock_id: UUID, **whose: UUID) -> HttpResponse:
    form = MeetForm(request.POST, auto_id=f"id_penuhi_{clock_id}_%s")
    return _step(request, whose, clock_id, "meet", form, actions.meet_clock)


@require_POST
def stop(request: HttpRequest, clock_id: UUID, **whose: UUID) -> HttpResponse:
    form = StopForm(request.POST, auto_id=f"id_henti_{clock_id}_%s")
    return _step(request, whose, clock_id, "stop", form, actions.stop_clock)
