"""The rota of the asker's unit: who is on duty when, where nobody is, and how a shift changes hands."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.actions import Refused
from rangkul.base.clock import now
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import moment
from rangkul.base.forms.sending import send
from rangkul.commons.people.models import Staff, Unit
from rangkul.entry.crisis import actions, policy, queries
from rangkul.entry.crisis.models import Shift

# Gaps farther away than this are not yet anybody's worry.
WORRY = timedelta(days=7)


class ShiftForm(RangkulForm):
    staff = forms.ModelChoiceField(label=gettext_lazy("Petugas"), queryset=Staff.objects.none())
    starts_at = moment(gettext_lazy("Mulai"))
    ends_at = moment(gettext_lazy("Selesai"))

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["staff"].queryset = _able(unit)


def _able(unit: Unit):
    able = [one.pk for one in Staff.objects.filter(unit=unit, is_active=True) if policy.can_be_on_duty(one)]
    return Staff.objects.filter(pk__in=able).order_by("full_name")


def _unit(request: HttpRequest) -> Unit:
    if not request.user.unit_id or not (request.asker.practises or request.asker.has("pimpinan")):
        raise PermissionDenied
    return request.user.unit


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    unit = _unit(request)
    form = ShiftForm(request.POST or None, unit=unit)
    plan = lambda words: actions.plan_shift(by=request.asker, unit=unit, **words)  # noqa: E731
    if request.method == "POST" and send(form, request.asker, "rota", plan):
        messages.success(request, _("Giliran jaga tersimpan."))
        return redirect("danger:rota")
    shifts, at = queries.shifts_of(unit), now()
    page = {
        "unit": unit,
        "shifts": shifts,
        "running": [one for one in shifts if one.starts_at <= at],
        "gaps": list(queries.gaps(shifts, at, at + WORRY)) if shifts else [],
        "form": form if policy.may_plan_duty(by=request.asker, unit=unit) else None,
        "colleagues": [one for one in _able(unit) if one.pk != request.user.pk],
        "at": at,
    }
    return render(request, "crisis/rota.html", page, status=422 if form.errors else 200)


@require_POST
def change(request: HttpRequest, pk: UUID, verb: str) -> HttpResponse:
    shift = get_object_or_404(Shift.objects.select_related("unit", "staff", "offered_to"), pk=pk)
    try:
        if verb == "batal":
            actions.drop_shift(by=request.asker, shift=shift)
        elif verb == "ambil":
            actions.take_shift(by=request.asker, shift=shift)
        elif verb == "tawar":
            actions.offer_shift(by=request.asker, shift=shift, to=_colleague(request, shift))
        else:
            raise Http404
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("danger:rota")


def _colleague(request: HttpRequest, shift: Shift) -> Staff:
    try:
        return get_object_or_404(Staff, pk=UUID(request.POST.get("rekan", "")), unit=shift.unit_id)
    except ValueError:
        raise Http404 from None
