"""A person's file: who they are, how to reach them, who belongs to them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.identifiers import mask
from rangkul.base.phones import parse_phone
from rangkul.base.wilayah.queries import paths
from rangkul.commons.people import actions, hooks, policy, queries
from rangkul.commons.people.models import Address, Merge, Person, Phone, SafeContact
from rangkul.commons.people.pages.frame import page, person_or_404
from rangkul.commons.people.words import address_of, age_of, birth_of, safe_contact_parts


@require_safe
def show(request: HttpRequest, person_id: UUID) -> HttpResponse:
    return _page(request, person_or_404(person_id))


@require_POST
def reveal(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The numbers in full, on this one answer only; the event stands in the client's list of readings."""
    person = person_or_404(person_id)
    if not policy.may_reveal(by=request.asker):
        raise PermissionDenied
    nik, kk = actions.reveal(by=request.asker, person=person)
    return _page(request, person, nik=nik, kk=kk)


def _page(request: HttpRequest, person: Person, nik: str = "", kk: str = "") -> HttpResponse:
    addresses = list(Address.objects.filter(person=person, ended_at__isnull=True).select_related("key"))
    places = paths({person.region_code, *(address.region_code for address in addresses)} - {""})
    context = {
        "facts": _facts(person, nik, kk),
        "revealed": bool(nik or kk),
        "has_numbers": bool(person.nik_blind or person.kk_blind),
        "age": age_of(person),
        "place": places.get(person.region_code, ""),
        "names": list(person.other_names.order_by("made_at")),
        "phones": [phone_words(phone) for phone in phones_of(person)],
        "addresses": [(address, address_of(address, places.get(address.region_code, ""))) for address in addresses],
        "kin": queries.kin_of(person),
        "households": queries.households_of(person),
        "safe": safe_contact_parts(SafeContact.objects.filter(person=person).select_related("key").first()),
        "merges": list(Merge.objects.filter(kept=person, undone_at__isnull=True).select_related("absorbed")),
        "kept": queries.root_of(person) if person.merged_into_id else None,
        "fragments": _fragments(person),
    }
    return page(request, person, "person", context)


def _facts(person: Person, nik: str, kk: str) -> list[dict[str, str]]:
    rows = [
        (_("Lahir"), birth_of(person)),
        (_("Tempat lahir"), person.birth_place),
        (_("Jenis kelamin"), person.get_sex_display()),
        (_("NIK"), nik or (mask(person.nik) if person.nik_blind else _("belum ada"))),
        (_("Nomor KK"), kk or (mask(person.kk) if person.kk_blind else "")),
        (_("Terdaftar di"), person.unit.name),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def phones_of(person: Person):
    return Phone.objects.filter(person=person, ended_at__isnull=True).select_related("key").order_by("made_at")


def phone_words(phone: Phone) -> dict[str, Any]:
    owner = phone.get_owner_display() + (f" ({phone.owner_name})" if phone.owner_name else "")
    notes = [_("dipakai bersama")] if phone.shared else []
    notes += ["WhatsApp"] if phone.whatsapp else []
    return {"row": phone, "number": parse_phone(phone.number).national, "owner": owner, "notes": notes}


def _fragments(person: Person) -> list[dict[str, str]]:
    """What later packages show here; a package that is switched off shows nothing."""
    shown = []
    for fragment in hooks.fragments:
        try:
            shown.append({"title": fragment.title, "url": reverse(fragment.url_name, args=[person.pk])})
        except NoReverseMatch:
            continue
    return shown
