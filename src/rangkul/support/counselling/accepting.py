"""A request and its conversation know of each other: on the page of the request, and when it becomes a case."""

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.asking import Asker
from rangkul.entry.intake.hooks import Beside
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.support.counselling.models import Room, Summary
from rangkul.support.counselling.states import LIVING


def follow(request: Request, by: Asker) -> None:
    """Runs inside the verb that accepts, after the case was opened."""
    case = Case.objects.filter(request=request).first()
    if case is not None:
        Room.objects.filter(request=request, state__in=LIVING, case=None).update(case=case)


def beside(request: Request, by: Asker) -> Beside | None:
    """The newest conversation of a request, for whoever may read it."""
    room = Room.objects.filter(request=request).order_by("-began_at").first()
    if room is None:
        return None
    words = _("Percakapan di ruang konseling: %(state)s.") % {"state": room.get_state_display().lower()}
    summary = Summary.objects.select_related("key").filter(room=room).first()
    if summary is not None and summary.text:
        words = f"{words} {summary.text}"
    return Beside(words, _("Buka percakapan"), reverse("counselling:room", args=[room.pk]))
