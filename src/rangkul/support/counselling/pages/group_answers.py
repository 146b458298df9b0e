"""How a meeting answers its page: by JSON where a script asked, by a page where none did."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from rangkul.base.actions import Refused
from rangkul.base.forms import RangkulForm, refuse
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.actions.group_rows import last_number
from rangkul.support.counselling.group_live import GroupSource
from rangkul.support.counselling.group_states import MeetingState
from rangkul.support.counselling.live import cursor_of
from rangkul.support.counselling.models import GroupMessage, GroupSeat, Meeting
from rangkul.support.counselling.pages.answers import away, by_script, kept, lane_of
from rangkul.support.counselling.pages.forms import EncloseForm
from rangkul.support.counselling.queries import Reader
from rangkul.support.counselling.states import Lane

_SOURCE = GroupSource()
_PRIVATE_SHOWN = 200


def since(http: HttpRequest, meeting: Meeting) -> list[dict[str, Any]]:
    """Everything behind the place that the page names, as the stream tells it."""
    asked = http.POST.get("setelah") or http.GET.get("setelah", "")
    return [one.data for one in _SOURCE.since(http.asker, str(meeting.pk), asked[:40])]


def told(http: HttpRequest, meeting: Meeting, status: int = 200, **more: Any) -> JsonResponse:
    return JsonResponse({"messages": since(http, meeting), **more}, status=status)


def said(
    http: HttpRequest, meeting: Meeting, form: RangkulForm, page: Callable[[RangkulForm], HttpResponse],
    back: HttpResponse, *, private: bool = False, to: GroupSeat | None = None,
) -> HttpResponse:  # fmt: skip
    """Say one thing. What was refused stays in the form, or with the script that sent it."""
    if form.is_valid():
        words = form.cleaned_data
        try:
            message = actions.say_in_group(
                by=http.asker, meeting=meeting, text=words["text"], client_id=words["once"], private=private, to=to
            )
        except Refused as error:
            refuse(form, error)
            if by_script(http):
                return told(http, meeting, 422, error=error.message, code=error.code)
        else:
            if message is None:
                return away(http)
            return told(http, meeting) if by_script(http) else back
    elif by_script(http):
        return JsonResponse({"messages": [], "error": next(iter(form.errors.values()))[0], "code": "form"}, status=422)
    return page(form)


def taken_back(http: HttpRequest, meeting: Meeting, message: UUID, back: HttpResponse) -> HttpResponse:
    found = GroupMessage.objects.select_related("meeting__group").filter(pk=message, meeting=meeting).first()
    if found is None:
        raise Http404
    actions.take_back(by=http.asker, message=found)
    return told(http, meeting) if by_script(http) else back


def drafted(http: HttpRequest, meeting: Meeting) -> HttpResponse:
    lane = lane_of(http)
    return kept(lambda text: actions.keep_group_draft(by=http.asker, meeting=meeting, text=text, lane=lane), http)


def stream_of(meeting: Meeting | None, cursor: str = "") -> str:
    """Of one that goes on, and of one that is awaited: its page learns at once that it begins."""
    if meeting is None or meeting.state not in (MeetingState.PLANNED, MeetingState.OPEN):
        return ""
    return f"{settings.STREAM_URL}?kelompok={meeting.pk}&setelah={cursor}"


def frame(meeting: Meeting, who: Reader) -> dict[str, Any]:
    """What both sides' pages show of a meeting, and where the stream goes on."""
    said = queries.group_newest(meeting, who)
    aside = queries.private_after(meeting, 0, who)[:_PRIVATE_SHOWN]
    # Whoever came into the group while it met begins behind what was said before.
    known = said[-1].number if said else last_number(meeting)
    own = who.seat.pk if who.seat and not who.leads else None
    beside = aside[-1].number if aside else last_number(meeting, own) if own else 0
    cursor = cursor_of(known, beside)
    return {
        "meeting": meeting,
        "group": meeting.group,
        "said": said,
        "aside": aside,
        "known": known,
        "known_aside": beside,
        "my_seat": who.seat,
        "names": {str(one.seat): one.who for one in said},
        "stream": stream_of(meeting, cursor),
        "draft": queries.group_draft_of(meeting, who.seat),
        "aside_draft": queries.group_draft_of(meeting, who.seat, Lane.ASIDE),
        "enclose": EncloseForm(),
    }
