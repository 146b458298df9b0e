"""What every page of an instrument on a case has: the case, a note that the file was opened, the tab it belongs to."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rangkul.journey.cases.frame import case_or_404  # noqa: F401  for the pages beside
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments import queries
from rangkul.journey.instruments.models import Administration, InstrumentVersion
from rangkul.journey.instruments.policy import may_ask, may_keep_forms
from rangkul.journey.instruments.queries import Result
from rangkul.journey.instruments.states import NO_DIAGNOSIS


def language_of(version: InstrumentVersion, wanted: str) -> str:
    """The wanted language where the form speaks it, else that of the page, else the form's first."""
    for code in (wanted, (get_language() or "id")[:2]):
        if code in version.languages:
            return code
    return version.languages[0]


def only_admin(request: HttpRequest) -> None:
    if not may_keep_forms(by=request.asker):
        raise PermissionDenied


def version_or_404(request: HttpRequest, version_id: UUID) -> InstrumentVersion:
    """A version that a client may be asked now."""
    version = queries.version_or_none(version_id)
    if version is None or not queries.may_be_chosen(request.asker, version):
        raise Http404
    return version


def result_or_404(case: Case, administration_id: UUID) -> Result:
    try:
        return queries.result(case, administration_id)
    except Administration.DoesNotExist:
        raise Http404 from None


def page(request: HttpRequest, case: Case, name: str, words: dict[str, Any], *, wrong: bool = False) -> HttpResponse:
    """Draw `instruments/<name>.html`. `wrong`: something was refused, and the answer says so by its status."""
    frame = {
        "case": case,
        "may_ask": case.is_open and may_ask(by=request.asker, case=case),
        "no_diagnosis": NO_DIAGNOSIS,
        "crumbs": [
            {"label": _("Kasus saya"), "url": reverse("cases:mine")},
            {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
            {"label": _("Instrumen"), "url": "" if name == "case" else reverse("instruments:case", args=[case.pk])},
        ],
    }
    return render(request, f"instruments/{name}.html", {**frame, **words}, status=422 if wrong else 200)
