"""The opening hours of one entry: always, in Ramadan, on some days; everywhere or at one place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rangkul.base import days
from rangkul.base.actions import Refused
from rangkul.base.forms.kit import refuse
from rangkul.base.forms.sending import send
from rangkul.commons.directory import actions, queries, timing
from rangkul.commons.directory.actions._parts import hours_row
from rangkul.commons.directory.models import Schedule
from rangkul.commons.directory.pages import day_words
from rangkul.commons.directory.pages.hours_form import KINDS, HoursForm, draft_of, initial_of, kind_of
from rangkul.commons.directory.pages.keeping import kept
from rangkul.commons.directory.pages.showing import hours_lines
from rangkul.commons.directory.redrafting import hours_of

LOOK = "lihat"


@require_safe
def listed(request: HttpRequest, pk: UUID) -> HttpResponse:
    entry = kept(request, pk)
    page = {"service": entry.service, "rows": hours_lines(entry), "today": day_words.today(entry)}
    return render(request, "directory/hours.html", page | {"kinds": KINDS.items()})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    return _written(request, kept(request, pk), kind, None)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: UUID, row: UUID) -> HttpResponse:
    entry = kept(request, pk)
    found = get_object_or_404(Schedule, service=entry.service, pk=row)
    return _written(request, entry, kind_of(found), found)


def _written(request: HttpRequest, entry: queries.Entry, kind: str, row: Schedule | None) -> HttpResponse:
    form = HoursForm(request.POST or None, kind=kind, entry=entry, initial=initial_of(row) if row else None)
    looks = LOOK in request.POST
    if request.method == "POST" and not looks and _saved(request, form, entry, row):
        return redirect("directory:hours", entry.service.pk)
    read = _foreseen(form, entry, row) if form.is_bound and form.is_valid() else []
    page = {"form": form, "service": entry.service, "row": row, "kind": KINDS[kind], "read": read}
    return render(request, "directory/hours_row.html", page, status=422 if form.errors else 200)


def _saved(request: HttpRequest, form: HoursForm, entry: queries.Entry, row: Schedule | None) -> bool:
    def write(words: dict[str, Any]) -> Schedule:
        given = draft_of(form, words, entry, row)
        if row is None:
            return actions.add_hours(by=request.asker, service=entry.service, given=given)
        return actions.change_hours(by=request.asker, service=entry.service, schedule=row, given=given)

    done = send(form, request.asker, f"hours {entry.service.pk} {row.pk if row else form.kind}", write)
    if done:
        told = "; ".join(f"{one.place} {one.words}".strip() for one in day_words.today(queries.entry(entry.service.pk)))
        messages.success(request, _("Jam buka tersimpan. Hari ini: %(words)s.") % {"words": told})
    return done


def _foreseen(form: HoursForm, entry: queries.Entry, row: Schedule | None) -> list[day_words.Told]:
    """What the days would say, with nothing written yet."""
    given = draft_of(form, form.cleaned_data, entry, row)
    others = [one for one in entry.schedules if row is None or one.pk != row.pk]
    try:
        timing.check([*(hours_of(one, entry.places) for one in others), given])
        timing.not_over(given, days.today())
    except Refused as error:
        refuse(form, error)
        return []
    trial = Schedule(service=entry.service, **hours_row(given, entry.places))
    return day_words.around(replace(entry, schedules=[*others, trial]), trial)


@require_POST
def remove(request: HttpRequest, pk: UUID, row: UUID) -> HttpResponse:
    entry = kept(request, pk)
    found = Schedule.objects.filter(service=entry.service, pk=row).first()
    if found is not None:
        actions.remove_hours(by=request.asker, service=entry.service, schedule=found)
        messages.success(request, _("Jam buka itu dihapus. Riwayat menyimpannya."))
    return redirect("directory:hours", pk)
