"""A group as one who sits in it sees it: when it meets, who is there, what is said. It works without scripts too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.actions import Refused
from rangkul.base.files.leaving import bytes_of
from rangkul.base.forms import RangkulForm
from rangkul.support.counselling import actions, group_policy, queries
from rangkul.support.counselling.models import Group, GroupSeat, Meeting
from rangkul.support.counselling.pages import files
from rangkul.support.counselling.pages import group_answers as answers
from rangkul.support.counselling.pages.answers import by_script, number_of
from rangkul.support.counselling.pages.client.room import closed, stay
from rangkul.support.counselling.pages.forms import AsideForm, SayForm

View = Callable[..., HttpResponse]


def sitting(view: View) -> View:
    """Only for who came in by ticket and PIN and sits in this group now."""

    @never_cache
    @wraps(view)
    def run(http: HttpRequest, pk: UUID, **where: UUID) -> HttpResponse:
        if http.asker.kind != "ticket":
            return closed(http)
        group = queries.get_group(pk)
        seat = group_policy.seat_in(http.asker, group)
        if seat is None:
            there = reverse("room:group", args=[pk])
            return JsonResponse({"messages": [], "away": there}) if by_script(http) else redirect(there)
        if http.method == "POST":
            stay(http)
        with timezone.override(queries.clock_of(http.asker, group)):
            return view(http, group, seat, **where)

    return run


# Of a group that has not met yet and plans nothing.
_EMPTY = {"names": {}, "said": [], "aside": [], "known": 0, "known_aside": 0, "draft": "", "aside_draft": ""}


def _state(group: Group, seat: GroupSeat, meeting: Meeting | None) -> dict:
    """`lives`: here and now something can be said by this member."""
    goes_on = meeting is not None and meeting.goes_on
    return {
        "group": group,
        "meeting": meeting,
        "my_seat": seat,
        "goes_on": goes_on,
        "lives": goes_on and queries.attended(meeting, seat),
        "next": None if goes_on else queries.next_planned(group),
        "seated": [one for one in queries.seated(group) if one.pk != seat.pk],
    }


def _page(
    http: HttpRequest, group: Group, seat: GroupSeat, *, say: RangkulForm | None = None,
    private: RangkulForm | None = None,
) -> HttpResponse:  # fmt: skip
    meeting = queries.meeting_for_member(group)
    who = queries.Reader(http.asker, seat, leads=False)
    framed = answers.frame(meeting, who) if meeting else _EMPTY
    state = _state(group, seat, meeting)
    words = {
        **framed,
        **state,
        # Where the last words are still read, the next meeting is waited for.
        "stream": framed.get("stream") or answers.stream_of(state["next"]),
        "form": say or SayForm(initial={"text": framed["draft"]}),
        "aside_form": private or AsideForm(initial={"text": framed["aside_draft"]}),
        "quick_exit": True,
    }
    wrong = any(form is not None and form.errors for form in (say, private))
    return render(http, "counselling/group_room.html", words, status=422 if wrong else 200)


@require_safe
@sitting
def show(http: HttpRequest, group: Group, seat: GroupSeat) -> HttpResponse:
    return _page(http, group, seat)


@require_safe
@sitting
def state(http: HttpRequest, group: Group, seat: GroupSeat) -> HttpResponse:
    """Whether it meets, and who is there, for fetching again."""
    return render(http, "counselling/_group_state.html", _state(group, seat, queries.meeting_for_member(group)))


def _meeting(group: Group) -> Meeting:
    found = queries.meeting_for_member(group)
    if found is None:
        raise Http404
    return found


@require_safe
@sitting
def news(http: HttpRequest, group: Group, seat: GroupSeat) -> HttpResponse:
    return answers.told(http, _meeting(group))


@require_POST
@sitting
def enter(http: HttpRequest, group: Group, seat: GroupSeat) -> HttpResponse:
    try:
        actions.enter_meeting(by=http.asker, meeting=_meeting(group))
    except Refused:
        # It ended while they pressed; the page says so.
        return redirect("room:group_room", group.pk)
    return redirect("room:group_room", group.pk)


@require_POST
@sitting
def send(http: HttpRequest, group: Group, seat: GroupSeat) -> HttpResponse:
    back = redirect("room:group_room", group.pk)
    return answers.said(
        http, _meeting(group), SayForm(http.POST), lambda form: _page(http, group, seat, say=form), back
    )


@require_POST
@sitting
def private(http: HttpRequest, group: Group, seat: GroupSeat) -> HttpResponse:
    back = redirect(f"{reverse('room:group_room', args=[group.pk])}#pribadi")
    form = AsideForm(http.POST)
    return answers.said(
        http, _meeting(group), form, lambda form: _page(http, group, seat, private=form), back, private=True
    )


@require_POST
@sitting
def mark(http: HttpRequest, group: Group, seat: GroupSeat) -> HttpResponse:
    """Whoever only listens stays in as well."""
    read = number_of(http.POST.get("dibaca"))
    actions.mark_in_group(by=http.asker, meeting=_meeting(group), read=read)
    return HttpResponse(status=204)


@require_POST
@sitting
def typing(http: HttpRequest, group: Group, seat: GroupSeat) -> HttpResponse:
    actions.say_typing_in_group(by=http.asker, meeting=_meeting(group))
    return HttpResponse(status=204)


@require_POST
@sitting
def draft(http: HttpRequest, group: Group, seat: GroupSeat) -> HttpResponse:
    return answers.drafted(http, _meeting(group))


@require_POST
@sitting
def enclose(http: HttpRequest, group: Group, seat: GroupSeat) -> HttpResponse:
    meeting = _meeting(group)
    home = reverse("room:group_room", args=[group.pk])
    return files.sent(http, partial(answers.told, http, meeting), home, meeting=meeting)


@require_safe
@sitting
def file(http: HttpRequest, group: Group, seat: GroupSeat, file: UUID) -> HttpResponse:
    return bytes_of(http, queries.enclosure_in(group, file))


@require_POST
@sitting
def withdraw(http: HttpRequest, group: Group, seat: GroupSeat, message: UUID) -> HttpResponse:
    return answers.taken_back(http, _meeting(group), message, redirect("room:group_room", group.pk))
