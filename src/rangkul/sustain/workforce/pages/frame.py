"""What the pages of supervision share: the row or 404, crumbs, answers to forms."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.sustain.workforce import queries
from rangkul.sustain.workforce.models import Contract, Session


def contract_or_404(request: HttpRequest, contract_id: UUID) -> Contract:
    found = queries.pair_of(request.asker, contract_id)
    if found is None:
        raise Http404
    return found


def session_or_404(request: HttpRequest, session_id: UUID, *, mine: bool = True) -> Session:
    """A session of the asker's own; `mine=False` also one that a head reads. What is not seen does not exist."""
    found = queries.session_or_none(request.asker, session_id)
    if found is None or (mine and request.asker.staff_id not in found.both):
        raise Http404
    return found


def crumbs(*more: tuple[str, str]) -> list[dict[str, Any]]:
    first = {"label": _("Supervisi"), "url": reverse("workforce:home")}
    return [first, *[{"label": label, "url": url} for label, url in more]]


def pair_crumb(request: HttpRequest, row: Contract | Session) -> tuple[str, str]:
    contract_id = row.pk if isinstance(row, Contract) else row.contract_id
    other = row.other(request.asker.staff_id)
    return str(_("Bersama %(name)s") % {"name": other.called_name}), reverse("workforce:pair", args=[contract_id])
