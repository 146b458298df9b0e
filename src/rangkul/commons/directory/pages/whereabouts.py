"""Where a service is had and how it is reached, row by row: its places, its contacts and those of its organisation."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rangkul.base.forms.sending import send
from rangkul.commons.directory import actions, queries
from rangkul.commons.directory.models import Contact
from rangkul.commons.directory.pages import contact_form, place_form
from rangkul.commons.directory.pages.contact_form import OWN, WHOLE, ContactForm
from rangkul.commons.directory.pages.keeping import kept
from rangkul.commons.directory.pages.place_form import PlaceForm
from rangkul.commons.directory.pages.showing import contact as contact_shown
from rangkul.commons.directory.pages.showing import place as place_shown
from rangkul.commons.directory.redrafting import place_of


@require_safe
def listed(request: HttpRequest, pk: UUID) -> HttpResponse:
    entry = kept(request, pk)
    page = {
        "service": entry.service,
        "places": [place_shown(one, entry) for one in entry.places],
        "contacts": [contact_shown(row) for row in entry.contacts],
    }
    return render(request, "directory/whereabouts.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, pk: UUID, row: UUID) -> HttpResponse:
    entry = kept(request, pk)
    at = next((one for one in entry.places if one.location_id == row), None)
    if at is None:
        raise Http404
    region = entry.regions.get(at.location.region_code, "")
    form = PlaceForm(request.POST or None, initial=place_form.initial_of(place_of(at), region))
    if request.method == "POST" and send(
        form, request.asker, f"place {row}",
        lambda words: actions.change_place(
            by=request.asker, service=entry.service, location=at.location, given=place_form.draft_of(words),
            sure=words["sure"],
        ),
    ):  # fmt: skip
        messages.success(request, _("Tempat tersimpan."))
        return redirect("directory:whereabouts", pk)
    page = {"service": entry.service, "form": form}
    return render(request, "directory/place.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def new_contact(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _contact(request, kept(request, pk), None)


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, pk: UUID, row: UUID) -> HttpResponse:
    entry = kept(request, pk)
    return _contact(request, entry, get_object_or_404(queries.contacts_of(entry.service), pk=row))


def _contact(request: HttpRequest, entry: queries.Entry, row: Contact | None) -> HttpResponse:
    first = contact_form.initial_of(row) if row else {"whose": OWN, "public": True}
    form = ContactForm(request.POST or None, row=row, initial=first)

    def write(words: dict) -> Contact:
        given = contact_form.draft_of(words)
        if row is None:
            return actions.add_contact(
                by=request.asker, service=entry.service, given=given, whole=words["whose"] == WHOLE
            )
        return actions.change_contact(by=request.asker, service=entry.service, contact=row, given=given)

    what = f"contact {entry.service.pk} {row.pk if row else ''}"
    if request.method == "POST" and send(form, request.asker, what, write):
        messages.success(request, _("Kontak tersimpan."))
        return redirect("directory:whereabouts", entry.service.pk)
    page = {"service": entry.service, "form": form, "row": row}
    return render(request, "directory/contact.html", page, status=422 if form.errors else 200)


@require_POST
def remove_contact(request: HttpRequest, pk: UUID, row: UUID) -> HttpResponse:
    entry = kept(request, pk)
    found = queries.contacts_of(entry.service).filter(pk=row).first()
    if found is not None:
        actions.remove_contact(by=request.asker, service=entry.service, contact=found)
        messages.success(request, _("Kontak itu dihapus. Riwayat menyimpannya."))
    return redirect("directory:whereabouts", pk)
