"""A meeting as whoever leads it sees it: what is said, the private lines beside it, who is there, how it ends."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rangkul.base.actions import Refused
from rangkul.base.calendars import event, saved
from rangkul.base.files.leaving import bytes_of
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send as sent
from rangkul.support.counselling import actions, group_policy, queries
from rangkul.support.counselling.group_states import MeetingState
from rangkul.support.counselling.models import GroupSeat, Meeting
from rangkul.support.counselling.pages import files
from rangkul.support.counselling.pages import group_answers as answers
from rangkul.support.counselling.pages.forms import SayForm
from rangkul.support.counselling.pages.group_forms import EndForm, ToForm


def _led(http: HttpRequest, pk: UUID) -> Meeting:
    found = queries.get_meeting(pk)
    if not group_policy.leads_meeting(by=http.asker, meeting=found):
        raise PermissionDenied
    return found


@require_safe
def calendar(http: HttpRequest, pk: UUID) -> HttpResponse:
    """When, and not which group: others look into calendars."""
    met = _led(http, pk)
    if met.state != MeetingState.PLANNED:
        raise Http404
    lasts = timedelta(minutes=met.minutes)
    return saved(event(met.pk, met.at, _("Pertemuan kelompok"), changed_at=met.made_at, lasts=lasts))


def _members(meeting: Meeting) -> list[GroupSeat]:
    return [one for one in queries.seated(meeting.group) if one.is_member]


def _page(
    http: HttpRequest, meeting: Meeting, *, say: RangkulForm | None = None, private: RangkulForm | None = None
) -> HttpResponse:
    seats = _members(meeting)
    chosen = http.GET.get("kepada", "")
    framed = answers.frame(meeting, queries.reader(http.asker, meeting))
    words = {
        **framed,
        **_people(meeting),
        "readings": queries.readings_of(meeting),
        "lives": meeting.goes_on,
        "say": say or SayForm(initial={"text": framed["draft"]}),
        "aside_form": private or ToForm(seats=seats, initial={"to": chosen, "text": framed["aside_draft"]}),
        "chosen": chosen,
        "note": queries.note_of(meeting),
        "opens_now": queries.may_open_now(meeting),
    }
    wrong = any(form is not None and form.errors for form in (say, private))
    with timezone.override(meeting.group.clock):
        return render(http, "counselling/meeting.html", words, status=422 if wrong else 200)


def _people(meeting: Meeting) -> dict:
    here = {one.pk for one in queries.there(meeting)}
    members = [one for one in queries.members_of(meeting.group) if one.seat.left_at is None]
    return {"meeting": meeting, "group": meeting.group, "members": members, "here": here}


@require_safe
def show(http: HttpRequest, pk: UUID) -> HttpResponse:
    return _page(http, _led(http, pk))


@require_safe
def state(http: HttpRequest, pk: UUID) -> HttpResponse:
    meeting = _led(http, pk)
    words = {"meeting": meeting, "group": meeting.group, "lives": meeting.goes_on}
    with timezone.override(meeting.group.clock):
        return render(http, "counselling/_meeting_state.html", words)


@require_safe
def people(http: HttpRequest, pk: UUID) -> HttpResponse:
    return render(http, "counselling/_meeting_people.html", _people(_led(http, pk)))


@require_safe
def read(http: HttpRequest, pk: UUID) -> HttpResponse:
    meeting = _led(http, pk)
    words = {"meeting": meeting, "readings": queries.readings_of(meeting)}
    return render(http, "counselling/_meeting_read.html", words)


@require_safe
def news(http: HttpRequest, pk: UUID) -> HttpResponse:
    return answers.told(http, _led(http, pk))


@require_POST
def open_(http: HttpRequest, pk: UUID) -> HttpResponse:
    try:
        actions.open_meeting(by=http.asker, meeting=_led(http, pk))
    except Refused as error:
        messages.warning(http, error.message)
    return redirect("counselling:meeting", pk)


@require_POST
def cancel(http: HttpRequest, pk: UUID) -> HttpResponse:
    meeting = _led(http, pk)
    actions.cancel_meeting(by=http.asker, meeting=meeting)
    messages.success(http, _("Pertemuan dibatalkan. Anggota membacanya lewat tiket."))
    return redirect("counselling:group", meeting.group_id)


@require_POST
def send(http: HttpRequest, pk: UUID) -> HttpResponse:
    meeting = _led(http, pk)
    back = redirect("counselling:meeting", pk)
    return answers.said(http, meeting, SayForm(http.POST), lambda form: _page(http, meeting, say=form), back)


@require_POST
def private(http: HttpRequest, pk: UUID) -> HttpResponse:
    meeting = _led(http, pk)
    seats = _members(meeting)
    form = ToForm(http.POST, seats=seats)
    chosen = http.POST.get("samping-to", "")
    to = next((one for one in seats if str(one.pk) == chosen), None)
    back = redirect(f"{reverse('counselling:meeting', args=[pk])}?kepada={to.pk if to else ''}#pribadi")
    return answers.said(http, meeting, form, lambda form: _page(http, meeting, private=form), back, private=True, to=to)


@require_POST
def typing(http: HttpRequest, pk: UUID) -> HttpResponse:
    actions.say_typing_in_group(by=http.asker, meeting=_led(http, pk))
    return HttpResponse(status=204)


@require_POST
def draft(http: HttpRequest, pk: UUID) -> HttpResponse:
    return answers.drafted(http, _led(http, pk))


@require_POST
def enclose(http: HttpRequest, pk: UUID) -> HttpResponse:
    meeting = _led(http, pk)
    home = reverse("counselling:meeting", args=[pk])
    return files.sent(http, partial(answers.told, http, meeting), home, meeting=meeting)


@require_safe
def file(http: HttpRequest, pk: UUID, file: UUID) -> HttpResponse:
    return bytes_of(http, queries.enclosure_in(_led(http, pk).group, file))


@require_POST
def withdraw(http: HttpRequest, pk: UUID, message: UUID) -> HttpResponse:
    return answers.taken_back(http, _led(http, pk), message, redirect("counselling:meeting", pk))


@require_http_methods(["GET", "HEAD", "POST"])
def end(http: HttpRequest, pk: UUID) -> HttpResponse:
    meeting, by = _led(http, pk), http.asker
    if not meeting.goes_on:
        return redirect("counselling:meeting", pk)
    seats = [one for one in queries.there(meeting) if one.is_member]
    form = EndForm(http.POST or None, seats=seats)
    if http.method == "POST" and sent(
        form, by, f"group.end.{pk}",
        lambda words: actions.end_meeting(by=by, meeting=meeting, text=words["text"], own=form.own()),
    ):  # fmt: skip
        messages.success(http, _("Pertemuan berakhir dan hasilnya tercatat."))
        return redirect("counselling:group", meeting.group_id)
    words = {"form": form, "meeting": meeting, "group": meeting.group, "seats": seats}
    return render(http, "counselling/meeting_end.html", words, status=422 if form.errors else 200)
