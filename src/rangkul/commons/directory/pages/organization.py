"""The organisation behind an entry, whole: names, what it does, where it works, whether it is shown."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line, text
from rangkul.base.forms.sending import send
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.directory import actions, policy
from rangkul.commons.directory.actions import OrganizationDraft
from rangkul.commons.directory.models import Organization
from rangkul.commons.directory.pages.places_typed import places_in
from rangkul.commons.directory.states import LegalStatus

_PLAIN = ("name", "alternate_name", "description", "legal_status", "psks", "website", "consented_on", "public")


class OrganizationForm(RangkulForm):
    name = line(gettext_lazy("Nama lembaga"), most=160)
    alternate_name = line(gettext_lazy("Nama lain"), most=160, required=False)
    description = text(gettext_lazy("Apa yang dikerjakannya"), rows=4, most=2000, required=False)
    legal_status = choice(gettext_lazy("Bentuk lembaga"), LegalStatus.choices, required=False)
    psks = choice(gettext_lazy("PSKS"), [], empty=gettext_lazy("Tidak termasuk"), required=False)
    website = forms.URLField(label=gettext_lazy("Situs"), max_length=200, required=False, assume_scheme="https")
    areas = text(
        gettext_lazy("Bekerja di wilayah mana"), rows=3, most=2000, required=False,
        help_text=gettext_lazy("Satu wilayah sebaris. Kosong: belum disebut."),
    )  # fmt: skip
    consented_on = forms.DateField(
        label=gettext_lazy("Perorangan itu setuju ditampilkan pada"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    public = forms.BooleanField(
        label=gettext_lazy("Tampilkan kepada umum"), required=False,
        help_text=gettext_lazy("Tanpa ini semua layanannya pun hanya dilihat petugas."),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        terms = [(term.code, term.label) for term in taxonomy.current(taxonomy.PSKS)]
        self.fields["psks"].choices = [("", _("Tidak termasuk")), *terms]

    def clean_areas(self) -> list[str]:
        return list(dict.fromkeys(code for code in places_in(self.cleaned_data["areas"]) if code))


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    organization = get_object_or_404(Organization, pk=pk)
    if not policy.may_keep_organization(by=request.asker, organization=organization):
        raise PermissionDenied
    form = OrganizationForm(request.POST or None, initial=_initial(organization))
    if request.method == "POST" and send(
        form, request.asker, f"organization {pk}",
        lambda words: actions.change_organization(
            by=request.asker, organization=organization, given=OrganizationDraft(**_words(words))
        ),
    ):  # fmt: skip
        messages.success(request, _("Keterangan lembaga tersimpan."))
        return redirect("directory:organization", pk)
    services = organization.services.order_by("name", "pk")[:200]
    page = {"organization": organization, "form": form, "services": services}
    return render(request, "directory/organization.html", page, status=422 if form.errors else 200)


def _initial(row: Organization) -> dict[str, Any]:
    names = wilayah.paths(row.areas) if row.areas else {}
    areas = "\n".join(f"{code} {names.get(code, '')}".strip() for code in row.areas)
    return {name: getattr(row, name) for name in _PLAIN} | {"areas": areas}


def _words(words: dict[str, Any]) -> dict[str, Any]:
    return {name: words[name] for name in (*_PLAIN, "areas")}
