"""Finding a group, reading its rules, taking a seat and leaving it; when it meets, for one's calendar."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.calendars import event, saved
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.entry.intake.queries import for_ticket
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.group_states import MeetingState
from rangkul.support.counselling.models import Group
from rangkul.support.counselling.pages.group_forms import JoinForm


@never_cache
@require_safe
def groups(http: HttpRequest) -> HttpResponse:
    words = {"offered": queries.offered(http.asker), "holds": http.asker.kind == "ticket", "quick_exit": True}
    return render(http, "counselling/groups.html", words)


@never_cache
@require_safe
def group(http: HttpRequest, pk: UUID) -> HttpResponse:
    return _page(http, queries.get_group(pk))


def _page(http: HttpRequest, group: Group, form: RangkulForm | None = None) -> HttpResponse:
    by = http.asker
    one = queries.offered_one(group, by)
    words = {
        "one": one,
        "group": group,
        "form": form or JoinForm(),
        "holds": by.kind == "ticket",
        "removed": queries.removal_of(by, group),
        "rules": [line for line in group.rules.splitlines() if line.strip()],
        "quick_exit": True,
    }
    with timezone.override(queries.clock_of(by, group)):
        wrong = form is not None and bool(form.errors)
        return render(http, "counselling/group.html", words, status=422 if wrong else 200)


@never_cache
@require_POST
def join(http: HttpRequest, pk: UUID) -> HttpResponse:
    by = http.asker
    if by.kind != "ticket":
        return redirect("portal:door")
    group = queries.get_group(pk)
    form, mine = JoinForm(http.POST), for_ticket(by)
    if send(form, by, f"group.join.{pk}", lambda said: actions.join_group(by=by, group=group, request=mine, **said)):
        messages.success(http, _("Anda ikut kelompok ini. Waktunya ada di bawah dan di halaman tiket Anda."))
        return redirect("room:group_room", pk)
    return _page(http, group, form)


@never_cache
@require_POST
def leave(http: HttpRequest, pk: UUID) -> HttpResponse:
    if http.asker.kind != "ticket":
        return redirect("portal:door")
    group = queries.get_group(pk)
    if pk in queries.sat_in(http.asker):
        actions.leave_group(by=http.asker, group=group)
        messages.success(http, _("Anda sudah keluar dari kelompok ini. Anda boleh kembali kapan saja."))
    return redirect("room:groups")


@never_cache
@require_safe
def calendar(http: HttpRequest, pk: UUID, meeting: UUID) -> HttpResponse:
    """When, and nothing else, because others look into calendars."""
    met = queries.get_meeting(meeting)
    if met.group_id != pk or pk not in queries.sat_in(http.asker) or met.state != MeetingState.PLANNED:
        raise Http404
    file = event(met.pk, met.at, _("Janji"), changed_at=met.made_at, lasts=timedelta(minutes=met.minutes))
    return saved(file)
