"""Devices that may call for help: registered and revoked by the admin, agreed to by the client near whom one stands;
and one alert, for whoever goes to look."""

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
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rangkul.base.actions import Refused
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line
from rangkul.base.forms.sending import send
from rangkul.commons.people.models import Unit
from rangkul.entry.crisis import actions, policy
from rangkul.entry.crisis.models import Alert, AlertInput
from rangkul.entry.crisis.models.alert import LONGEST_CLOCK, SHORTEST_CLOCK, USUAL_CLOCK
from rangkul.entry.crisis.queries import alerts
from rangkul.entry.crisis.states import AlertOutcome, DeviceKind
from rangkul.entry.intake import queries as intake


class DeviceForm(RangkulForm):
    kind = choice(gettext_lazy("Jenis alat"), DeviceKind.choices)
    name = line(gettext_lazy("Nama alat"), most=80, help_text=gettext_lazy("Misalnya: Bel kamar 3."))
    place = line(gettext_lazy("Di mana"), most=120, help_text=gettext_lazy("Supaya yang pergi melihat langsung tahu."))
    purpose = line(
        gettext_lazy("Untuk apa"), most=200,
        help_text=gettext_lazy("Satu tujuan. Alat hanya memanggil; tidak ada ukuran atau pantauan yang disimpan."),
    )  # fmt: skip
    unit = forms.ModelChoiceField(label=gettext_lazy("Unit yang menjawab"), queryset=Unit.objects.none())
    minutes = forms.IntegerField(
        label=gettext_lazy("Seseorang melihat dalam (menit)"), min_value=SHORTEST_CLOCK, max_value=LONGEST_CLOCK,
        initial=USUAL_CLOCK,
    )  # fmt: skip
    about_client = forms.BooleanField(
        label=gettext_lazy("Alat ini berada di dekat seorang klien"), required=False,
        help_text=gettext_lazy("Baru bekerja setelah petugas mencatat persetujuan klien itu."),
    )  # fmt: skip

    def __init__(self, *args: Any, agency_id: UUID, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(agency_id=agency_id).order_by("name")


class AgreeForm(RangkulForm):
    ticket = line(gettext_lazy("Nomor tiket klien"), most=40)
    witness = line(gettext_lazy("Nama saksi"), most=120)


class OutcomeForm(RangkulForm):
    outcome = choice(gettext_lazy("Apa yang Anda temukan"), AlertOutcome.choices, empty="–")


def _may_see(request: HttpRequest) -> None:
    if not (request.asker.practises or request.asker.has("admin", "pimpinan")):
        raise PermissionDenied


def _device(request: HttpRequest, pk: UUID) -> AlertInput:
    _may_see(request)
    rows = AlertInput.objects.select_related("unit", "consent", "registered_by", "revoked_by")
    return get_object_or_404(rows, pk=pk, agency_id=request.asker.agency_id)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def listed(request: HttpRequest) -> HttpResponse:
    """A POST registers one; its secret stands in this one answer."""
    _may_see(request)
    by = request.asker
    keeps = policy.may_keep_devices(by=by)
    if request.method == "POST" and not keeps:
        raise PermissionDenied
    form = DeviceForm(request.POST or None, agency_id=by.agency_id) if keeps else None
    secret = alerts.made_up_secret()
    made: list[AlertInput] = []

    def verb(words: dict[str, Any]) -> AlertInput:
        made.append(actions.register_device(by=by, secret=secret, **words))
        return made[0]

    if request.method == "POST" and send(form, by, "device.register", verb):
        if made:
            return _once(request, made[0], secret)
        return redirect("danger:devices")
    page = {"rows": alerts.devices(by), "form": form}
    return render(request, "crisis/devices.html", page, status=422 if form is not None and form.errors else 200)


def _once(request: HttpRequest, device: AlertInput, secret: str) -> HttpResponse:
    address = request.build_absolute_uri("/api/alerts")
    return render(request, "crisis/device_secret.html", {"device": device, "secret": secret, "address": address})


@require_safe
def one(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _page(request, _device(request, pk))


def _page(request: HttpRequest, device: AlertInput, agree: AgreeForm | None = None) -> HttpResponse:
    page = {
        "device": device,
        "keeps": policy.may_keep_device(by=request.asker, device=device),
        "agree": agree or (AgreeForm() if request.asker.practises and not device.consents else None),
        "alerts": alerts.alerts_of(device) if request.asker.practises or request.asker.has("pimpinan") else [],
    }
    return render(request, "crisis/device.html", page, status=422 if agree is not None else 200)


@never_cache
@require_POST
def renew(request: HttpRequest, pk: UUID) -> HttpResponse:
    device, secret = _device(request, pk), alerts.made_up_secret()
    actions.renew_secret(by=request.asker, device=device, secret=secret)
    return _once(request, device, secret)


@require_POST
def revoke(request: HttpRequest, pk: UUID) -> HttpResponse:
    actions.revoke_device(by=request.asker, device=_device(request, pk))
    messages.success(request, _("Alat dicabut. Panggilannya tidak diterima lagi."))
    return redirect("danger:device", pk)


@require_POST
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    device, by = _device(request, pk), request.asker
    form = AgreeForm(request.POST)

    def verb(words: dict[str, Any]) -> AlertInput:
        found = intake.by_ticket(words["ticket"])
        if found is None:
            raise Refused(_("Tiket ini tidak ditemukan di antara permintaan yang Anda lihat."), field="ticket")
        return actions.agree_to_device(by=by, device=device, request=found, witness=words["witness"])

    if send(form, by, f"device.agree.{pk}", verb):
        messages.success(request, _("Persetujuan tercatat. Klien dapat menariknya kapan saja lewat tiketnya."))
        return redirect("danger:device", pk)
    return _page(request, device, form)


def _alert(request: HttpRequest, pk: UUID) -> Alert:
    _may_see(request)
    rows = Alert.objects.select_related("input__unit", "owner", "taken_by", "settled_by")
    return get_object_or_404(rows, pk=pk, agency_id=request.asker.agency_id)


@require_safe
def alert(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _alert_page(request, _alert(request, pk), OutcomeForm())


def _alert_page(request: HttpRequest, row: Alert, form: OutcomeForm) -> HttpResponse:
    page = {"row": row, "form": form, "may": policy.may_take_alert(by=request.asker, alert=row)}
    return render(request, "crisis/alert.html", page, status=422 if form.errors else 200)


@require_POST
def take(request: HttpRequest, pk: UUID) -> HttpResponse:
    actions.take_alert(by=request.asker, alert=_alert(request, pk))
    return redirect("danger:alert", pk)


@require_POST
def settle(request: HttpRequest, pk: UUID) -> HttpResponse:
    row, by = _alert(request, pk), request.asker
    form = OutcomeForm(request.POST)
    if send(form, by, f"alert.settle.{pk}", lambda words: actions.settle_alert(by=by, alert=row, **words)):
        messages.success(request, _("Hasilnya tercatat."))
        return redirect("danger:board")
    return _alert_page(request, row, form)
