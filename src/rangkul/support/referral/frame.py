"""What a page about a referral begins with, in whatever package it is: the case, or the request where there is none."""

from uuid import UUID

from django.http import Http404, HttpRequest

from rangkul.base import readings
from rangkul.entry.intake import queries as intake
from rangkul.journey.cases.frame import case_or_404
from rangkul.support.referral import queries
from rangkul.support.referral.behind import CaseOrRequest, RequestFile
from rangkul.support.referral.models import Referral


def file_or_404(request: HttpRequest, file_id: UUID) -> CaseOrRequest:
    """The case of this key, or where there is none the request; noted as opened."""
    try:
        return case_or_404(request, file_id)
    except Http404:
        found = intake.get(file_id)
    if request.method == "GET":
        why = "owner" if found.owner_id == request.asker.staff_id else "unit"
        readings.read_file("request", file_id, why=why)
    return RequestFile(found)


def referral_or_404(request: HttpRequest, file_id: UUID, referral_id: UUID) -> tuple[CaseOrRequest, Referral]:
    file = file_or_404(request, file_id)
    try:
        return file, queries.get(file, referral_id)
    except Referral.DoesNotExist:
        raise Http404 from None
