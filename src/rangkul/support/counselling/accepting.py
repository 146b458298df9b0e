"""A request and its conversation know of each other: on the page of the request, and when it becomes a case."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.asking import Asker
from rangkul.entry.intake.hooks import Answer, Beside
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.queries import case_behind
from rangkul.support.counselling import queries
from rangkul.support.counselling.models import GroupMember, Room, Seat, Summary
from rangkul.support.counselling.states import LIVING


def follow(request: Request, by: Asker, _answer: Answer) -> None:
    """Runs inside the verb that accepts, after the case was opened or joined."""
    case = case_behind(request.pk)
    if case is not None:
        Room.objects.filter(request=request, state__in=LIVING, case=None).update(case=case)


def talks_there(request: Request, staff_id: UUID) -> str | None:
    """Whoever sits in a room of this request leaves it before they step aside."""
    if not Seat.objects.filter(room__request=request, room__state__in=LIVING, staff=staff_id, left_at=None).exists():
        return None
    return _("Anda masih di ruang konseling permintaan ini. Serahkan percakapannya atau keluar dari ruang itu dulu.")


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


def beside_group(request: Request, by: Asker) -> Beside | None:
    """The group in which this asker sits, for who leads it, and what last came of it for them."""
    member = GroupMember.objects.select_related("group").filter(request=request, seat__left_at=None).first()
    if member is None:
        return None
    words = _("Ikut kelompok “%(title)s”.") % {"title": member.group.title}
    last = queries.outcomes_of_request(request.pk).filter(activity=None).first()
    if last is not None:
        words = f"{words} {last.text}"
    return Beside(words, _("Buka kelompok"), reverse("counselling:group", args=[member.group_id]))
