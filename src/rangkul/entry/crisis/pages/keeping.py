"""Calling the help lines now and then, so that the public never meets a number that nobody has tried."""

from datetime import time, timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from rangkul.base import days
from rangkul.base.actions import Refused
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.commons.people.models import Staff
from rangkul.entry.crisis import actions, policy, queries
from rangkul.entry.crisis.hotlines.blocklist import is_dead
from rangkul.entry.crisis.hotlines.ranking import STALE_AFTER
from rangkul.entry.crisis.models import Hotline
from rangkul.entry.crisis.models.hotline import CALLED_BY

_ALWAYS = "24/7"
_VERBS = {
    "dijawab": lambda by, line: actions.check_line(by=by, line=line, answered=True),
    "tidak-dijawab": lambda by, line: actions.check_line(by=by, line=line, answered=False),
    "buka-lagi": lambda by, line: actions.reopen_line(by=by, line=line),
    "tutup": lambda by, line: actions.close_line(by=by, line=line),
}
# What was never tried comes first, then what was tried longest ago; the dead stand last.
_ORDER = {"active": 0, "unconfirmed": 0, "withheld": 0, "closed": 1}


def _hour(label):
    return forms.TimeField(label=label, required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


class OwnForm(RangkulForm):
    name = forms.CharField(label=gettext_lazy("Nama saluran"), max_length=80)
    number = forms.CharField(
        label=gettext_lazy("Nomor telepon"), max_length=40, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    whatsapp = forms.BooleanField(label=gettext_lazy("Nomor ini juga menjawab WhatsApp"), required=False)
    always = forms.BooleanField(label=gettext_lazy("Dijawab setiap hari, 24 jam"), required=False)
    from_time = _hour(gettext_lazy("Kalau tidak: hari kerja mulai jam"))
    to_time = _hour(gettext_lazy("Sampai jam"))

    def clean(self) -> dict:
        cleaned = super().clean()
        start, end = cleaned.get("from_time"), cleaned.get("to_time")
        if not cleaned.get("always") and not (start and end and start < end):
            self.add_error("from_time", _("Isi jam mulai dan jam selesai, atau pilih 24 jam."))
        return cleaned

    @staticmethod
    def hours(words: dict) -> str:
        if words["always"]:
            return _ALWAYS
        start, end = (_said(words[name]) for name in ("from_time", "to_time"))
        return f"Mo-Fr {start}-{end}; PH off"


def _said(hour: time) -> str:
    return f"{hour:%H:%M}"


def _page(request: HttpRequest, form: OwnForm | None = None, status: int = 200) -> HttpResponse:
    if not policy.may_keep_lines(by=request.asker):
        raise PermissionDenied
    old = days.today() - STALE_AFTER
    rows = sorted(Hotline.objects.all(), key=lambda row: (_ORDER[row.status], str(row.verified_on or ""), row.key))
    page = {
        "rows": [(row, is_dead(row.number)) for row in rows],
        "due": sum(row.status != "closed" and (row.verified_on is None or row.verified_on < old) for row in rows),
        "old": old + timedelta(days=1),
        "form": form or OwnForm(),
        "keeper": queries.keeper_of(request.asker.agency_id),
        "calls": queries.calls_of(request.asker.agency_id),
        "caller": queries.owner_of(request.asker.agency_id),
        "first": days.today().replace(day=1),
        "days": range(1, 29),
        "able": _able(request) if policy.may_name_keeper(by=request.asker) else [],
    }
    return render(request, "crisis/keeping.html", page, status=status)


def _able(request: HttpRequest) -> list[Staff]:
    return list(Staff.objects.filter(agency_id=request.asker.agency_id, is_active=True).order_by("full_name"))


@require_POST
def keeper(request: HttpRequest) -> HttpResponse:
    try:
        staff = get_object_or_404(Staff, pk=UUID(request.POST.get("petugas", "")), agency_id=request.asker.agency_id)
    except ValueError:
        raise Http404 from None
    day = request.POST.get("tanggal", "")
    due_day = int(day) if day.isdecimal() and len(day) < 3 else CALLED_BY
    try:
        actions.name_keeper(by=request.asker, staff=staff, due_day=due_day)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("lines:keep")
    messages.success(request, _("%(name)s menelepon uji setiap bulan.") % {"name": staff.called_name})
    return redirect("lines:keep")


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    return _page(request)


@require_POST
def found_out(request: HttpRequest, pk: UUID, verb: str) -> HttpResponse:
    if verb not in _VERBS:
        raise Http404
    line = get_object_or_404(Hotline, pk=pk)
    _VERBS[verb](request.asker, line)
    messages.success(request, _("%(line)s: tercatat.") % {"line": line.name})
    return redirect("lines:keep")


@require_POST
def own(request: HttpRequest) -> HttpResponse:
    form, by = OwnForm(request.POST), request.asker

    def keep(words: dict) -> Hotline:
        return actions.keep_own_line(
            by=by, name=words["name"], number=words["number"], hours=form.hours(words), whatsapp=words["whatsapp"]
        )

    if send(form, by, "lines.own", keep):
        return redirect("lines:keep")
    return _page(request, form, status=422)
