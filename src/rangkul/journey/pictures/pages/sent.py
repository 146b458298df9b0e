"""What the panels of all pictures share: who may write, each verb sent once, and back to what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from rangkul.base.forms.sending import send
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.pages.frame import case_or_404
from rangkul.journey.pictures.policy import may_draw


class OfCase(Protocol):
    case: Case


P = TypeVar("P", bound=OfCase)


def writable(request: HttpRequest, case_id: UUID, read: Callable[[Case], P]) -> P:
    """The picture of a case to which the asker may write; who only reads is told so before anything is looked up."""
    found = read(case_or_404(request, case_id))
    if not may_draw(by=request.asker, case=found.case):
        raise PermissionDenied
    return found


def sent(
    request: HttpRequest, form: Any, once: str, verb: Callable[[dict], Any], said: str, back: str
) -> HttpResponse | None:
    """Back with a word of it; None where form or domain says no, and the page comes again with what was typed."""
    if not send(form, request.asker, f"pictures.{once}"[:60], verb):
        return None
    messages.success(request, said)
    return redirect(back)
