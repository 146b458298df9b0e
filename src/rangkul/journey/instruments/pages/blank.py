"""A blank form to print, from the same definition as the screen's."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from rangkul.base.days import today
from rangkul.base.typesetting import Letterhead
from rangkul.commons.people.models import Agency
from rangkul.journey.instruments import queries, reading
from rangkul.journey.instruments.pages.frame import language_of
from rangkul.journey.instruments.paper import blank_pdf
from rangkul.journey.instruments.states import NO_DIAGNOSIS


@require_GET
def show(request: HttpRequest, version_id: UUID) -> HttpResponse:
    version = queries.version_or_none(version_id)
    if version is None or not queries.may_be_printed(request.asker, version):
        raise Http404
    language = language_of(version, request.GET.get("bahasa", ""))
    agency = Agency.objects.get(pk=request.asker.agency_id)
    rules = reading.rules_of(version)
    lines = tuple(line for line in agency.letterhead.splitlines() if line.strip())
    made = blank_pdf(
        reading.form_of(version),
        letterhead=Letterhead(agency.name, lines),
        day=today(),
        language=language,
        title=version.instrument.name,
        notices=[str(NO_DIAGNOSIS), *([rules.status.said(language)] if rules else []), version.licence],
        pictures={one.name: one for one in version.pictures.all()},
    )
    answer = HttpResponse(made, content_type="application/pdf")
    name = f"{version.instrument.key}-{version.number}-{language}.pdf"
    answer["Content-Disposition"] = content_disposition_header(False, name)
    return answer
