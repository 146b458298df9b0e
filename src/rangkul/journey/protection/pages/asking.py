"""Asking about violence and danger before there is a case, with the instruments of the house, on one plain page."""

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from rangkul.base.forms.sending import send
from rangkul.base.xforms import Refused
from rangkul.journey.instruments import queries as instruments
from rangkul.journey.instruments.actions import record_early
from rangkul.journey.instruments.frame import PlainForm, form_of, language_of, place
from rangkul.journey.instruments.models import Administration, InstrumentVersion
from rangkul.journey.protection.pages.frame import folder_or_404, go, page
from rangkul.journey.protection.queries.calling import ASKED


def asked_with(request: HttpRequest) -> list[instruments.Choice]:
    """Those about violence and danger that the asker's agency uses."""
    return [
        one
        for one in instruments.choices(request.asker)
        if one.instrument.key in ASKED and not one.instrument.agency_id
    ]


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, key: str, request_id: UUID) -> HttpResponse:
    folder = folder_or_404(request, request_id=request_id)
    chosen = next((one for one in asked_with(request) if one.instrument.key == key), None)
    version = instruments.version_or_none(chosen.version_id) if chosen else None
    if version is None:
        raise Http404
    language = language_of(version, request.GET.get("bahasa", ""))
    form = PlainForm(request.POST or None, questions=form_of(version).questions, language=language)

    def verb(words: dict[str, Any]) -> Administration:
        xml = _xml(version, form, words)
        return record_early(by=request.asker, request=folder, version=version, answer=xml, language=language)

    try:
        if request.method == "POST" and send(form, request.asker, f"ask.{key}.{folder.pk}", verb):
            return go(folder, "of")
    except Refused as refused:
        place(form, refused)
    words = {"form": form, "version": version, "language": language}
    return page(request, folder, "ask", words, title=version.instrument.short_name, wrong=bool(form.errors))


def _xml(version: InstrumentVersion, form: PlainForm, words: dict[str, Any]) -> bytes:
    number = f"uuid:{form.cleaned_data['once'] or uuid4()}"
    return form_of(version).answer_from(form.values(words), instance_id=number)
