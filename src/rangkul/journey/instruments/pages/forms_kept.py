"""The admin's page: the agency's own forms, and the pack that comes with a condition. No client is seen here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base.actions import Refused
from rangkul.base.forms.sending import send
from rangkul.journey.instruments import actions, empty_places, queries, reading
from rangkul.journey.instruments.models import FormUpload, Instrument, InstrumentVersion
from rangkul.journey.instruments.pages.forms import UploadForm
from rangkul.journey.instruments.pages.frame import language_of, only_admin

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _version(request: HttpRequest, version_id: UUID) -> InstrumentVersion:
    only_admin(request)
    version = queries.version_or_none(version_id)
    if version is None or version.instrument.agency_id not in {None, request.asker.agency_id}:
        raise Http404
    return version


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    only_admin(request)
    uploads = queries.uploads(request.asker)
    # Who mends a form and hands it in again does not write once more where it comes from.
    again = next((one.licence for one in uploads if one.by_id == request.asker.staff_id), "")
    form = UploadForm(request.POST or None, request.FILES or None, initial={"licence": again})
    kept: list[FormUpload] = []
    if request.method == "POST" and send(form, request.asker, "form", lambda words: _hand_in(request, words, kept)):
        # Sent twice, the first of the two was kept.
        found = kept or queries.uploads(request.asker)
        return redirect("instruments:upload", found[0].pk) if found else redirect("instruments:forms")
    words = {
        "form": form,
        "uploads": uploads,
        "own": queries.own_forms(request.asker),
        "pack": queries.pack_instruments(),
        "choice": queries.pack_choice(request.asker.agency_id, "conditional"),
        "places": empty_places.places(request.asker),
    }
    return render(request, "instruments/forms.html", words, status=422 if form.errors else 200)


def _hand_in(request: HttpRequest, words: dict[str, Any], kept: list[FormUpload]) -> FormUpload:
    files = [(file.name, file.read()) for file in words["files"]]
    kept.append(actions.hand_in(by=request.asker, files=files, licence=words["licence"]))
    return kept[0]


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
        "notices": queries.notices_of(version),
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


@require_GET
def empty_place(request: HttpRequest, key: str) -> HttpResponse:
    """The workbook with the places that wait for the makers' words."""
    only_admin(request)
    found = next((one for one in empty_places.waiting() if one.key == key), None)
    if found is None:
        raise Http404
    answer = HttpResponse(empty_places.workbook_of(found), content_type=_XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, f"{key}.xlsx")
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
    only_admin(request)
    instrument = Instrument.objects.filter(pk=instrument_id, agency_id=request.asker.agency_id).first()
    if instrument is None:
        raise Http404
    actions.switch(by=request.asker, instrument=instrument, on=request.POST.get("on") == "1")
    return redirect("instruments:forms")


@require_POST
def pack(request: HttpRequest) -> HttpResponse:
    """Switching on asks for a tick under the notice; switching off does not."""
    only_admin(request)
    on = request.POST.get("on") == "1"
    if on and request.POST.get("read") != "1":
        messages.error(request, _("Baca syaratnya dulu, lalu centang bahwa lembaga memenuhinya."))
    else:
        actions.choose_pack(by=request.asker, on=on)
    return redirect("instruments:forms")
