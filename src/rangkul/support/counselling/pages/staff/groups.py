"""A worker's groups: opened, planned, changed, closed; who sits in one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.support.counselling import actions, group_policy, queries
from rangkul.support.counselling.models import Group, GroupSeat
from rangkul.support.counselling.pages import group_forms as forms


@require_safe
def groups(http: HttpRequest) -> HttpResponse:
    if not http.asker.practises:
        raise PermissionDenied
    return render(http, "counselling/my_groups.html", {"rows": queries.groups_of(http.asker)})


@require_http_methods(["GET", "HEAD", "POST"])
def new(http: HttpRequest) -> HttpResponse:
    by = http.asker
    if not by.practises:
        raise PermissionDenied
    form = forms.GroupForm(http.POST or None, by=by)
    if http.method == "POST" and send(form, by, "group.new", lambda words: _opened(http, form, words)):
        messages.success(http, _("Kelompok dibuka. Siapa yang memegang tiket bisa ikut."))
        return redirect("counselling:groups")
    return render(http, "counselling/group_new.html", {"form": form}, status=422 if form.errors else 200)


def _opened(http: HttpRequest, form: forms.GroupForm, words: dict[str, Any]) -> Group:
    zone = words["zone"]
    return actions.open_group(by=http.asker, purpose=form.purpose(zone), times=form.times(zone), second=words["second"])


@require_safe
def group(http: HttpRequest, pk: UUID) -> HttpResponse:
    return _page(http, queries.get_group(pk))


def _page(http: HttpRequest, group: Group, plan: RangkulForm | None = None) -> HttpResponse:
    leads = group_policy.leads(by=http.asker, group=group)
    words = {
        "group": group,
        "leads": leads,
        "meetings": queries.meetings_of(group),
        "members": queries.members_of(group) if leads else [],
        "free": queries.free_places(group),
        "rules": [line for line in group.rules.splitlines() if line.strip()],
        "plan": plan or forms.PlanForm(),
        # Who is there is told on the page of a meeting.
        "here": None,
        "meeting": None,
    }
    with timezone.override(group.clock):
        wrong = plan is not None and bool(plan.errors)
        return render(http, "counselling/group_work.html", words, status=422 if wrong else 200)


def _led(http: HttpRequest, pk: UUID) -> Group:
    found = queries.get_group(pk)
    if not group_policy.leads(by=http.asker, group=found):
        raise PermissionDenied
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def change(http: HttpRequest, pk: UUID) -> HttpResponse:
    group, by = _led(http, pk), http.asker
    form = forms.AboutForm(http.POST or None, initial=forms.about_of(group))
    if http.method == "POST" and send(
        form, by, f"group.change.{pk}",
        lambda _words: actions.change_group(by=by, group=group, purpose=form.purpose(group.zone)),
    ):  # fmt: skip
        messages.success(http, _("Keterangan kelompok diperbarui."))
        return redirect("counselling:group", pk)
    words = {"form": form, "group": group}
    return render(http, "counselling/group_change.html", words, status=422 if form.errors else 200)


@require_POST
def plan(http: HttpRequest, pk: UUID) -> HttpResponse:
    group, by = _led(http, pk), http.asker
    form = forms.PlanForm(http.POST)
    if send(
        form, by, f"group.plan.{pk}",
        lambda _words: actions.plan_meetings(by=by, group=group, times=form.times(group.zone)),
    ):  # fmt: skip
        messages.success(http, _("Pertemuan direncanakan. Anggota membacanya di halaman tiket."))
        return redirect("counselling:group", pk)
    return _page(http, group, form)


@require_POST
def close(http: HttpRequest, pk: UUID) -> HttpResponse:
    actions.close_group(by=http.asker, group=queries.get_group(pk))
    messages.success(http, _("Kelompok selesai. Pertemuan yang belum terjadi dibatalkan."))
    return redirect("counselling:groups")


def _seat(pk: UUID) -> GroupSeat:
    return get_object_or_404(GroupSeat.objects.select_related("group", "key"), pk=pk, staff=None)


def _back(http: HttpRequest, seat: GroupSeat) -> HttpResponse:
    """To the meeting that goes on, else to the group."""
    met = queries.meeting_for_member(seat.group)
    if met is not None and met.goes_on:
        return redirect("counselling:meeting", met.pk)
    return redirect("counselling:group", seat.group_id)


@require_POST
def hush(http: HttpRequest, seat: UUID) -> HttpResponse:
    found = _seat(seat)
    actions.hush_member(by=http.asker, seat=found, on=http.POST.get("dengar") == "1")
    return _back(http, found)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(http: HttpRequest, seat: UUID) -> HttpResponse:
    found, by = _seat(seat), http.asker
    if not group_policy.leads_seat(by=by, seat=found):
        raise PermissionDenied
    form = forms.RemoveForm(http.POST or None)
    if http.method == "POST" and send(
        form, by, f"group.remove.{seat}", lambda words: actions.remove_member(by=by, seat=found, **words)
    ):
        messages.success(http, _("Ia tidak lagi duduk di kelompok. Permintaan dan ruangnya sendiri tetap ada."))
        return _back(http, found)
    words = {"form": form, "seat": found, "group": found.group}
    return render(http, "counselling/group_remove.html", words, status=422 if form.errors else 200)
