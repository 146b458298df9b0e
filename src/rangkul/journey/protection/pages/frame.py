"""What every page of protection has: whose it is, the case or the request, the head of that, and the ways between."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base import readings
from rangkul.entry.intake import queries as intake
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import is_a_case_now
from rangkul.journey.protection import policy
from rangkul.journey.protection.models import Folder


def folder_or_404(request: HttpRequest, case_id: UUID | None = None, request_id: UUID | None = None) -> Folder:
    """The case, or the request as long as there is no case; noted as opened where a page shows it. What is not seen
    does not exist. A form that was open while a case was made of the request is answered by the verb, with its
    words."""
    if case_id is not None:
        return case_or_404(request, case_id)
    found = intake.get(request_id)
    if not policy.may_keep(by=request.asker, folder=found):
        raise PermissionDenied
    if request.method == "GET":
        if is_a_case_now(found):
            raise Http404
        readings.read_file("request", found.pk, why="owner" if found.owner_id == request.asker.staff_id else "unit")
    return found


def place(folder: Folder, name: str, *more: Any) -> str:
    """The address of a page of protection: of a case, or the same of a request."""
    of_case = isinstance(folder, Case)
    named = ("of_case" if name == "of" else name) if of_case else f"request_{name}"
    return reverse(f"protection:{named}", args=[folder.pk, *more])


def before_a_case(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of a request; whoever sees the case that was made of it is led there."""

    @wraps(view)
    def run(request: HttpRequest, request_id: UUID, **more: Any) -> HttpResponse:
        if request.method == "GET" and (case := Case.objects.filter(request_id=request_id).first()) is not None:
            return redirect("protection:of_case", case_id=case.pk)
        return view(request, request_id=request_id, **more)

    return run


def go(folder: Folder, name: str, *more: Any) -> HttpResponse:
    return redirect(place(folder, name, *more))


def page(
    request: HttpRequest, folder: Folder, name: str, words: dict[str, Any], *, title: str = "", wrong: bool = False
) -> HttpResponse:
    """Draw `protection/<name>.html`. `title`: of a page below the first."""
    frame = _of_case(request, folder) if isinstance(folder, Case) else _of_request(request, folder)
    here = place(folder, "of")
    crumbs = [*frame.pop("crumbs"), {"label": _("Perlindungan"), "url": here if title else ""}]
    crumbs += [{"label": title, "url": ""}] if title else []
    return render(
        request,
        f"protection/{name}.html",
        {"folder": folder, "crumbs": crumbs, **frame, **words},
        status=422 if wrong else 200,
    )


def _of_case(request: HttpRequest, case: Case) -> dict[str, Any]:
    return {
        "frame": "cases/_frame.html",
        "case": case,
        "tab_here": "protection:of_case",
        "may_work": case.is_open and policy.may_keep(by=request.asker, folder=case),
        "crumbs": [
            {"label": _("Kasus saya"), "url": reverse("cases:mine")},
            {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
        ],
    }


def _of_request(request: HttpRequest, row: Request) -> dict[str, Any]:
    return {
        "frame": "protection/_of_request.html",
        "request_row": row,
        "may_work": True,
        "crumbs": [
            {"label": _("Antrean"), "url": reverse("intake:queue")},
            {"label": f"{_('Permintaan')} {row.ticket_words}", "url": reverse("intake:request", args=[row.pk])},
        ],
    }
