"""The map of what a neighbourhood has: by area and kind, one more written down, one taken off."""

from __future__ import annotations

from dataclasses import fields
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line
from rangkul.base.forms.sending import send
from rangkul.base.forms.widgets import suggest
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.directory import actions, policy, queries
from rangkul.commons.directory.actions import AssetDraft
from rangkul.commons.directory.models import Asset
from rangkul.commons.directory.pages.places_typed import region
from rangkul.commons.directory.states import AgreedHow, AssetKind, WhyTakenOff

_PLACE = {"widget": forms.TextInput(attrs=suggest(reverse_lazy("wilayah:suggest"), "region_code"))}


class AreaForm(RangkulForm):
    tempat = line(gettext_lazy("Wilayah"), most=200, required=False)


class AssetForm(RangkulForm):
    kind = choice(gettext_lazy("Apa yang dicatat"), AssetKind.choices)
    name = line(gettext_lazy("Nama"), most=120)
    psks = choice(gettext_lazy("Jenis (PSKS)"), [], empty=gettext_lazy("Tidak termasuk"), required=False)
    place = line(gettext_lazy("Desa, kelurahan, atau kecamatan"), most=200, **_PLACE)
    region_code = forms.CharField(max_length=13, required=False, widget=forms.HiddenInput)
    offers = line(
        gettext_lazy("Apa yang dimiliki atau bisa dilakukan"), most=300,
        help_text=gettext_lazy("Misalnya: balai untuk 40 orang, bisa mengantar ke puskesmas, melatih menjahit."),
    )  # fmt: skip
    contact = line(gettext_lazy("Cara menghubungi"), most=120, required=False)
    agreed_on = DayField(
        label=gettext_lazy("Orang ini setuju dicatat pada"), required=False,
        help_text=gettext_lazy(
            "Hanya untuk orang. Ceritakan dulu siapa yang bisa membaca namanya, dan bahwa ia boleh menarik persetujuan"
            " kapan saja."
        ),
    )  # fmt: skip
    agreed_how = choice(
        gettext_lazy("Bagaimana ia menyetujui"), AgreedHow.choices, empty=gettext_lazy("Bukan orang"), required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = [(term.code, term.label) for term in taxonomy.current(taxonomy.PSKS)]
        self.fields["psks"].choices = [("", _("Tidak termasuk")), *kinds]

    def clean(self):
        words = super().clean()
        code = words.get("region_code", "")
        if "place" in words and not (code and wilayah.path(code)):
            try:
                words["region_code"] = region(words["place"])
            except forms.ValidationError as error:
                self.add_error("place", error)
        if "place" in words and len(words["region_code"]) < len("32.73.01"):
            self.add_error("place", _("Pilih desa, kelurahan, atau kecamatan."))
        return words


class OffForm(RangkulForm):
    because = choice(gettext_lazy("Mengapa diturunkan"), WhyTakenOff.choices, empty=gettext_lazy("Pilih satu"))


def _may_look(request: HttpRequest) -> None:
    if not policy.may_map(by=request.asker):
        raise PermissionDenied


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    _may_look(request)
    form = AreaForm(request.GET if "tempat" in request.GET else None)
    area = _area(request, form)
    found = queries.assets_in(request.asker, area) if area else None
    most = found.areas[0][2] if found and found.areas else 0
    page = {
        "form": form, "found": found, "area": area, "place": wilayah.path(area) if area else "", "above": area[:-3],
        "bars": [{"label": name, "value": n, "of": most} for _code, name, n in found.areas] if found else [],
    }  # fmt: skip
    return render(request, "directory/assets.html", page, status=422 if form.errors else 200)


def _area(request: HttpRequest, form: AreaForm) -> str:
    """As typed, as a link says, or the agency's own regency; "" where none is known."""
    if form.is_bound and form.is_valid() and form.cleaned_data["tempat"]:
        try:
            return region(form.cleaned_data["tempat"])
        except forms.ValidationError as error:
            form.add_error("tempat", error)
            return ""
    code = request.GET.get("wilayah", "")
    if code.isascii() and wilayah.path(code):
        return code
    return (request.user.agency.region_code or "")[:5]


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    _may_look(request)
    form = AssetForm(request.POST or None)
    names = [one.name for one in fields(AssetDraft)]
    if request.method == "POST" and send(
        form, request.asker, "asset",
        lambda words: actions.add_asset(by=request.asker, given=AssetDraft(**{name: words[name] for name in names})),
    ):  # fmt: skip
        messages.success(request, _("Tercatat. Hanya petugas lembaga ini yang bisa membacanya."))
        return redirect(f"{reverse('directory:assets')}?wilayah={form.cleaned_data['region_code']}")
    return render(request, "directory/asset_new.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def take_off(request: HttpRequest, pk: UUID) -> HttpResponse:
    _may_look(request)
    row = get_object_or_404(Asset, pk=pk, off_at=None)
    form = OffForm(request.POST or None)
    if request.method == "POST" and send(
        form, request.asker, f"asset off {pk}",
        lambda words: actions.take_off_asset(by=request.asker, asset=row, because=words["because"]),
    ):  # fmt: skip
        messages.success(request, _("Sudah diturunkan. Nama dan keterangannya dihapus."))
        return redirect(f"{reverse('directory:assets')}?wilayah={row.region_code[:8]}")
    return render(request, "directory/asset_off.html", {"form": form, "row": row}, status=422 if form.errors else 200)
