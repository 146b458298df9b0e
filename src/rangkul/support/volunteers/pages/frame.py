"""What pages of volunteers have in common: who may be here, the row or 404, and the way back."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base import readings
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import basis_of
from rangkul.support.volunteers import policy

Found = TypeVar("Found")


def looking(request: HttpRequest) -> None:
    if not policy.may_look(by=request.asker):
        raise PermissionDenied


def row_or_404(request: HttpRequest, get: Callable[[UUID], Found], pk: UUID) -> Found:
    looking(request)
    try:
        return get(pk)
    except ObjectDoesNotExist:
        raise Http404 from None


def opened(request: HttpRequest, file: Case | Request) -> None:
    """Who reads a need whose file they may open reads what stands in that file."""
    if request.method != "GET":
        return
    if isinstance(file, Case):
        readings.read_file("case", file.pk, why=basis_of(request.asker, file))
    else:
        readings.read_file("request", file.pk, why="owner" if file.owner_id == request.asker.staff_id else "unit")


def crumbs(*way: tuple[str, str]) -> list[dict[str, Any]]:
    steps = [(_("Relawan"), reverse("volunteers:board")), *way]
    return [{"label": label, "url": url} for label, url in steps]
