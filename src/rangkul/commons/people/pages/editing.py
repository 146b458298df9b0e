"""Correcting a person: who they are, their names, telephones and addresses, and hiding them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.wilayah.queries import paths
from rangkul.commons.people import actions, policy
from rangkul.commons.people.models import Address, Person, Phone
from rangkul.commons.people.pages.forms import AddressForm, NameForm, PersonForm, PhoneForm, ReasonForm
from rangkul.commons.people.pages.frame import page, person_or_404, sent
from rangkul.commons.people.pages.person import phone_words, phones_of
from rangkul.commons.people.words import address_of


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, person_id: UUID) -> HttpResponse:
    person = person_or_404(person_id)
    if request.method != "POST":
        return _page(request, person)
    form = PersonForm(request.POST)
    return _saved(
        request, person, "identity", form,
        lambda _words: actions.correct(by=request.asker, person=person, **form.changes()),
    )  # fmt: skip


@require_POST
def add_name(request: HttpRequest, person_id: UUID) -> HttpResponse:
    person = person_or_404(person_id)
    form = NameForm(request.POST, auto_id="id_nama_%s")
    return _saved(
        request, person, "name", form, lambda words: actions.add_alias(by=request.asker, person=person, **words)
    )


@require_POST
def add_phone(request: HttpRequest, person_id: UUID) -> HttpResponse:
    person = person_or_404(person_id)
    form = PhoneForm(request.POST, auto_id="id_telepon_%s")
    return _saved(
        request, person, "phone", form,
        lambda words: actions.add_phone(by=request.asker, person=person, phone=form.phone(words)),
    )  # fmt: skip


@require_POST
def add_address(request: HttpRequest, person_id: UUID) -> HttpResponse:
    person = person_or_404(person_id)
    form = AddressForm(request.POST, auto_id="id_alamat_%s")
    if form.is_valid() and form.address(form.cleaned_data) is None:
        form.add_error("place", _("Isi wilayah, alamat, atau patokannya."))
    return _saved(
        request, person, "address", form,
        lambda words: actions.add_address(by=request.asker, person=person, address=form.address(words)),
    )  # fmt: skip


@require_POST
def end_phone(request: HttpRequest, person_id: UUID, row_id: UUID) -> HttpResponse:
    person = person_or_404(person_id)
    actions.end_phone(by=request.asker, phone=get_object_or_404(Phone, pk=row_id, person=person))
    return _back(request, person, _("Nomor ini ditandai tidak dipakai lagi."))


@require_POST
def end_address(request: HttpRequest, person_id: UUID, row_id: UUID) -> HttpResponse:
    person = person_or_404(person_id)
    actions.end_address(by=request.asker, address=get_object_or_404(Address, pk=row_id, person=person))
    return _back(request, person, _("Alamat ini ditandai tidak dipakai lagi."))


@require_POST
def restrict(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Hides, or opens again what is hidden."""
    person = person_or_404(person_id)
    verb = actions.unrestrict if person.restricted else actions.restrict
    form = ReasonForm(request.POST, auto_id="id_batas_%s")
    return _saved(request, person, "reason", form, lambda words: verb(by=request.asker, person=person, **words))


def _saved(
    request: HttpRequest, person: Person, name: str, form: Any, verb: Callable[[dict[str, Any]], Any]
) -> HttpResponse:
    if sent(request, form, f"people.{name}", verb) is None:
        return _page(request, person, **{name: form})
    return _back(request, person, _("Perubahan tersimpan."))


def _back(request: HttpRequest, person: Person, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("people:edit", person.pk)


def _page(request: HttpRequest, person: Person, **forms: Any) -> HttpResponse:
    addresses = list(Address.objects.filter(person=person, ended_at__isnull=True).select_related("key"))
    places = paths(address.region_code for address in addresses if address.region_code)
    context = {
        "form": forms.get("identity") or PersonForm(initial=PersonForm.initial_of(person)),
        "name_form": forms.get("name") or NameForm(auto_id="id_nama_%s"),
        "phone_form": forms.get("phone") or PhoneForm(auto_id="id_telepon_%s"),
        "address_form": forms.get("address") or AddressForm(auto_id="id_alamat_%s"),
        "reason_form": forms.get("reason") or ReasonForm(auto_id="id_batas_%s"),
        "opened": next(iter(forms), ""),
        "names": list(person.other_names.order_by("made_at")),
        "phones": [phone_words(phone) for phone in phones_of(person)],
        "addresses": [(address, address_of(address, places.get(address.region_code, ""))) for address in addresses],
        "may_open_again": policy.may_unrestrict(by=request.asker, person=person),
    }
    return page(request, person, "edit", context, wrong=bool(forms))
