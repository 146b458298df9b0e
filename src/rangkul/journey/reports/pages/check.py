"""Anybody who holds a paper may ask whether it is genuine. The address of a QR code only fills the form in: counting
attempts writes, and a GET may not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rangkul.entry.intake.queries import address_of
from rangkul.journey.reports.actions import check_code
from rangkul.journey.reports.codes import read_code
from rangkul.journey.reports.pages.forms import CodeForm


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        code = read_code(request.GET.get("kode", "")[:40])
        return render(request, "reports/check.html", {"form": CodeForm(initial={"code": code}), "code": code})
    form = CodeForm(request.POST)
    if not form.is_valid():
        return render(request, "reports/check.html", {"form": form}, status=422)
    code = form.cleaned_data["code"]
    answer = check_code(by=request.asker, code=code, address=address_of(request))
    if answer.too_often:
        form.add_error(None, _("Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi."))
        return render(request, "reports/check.html", {"form": form}, status=429)
    return render(request, "reports/check.html", {"form": CodeForm(), "answer": answer, "code": code})
