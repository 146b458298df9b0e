"""The admin's page: the agency's own forms, and the pack that comes with a condition. No client is seen here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base.actions import Refused
from rangkul.base.forms.sending import send
from rangkul.base.xforms import Checked, check
from rangkul.journey.instruments import actions, policy, queries, reading
from rangkul.journey.instruments.models import Instrument, InstrumentVersion
from rangkul.journey.instruments.pages.forms import UploadForm
from rangkul.journey.instruments.pages.frame import language_of


def _only_admin(request: HttpRequest) -> None:
    if not policy.may_keep_forms(by=request.asker):
        raise PermissionDenied


def _version(request: HttpRequest, version_id: UUID) -> InstrumentVersion:
    _only_admin(request)
    version = queries.version_or_none(version_id)
    if version is None or version.instrument.agency_id not in {None, request.asker.agency_id}:
        raise Http404
    return version


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    _only_admin(request)
    form = UploadForm(request.POST or None, request.FILES or None)
    found: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        data, name = upload.read(), upload.name
        if send(form, request.asker, "form", lambda words: _keep(request, data, name, words["licence"], found)):
            return redirect("instruments:preview", found["version"].pk if found else _newest_draft(request).pk)
    checked: Checked | None = found.get("checked")
    words = {
        "form": form,
        "faults": checked.faults if checked else (),
        "own": queries.own_forms(request.asker),
        "pack": queries.pack_instruments(),
        "choice": queries.pack_choice(request.asker.agency_id, "conditional"),
    }
    return render(request, "instruments/forms.html", words, status=422 if form.errors else 200)


def _keep(request: HttpRequest, data: bytes, name: str, licence: str, found: dict[str, Any]) -> InstrumentVersion:
    try:
        found["version"] = actions.keep_upload(by=request.asker, data=data, name=name, licence=licence)
    except actions.Faulty as faulty:
        found["checked"] = faulty.checked
        raise
    return found["version"]


def _newest_draft(request: HttpRequest) -> InstrumentVersion:
    rows = InstrumentVersion.objects.filter(instrument__agency_id=request.asker.agency_id)
    return rows.latest("made_at")


@require_GET
def preview(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """The form as workers will see it. What is tried out here is kept nowhere."""
    version = _version(request, version_id)
    language = language_of(version, request.GET.get("bahasa", ""))
    drawn = reading.drawn(version, language)
    words = {
        "version": version,
        "language": language,
        "questions": mark_safe(drawn.questions),  # noqa: S308  drawn and cleaned by our own rendering
        "model": drawn.model,
        "handed": False,
        "faults": (),
        "refused": "",
        "draft_url": "",
        "notices": check(bytes(version.source), version.source_name).notices,
    }
    return render(request, "instruments/preview.html", words)


@require_GET
def source(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """The workbook as it came, to go on from."""
    version = _version(request, version_id)
    answer = HttpResponse(bytes(version.source), content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(True, version.source_name)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_POST
def publish(request: HttpRequest, version_id: UUID) -> HttpResponse:
    version = actions.publish_version(by=request.asker, version=_version(request, version_id))
    messages.success(request, _("Versi %(number)s terbit. Petugas dapat memilihnya.") % {"number": version.number})
    return redirect("instruments:forms")


@require_POST
def discard(request: HttpRequest, version_id: UUID) -> HttpResponse:
    try:
        actions.discard_version(by=request.asker, version=_version(request, version_id))
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("instruments:forms")


@require_POST
def switch(request: HttpRequest, instrument_id: UUID) -> HttpResponse:
    _only_admin(request)
    instrument = Instrument.objects.filter(pk=instrument_id, agency_id=request.asker.agency_id).first()
    if instrument is None:
        raise Http404
    actions.switch(by=request.asker, instrument=instrument, on=request.POST.get("on") == "1")
    return redirect("instruments:forms")


@require_POST
def pack(request: HttpRequest) -> HttpResponse:
    """Switching on asks for a tick under the notice; switching off does not."""
    _only_admin(request)
    on = request.POST.get("on") == "1"
    if on and request.POST.get("read") != "1":
        messages.error(request, _("Baca syaratnya dulu, lalu centang bahwa lembaga memenuhinya."))
    else:
        actions.choose_pack(by=request.asker, on=on)
    return redirect("instruments:forms")
