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
from rangkul.base.news.sending import ways
from rangkul.commons.people.models import Staff, Unit
from rangkul.commons.people.queries import cannot_be_told
from rangkul.entry.crisis import actions, policy, queries
from rangkul.entry.crisis.models import Shift

# Gaps farther away than this are not yet anybody's worry.
WORRY = timedelta(days=7)
# So much of a gap of days is put forward to whoever takes it.
OFFERED = timedelta(hours=8)


class ShiftForm(RangkulForm):
    staff = forms.ModelChoiceField(label=gettext_lazy("Petugas"), queryset=Staff.objects.none())
    starts_at = moment(gettext_lazy("Mulai"))
    ends_at = moment(gettext_lazy("Selesai"))

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["staff"].queryset = _able(unit)


class GapForm(RangkulForm):
    """Hours that are nobody's, as they stand in the list; whoever can only do a part of them makes them shorter."""

    starts_at = moment(gettext_lazy("Mulai"))
    ends_at = moment(gettext_lazy("Selesai"))


def _gap_form(gap: queries.Gap, place: int) -> GapForm:
    start = gap.start if not gap.start.second else gap.start.replace(second=0, microsecond=0) + timedelta(minutes=1)
    end = gap.end if gap.end - start <= actions.LONGEST_SHIFT else start + OFFERED
    return GapForm(initial={"starts_at": start, "ends_at": end}, auto_id=f"id_kosong{place}_%s")


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
    return _page(request, unit, form)


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """The asker takes hours that are nobody's."""
    unit, form = _unit(request), GapForm(request.POST, auto_id="id_ambil_%s")
    verb = lambda words: actions.take_gap(by=request.asker, unit=unit, **words)  # noqa: E731
    if send(form, request.asker, "rota.gap", verb):
        messages.success(request, _("Giliran ini Anda ambil. Supervisor melihatnya di jadwal."))
        return redirect("danger:rota")
    return _page(request, unit, ShiftForm(unit=unit), taking=form)


def _page(request: HttpRequest, unit: Unit, form: ShiftForm, taking: GapForm | None = None) -> HttpResponse:
    shifts, at = queries.shifts_of(unit), now()
    gaps = list(queries.gaps(shifts, at, at + WORRY)) if shifts else []
    may_take = policy.may_take_gap(by=request.asker, unit=unit)
    page = {
        "unit": unit,
        "shifts": shifts,
        "no_ways": not ways(),
        "cannot_be_told": cannot_be_told({one.staff_id for one in shifts}),
        "running": [one for one in shifts if one.starts_at <= at],
        "gaps": [(gap, _gap_form(gap, place) if may_take else None) for place, gap in enumerate(gaps)],
        "taking": taking,
        "form": form if policy.may_plan_duty(by=request.asker, unit=unit) else None,
        "colleagues": [one for one in _able(unit) if one.pk != request.user.pk],
        "at": at,
    }
    wrong = form.errors or (taking is not None and taking.errors)
    return render(request, "crisis/rota.html", page, status=422 if wrong else 200)


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
