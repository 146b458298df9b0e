"""The admin's page of cut-offs: the published one, the agency's own beside it, with reason, source and who set it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rangkul.base.forms.sending import send
from rangkul.journey.instruments import actions, queries
from rangkul.journey.instruments.models import CutOff
from rangkul.journey.instruments.pages.forms import CutOffForm
from rangkul.journey.instruments.pages.frame import only_admin, version_or_404
from rangkul.journey.instruments.queries.cutoffs import Line


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    only_admin(request)
    return _page(request)


@require_POST
def set_own(request: HttpRequest, version_id: UUID) -> HttpResponse:
    only_admin(request)
    version = version_or_404(request, version_id)
    back = request.POST.get("back") == "1"
    form = CutOffForm(_published(request, version_id) if back else request.POST)
    if send(form, request.asker, f"cutoff.{version.pk}", lambda words: _set(request, version, words, back)):
        messages.success(request, _("Batas disimpan. Hasil yang sudah ada tidak berubah."))
        return redirect("instruments:cutoffs")
    return _page(request, {(version_id, form.data.get("band", "")): form}, wrong=True)


def _published(request: HttpRequest, version_id: UUID) -> dict[str, Any]:
    """To go back to what was published needs no other reason than that."""
    for cuts in queries.cutoffs(request.asker):
        for line in cuts.lines:
            if cuts.version.pk == version_id and line.band.key == request.POST.get("band"):
                return {
                    "once": request.POST.get("once", ""),
                    "band": line.band.key,
                    "at": line.band.since,
                    "reason": _("Kembali ke batas yang diterbitkan."),
                    "source": "; ".join(cuts.rules.sources)[:400] or "-",
                }
    raise Http404


def _set(request: HttpRequest, version: Any, words: dict[str, Any], back: bool) -> CutOff:
    if back:
        words = {**words, "at": None}
    return actions.set_cutoff(by=request.asker, version=version, **words)


def _page(
    request: HttpRequest, forms: dict[tuple[UUID, str], CutOffForm] | None = None, *, wrong: bool = False
) -> HttpResponse:
    found = queries.cutoffs(request.asker)
    forms = forms or {}
    rows = [
        {
            "cuts": cuts,
            "lines": [
                (line, forms.get((cuts.version.pk, line.band.key)) or _form(cuts.rules.key, line))
                for line in cuts.lines
            ],
        }
        for cuts in found
    ]
    words = {"rows": rows, "language": get_language() or "id"}
    return render(request, "instruments/cutoffs.html", words, status=422 if wrong else 200)


def _form(key: str, line: Line) -> CutOffForm:
    return CutOffForm(initial={"band": line.band.key}, auto_id=f"id_{key}_{line.band.key}_%s")
