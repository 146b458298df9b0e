"""What became of a suggestion, for whoever has its code."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rangkul.base import days
from rangkul.base.asking import PUBLIC, acting
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import line
from rangkul.commons.directory import queries
from rangkul.commons.directory.queries import Outcome
from rangkul.commons.directory.states import Topic, Verdict


class CodeForm(RangkulForm):
    code = line(gettext_lazy("Kode usul"), most=40, help_text=gettext_lazy("Enam belas huruf dan angka."))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def outcome(request: HttpRequest) -> HttpResponse:
    """By POST, so that a code stands in no address."""
    with acting(PUBLIC):
        form, found = CodeForm(request.POST or None), None
        if request.method == "POST" and form.is_valid():
            found = queries.outcome_of(form.cleaned_data["code"])
            if found is None:
                form.add_error("code", _("Kode ini tidak dikenal. Periksa lagi hurufnya."))
        page = {"form": form, "found": found, "topic": Topic(found.topic).label if found else ""}
        page |= {"told": _told(found) if found else "", "problems": (), "area": "", "quick_exit": True}
        return render(request, "directory/outcome.html", page, status=422 if form.errors else 200)


def _told(found: Outcome) -> str:
    if found.state == Verdict.TAKEN:
        return _("Usul Anda benar dan dipakai.")
    if found.state == Verdict.REFUSED:
        return _("Usul Anda sudah diperiksa dan tidak dipakai.")
    if found.due_on is None:
        return _("Usul Anda menunggu diperiksa.")
    if found.due_on < days.today():
        return _("Usul Anda belum diperiksa, padahal batasnya sudah lewat. Atasan petugasnya diberi tahu.")
    return _("Usul Anda menunggu diperiksa, paling lambat %(day)s.") % {"day": date_format(found.due_on)}
