"""What the panel sends: each verb once, and back to the person who was chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkul.base.models import Once
from rangkul.commons.people.models import Household, Kinship, Person, Pregnancy
from rangkul.commons.people.queries import likely_duplicates
from rangkul.journey.pictures import actions
from rangkul.journey.pictures.actions import Bonded
from rangkul.journey.pictures.pages.forms import RelativeForm, first_day
from rangkul.journey.pictures.pages.frame import Picture
from rangkul.journey.pictures.pages.genogram import page
from rangkul.journey.pictures.pages.panel import BONDS, form_of
from rangkul.journey.pictures.pages.sent import sent, writable


def _answer(
    request: HttpRequest, picture: Picture, chosen: str, doing: str, row: str, form: Any, verb: Callable[[dict], Any]
) -> HttpResponse:
    """Back to whom was chosen; where form or domain says no, the page with what was typed."""
    if form is None:
        raise Http404
    back = picture.address_of(chosen)
    done = sent(request, form, f"{doing}.{picture.case.pk}", verb, _("Gambar keluarga diperbarui."), back)
    return done or page(request, picture, chosen, doing, row, form=form)


@require_POST
def add(request: HttpRequest, case_id: UUID, person_id: UUID, what: str) -> HttpResponse:
    """Somebody new. Who may be the same is shown with reasons before a second registration is made."""
    if what not in BONDS:
        raise Http404
    picture = writable(request, case_id, Picture)
    chosen = picture.person_or_404(person_id)
    member = picture.family.by_id[str(chosen.pk)]
    form = form_of(picture, member, what, given=request.POST)
    known = _known(request, form)
    if known is None and form.is_valid() and not form.cleaned_data["sure"] and not _answered(form):
        # So little is asked here that even a possible twin is shown; relatives mostly live in the same area.
        near = replace(form.draft(), region_code=chosen.region_code)
        if similar := likely_duplicates(request.asker, near, but=[chosen.pk]):
            form.add_error("sure", _("Ada orang yang mungkin sama. Periksa dulu, lalu pilih."))
            return page(request, picture, str(chosen.pk), what, form=form, similar=similar)

    def write(words: dict[str, Any]) -> Person:
        beside = tuple(picture.person_or_404(UUID(one)) for one in words.get("beside", ()))
        bonded = Bonded(what, form.chosen_kind(), first_day(words.get("since_year")), beside)
        return actions.add_relative(
            by=request.asker, case=picture.case, chosen=chosen, bonded=bonded,
            draft=form.draft(), person=known, died=form.death() if words["died"] or words["died_year"] else None,
        )  # fmt: skip

    return _answer(request, picture, str(chosen.pk), what, "", form, write)


def _answered(form: RelativeForm) -> bool:
    """A double click: the person who was just registered is not their own twin."""
    return form.once_key is not None and Once.objects.filter(key=form.once_key).exists()


def _known(request: HttpRequest, form: RelativeForm) -> Person | None:
    """Somebody registered whom the worker chose instead; who is not seen is not there."""
    if not form.is_valid() or (pk := form.cleaned_data["existing"]) is None:
        return None
    person = (
        Person.objects.select_related("key").filter(pk=pk, merged_into__isnull=True, erased_at__isnull=True).first()
    )
    if person is None:
        raise Http404
    return person


@require_POST
def link(request: HttpRequest, case_id: UUID, person_id: UUID) -> HttpResponse:
    picture = writable(request, case_id, Picture)
    chosen = picture.person_or_404(person_id)
    form = form_of(picture, picture.family.by_id[str(chosen.pk)], "link", given=request.POST)

    def write(words: dict[str, Any]) -> Kinship:
        what, _colon, kind = words["bond"].partition(":")
        bonded = Bonded(what, kind, first_day(words["since_year"]))
        other = picture.person_or_404(UUID(words["other"]))
        return actions.link_members(by=request.asker, case=picture.case, chosen=chosen, other=other, bonded=bonded)

    return _answer(request, picture, str(chosen.pk), "link", "", form, write)


@require_POST
def tie(request: HttpRequest, case_id: UUID, person_id: UUID) -> HttpResponse:
    picture = writable(request, case_id, Picture)
    chosen = picture.person_or_404(person_id)
    form = form_of(picture, picture.family.by_id[str(chosen.pk)], "tie", given=request.POST)

    def write(words: dict[str, Any]) -> Any:
        ends = [chosen, picture.person_or_404(UUID(words.pop("other")))]
        one, other = ends[::-1] if words.pop("direction") == "to" else ends
        return actions.draw_tie(by=request.asker, case=picture.case, one=one, other=other, **words)

    return _answer(request, picture, str(chosen.pk), "tie", "", form, write)


@require_POST
def home(request: HttpRequest, case_id: UUID, person_id: UUID) -> HttpResponse:
    picture = writable(request, case_id, Picture)
    chosen = picture.person_or_404(person_id)
    form = form_of(picture, picture.family.by_id[str(chosen.pk)], "home", given=request.POST)

    def write(words: dict[str, Any]) -> Any:
        chosen_home = Household.objects.get(pk=words["home"]) if words["home"] else None
        return actions.move_home(
            by=request.asker, case=picture.case, person=chosen, home=chosen_home, name=words["name"]
        )  # fmt: skip

    return _answer(request, picture, str(chosen.pk), "home", "", form, write)


@require_POST
def correct(request: HttpRequest, case_id: UUID, person_id: UUID) -> HttpResponse:
    picture = writable(request, case_id, Picture)
    chosen = picture.person_or_404(person_id)
    form = form_of(picture, picture.family.by_id[str(chosen.pk)], "correct", given=request.POST)
    whole = Person.objects.select_related("key").get(pk=chosen.pk)
    return _answer(
        request, picture, str(chosen.pk), "correct", "", form,
        lambda words: actions.correct_member(
            by=request.asker, case=picture.case, person=whole, edition=words["edition"], **form.changes()
        ),
    )  # fmt: skip


@require_POST
def pregnancy(request: HttpRequest, case_id: UUID, person_id: UUID) -> HttpResponse:
    picture = writable(request, case_id, Picture)
    chosen = picture.person_or_404(person_id)
    form = form_of(picture, picture.family.by_id[str(chosen.pk)], "pregnancy", given=request.POST)

    def write(words: dict[str, Any]) -> Pregnancy:
        father = picture.person_or_404(UUID(words["father"])) if words["father"] else None
        return actions.record_pregnancy(
            by=request.asker, case=picture.case, mother=chosen, father=father, outcome=words["outcome"], **form.when()
        )

    return _answer(request, picture, str(chosen.pk), "pregnancy", "", form, write)


def _row(picture: Picture, row_id: UUID) -> Kinship:
    """A relation between two who are on this picture."""
    root = picture.records.root
    for row in picture.records.kinship:
        if row.pk == row_id and {root[row.person_id], root[row.relative_id]} <= set(picture.records.persons):
            return row
    raise Http404


@require_POST
def change(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    picture = writable(request, case_id, Picture)
    row = _row(picture, row_id)
    chosen = str(picture.records.root[row.relative_id])
    form = form_of(picture, picture.family.by_id[chosen], "line", str(row_id), given=request.POST)

    def write(words: dict[str, Any]) -> Kinship:
        spouse = "standing" in form.fields
        days = (
            {"since": first_day(words["since_year"]), "until": first_day(words["until_year"])}
            if spouse
            else {"since": row.since}
        )
        return actions.change_link(
            by=request.asker,
            case=picture.case,
            row=row,
            kind=words.get("kind", row.kind),
            standing=words.get("standing", ""),
            **days,
        )

    return _answer(request, picture, chosen, "line", str(row_id), form, write)


@require_POST
def remove(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    """A line that should not be there; `berakhir` says that it was true once and is over."""
    picture = writable(request, case_id, Picture)
    row = _row(picture, row_id)
    actions.end_link(by=request.asker, case=picture.case, row=row, mistake="berakhir" not in request.POST)
    messages.success(request, _("Gambar keluarga diperbarui."))
    return redirect(picture.address_of(str(picture.records.root[row.relative_id])))


@require_POST
def end_tie(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    picture = writable(request, case_id, Picture)
    row = next((one for one in picture.records.ties if one.pk == row_id), None)
    if row is None:
        raise Http404
    chosen = str(picture.records.root[row.one_id])
    form = form_of(picture, picture.family.by_id[chosen], "end_tie", str(row_id), given=request.POST)
    return _answer(
        request, picture, chosen, "end_tie", str(row_id), form,
        lambda words: actions.end_tie(by=request.asker, case=picture.case, tie=row, because=words["because"]),
    )  # fmt: skip


@require_POST
def end_pregnancy(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    picture = writable(request, case_id, Picture)
    row = next((one for one in picture.records.pregnancies if one.pk == row_id), None)
    if row is None:
        raise Http404
    member = picture.family.by_id[f"k-{row.pk}"]
    form = form_of(picture, member, "end_pregnancy", str(row_id), given=request.POST)

    def write(words: dict[str, Any]) -> Pregnancy:
        return actions.end_pregnancy(
            by=request.asker, case=picture.case, row=row, outcome=words["outcome"], on=words["on"], year_only=False
        )

    chosen = str(picture.records.root.get(row.mother_id, row.mother_id))
    if not form.is_valid():
        chosen = member.id
    return _answer(request, picture, chosen, "end_pregnancy", str(row_id), form, write)
