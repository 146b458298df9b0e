"""Who lives with a person and who belongs to them; relatives are registered people, found by the same search."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.readings import only_reads
from rangkul.commons.people import actions, queries
from rangkul.commons.people.models import Household, HouseholdMember, Kinship, Person
from rangkul.commons.people.pages.forms import KinForm, PermissionForm, SearchForm
from rangkul.commons.people.pages.frame import page, person_or_404, sent
from rangkul.commons.people.words import age_of

_FOUND = 8


@only_reads
@require_http_methods(["GET", "HEAD", "POST"])
def household(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A POST searches for a relative."""
    person = person_or_404(person_id)
    form = SearchForm(request.POST or None, auto_id="id_cari_%s")
    if not (form.is_bound and form.is_valid() and form.cleaned_data["q"].strip()):
        return _page(request, person, search=form)
    matches = queries.search(request.asker, form.cleaned_data["q"], limit=_FOUND)
    found = [
        (match, age_of(match.person), _kin_form(match.person)) for match in matches if match.person.pk != person.pk
    ]
    return _page(request, person, search=form, found=found, searched=True)


def _kin_form(other: Person, data: Any = None) -> KinForm:
    return KinForm(data, initial={"other": other.pk}, auto_id=f"id_{other.pk}_%s")


@require_POST
def add_kin(request: HttpRequest, person_id: UUID) -> HttpResponse:
    person = person_or_404(person_id)
    try:
        other = person_or_404(UUID(request.POST.get("other", "")))
    except ValueError as error:
        raise Http404 from error
    form = _kin_form(other, request.POST)
    if sent(request, form, "people.kin", lambda words: _add(request, person, other, words)) is None:
        return _page(request, person, search=SearchForm(auto_id="id_cari_%s"), wrong=(other, age_of(other), form))
    messages.success(request, _("Hubungan keluarga tersimpan."))
    return redirect("people:household", person.pk)


def _add(request: HttpRequest, person: Person, other: Person, words: dict[str, Any]) -> Kinship:
    if words.pop("lives_here"):
        actions.add_member(by=request.asker, household=_home_of(request, person), person=other)
    words.pop("other")
    return actions.add_kinship(by=request.asker, person=other, relative=person, **words)


def _home_of(request: HttpRequest, person: Person) -> Household:
    """Where the person lives, made where nobody wrote it down yet; nobody becomes its head unasked."""
    memberships = queries.households_of(person)
    if memberships:
        return memberships[0].household
    name = _("Keluarga %(name)s") % {"name": person.spoken_name}
    home = actions.make_household(by=request.asker, name=name[:120], region_code=person.region_code)
    actions.add_member(by=request.asker, household=home, person=person)
    return home


@require_POST
def permit(request: HttpRequest, person_id: UUID, row_id: UUID) -> HttpResponse:
    person = person_or_404(person_id)
    row = get_object_or_404(Kinship, pk=row_id, relative=person, until__isnull=True)
    form = PermissionForm(request.POST)
    sent(request, form, "people.permit", lambda words: actions.set_permission(by=request.asker, kinship=row, **words))
    return _back(request, person, form)


@require_POST
def end_kin(request: HttpRequest, person_id: UUID, row_id: UUID) -> HttpResponse:
    person = person_or_404(person_id)
    row = next((kin.row for kin in queries.kin_of(person) if kin.row.pk == row_id), None)
    if row is None:
        raise Http404
    actions.end_kinship(by=request.asker, kinship=row)
    return _back(request, person)


@require_POST
def head(request: HttpRequest, person_id: UUID, row_id: UUID) -> HttpResponse:
    """Make a member the head of the household."""
    person = person_or_404(person_id)
    member = _member(person, row_id)
    actions.add_member(by=request.asker, household=member.household, person=member.person, is_head=True)
    return _back(request, person)


@require_POST
def leave(request: HttpRequest, person_id: UUID, row_id: UUID) -> HttpResponse:
    person = person_or_404(person_id)
    actions.end_member(by=request.asker, member=_member(person, row_id))
    return _back(request, person)


def _member(person: Person, row_id: UUID) -> HouseholdMember:
    """A member of one of the person's own households."""
    homes = [membership.household_id for membership in queries.households_of(person)]
    rows = HouseholdMember.objects.select_related("household", "person")
    return get_object_or_404(rows, pk=row_id, household_id__in=homes, until__isnull=True)


def _back(request: HttpRequest, person: Person, form: Any = None) -> HttpResponse:
    if form is not None and form.errors:
        messages.error(request, _("Belum tersimpan. Periksa lagi pilihannya."))
    else:
        messages.success(request, _("Perubahan tersimpan."))
    return redirect("people:household", person.pk)


def _page(request: HttpRequest, person: Person, wrong: Any = None, **context: Any) -> HttpResponse:
    kin = [(kin, _permission_form(kin.row) if kin.speaks_of_them else None) for kin in queries.kin_of(person)]
    homes = [(membership.household, _members(membership.household)) for membership in queries.households_of(person)]
    return page(
        request, person, "household", {"kin": kin, "homes": homes, "wrong": wrong, **context}, wrong=bool(wrong)
    )


def _permission_form(row: Kinship) -> PermissionForm:
    known = {"influence": row.influence, "role": row.role, "may_contact": row.may_contact}
    return PermissionForm(initial=known, auto_id=f"id_{row.pk}_%s")


def _members(home: Household) -> list[HouseholdMember]:
    present = HouseholdMember.objects.filter(household=home, until__isnull=True)
    return list(present.select_related("person").order_by("-is_head", "made_at"))
