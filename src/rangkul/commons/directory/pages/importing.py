"""Bringing entries from a file: looked through first, then written."""

from __future__ import annotations

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rangkul.base.actions import Refused
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.widgets import LARGEST_FILE, attached
from rangkul.commons.directory import actions, importing, policy

# What a page writes while somebody waits; more goes by the command `rangkul services`.
MOST = 1_000


class BringForm(RangkulForm):
    file = forms.FileField(
        label=gettext_lazy("Berkas CSV, XLSX, atau HSDS JSON"), widget=attached(LARGEST_FILE), max_length=200
    )
    only_check = forms.BooleanField(
        label=gettext_lazy("Periksa saja, jangan simpan dulu"), required=False, initial=True
    )


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    if not policy.may_import(by=request.asker):
        raise PermissionDenied
    form = BringForm(request.POST or None, request.FILES or None)
    report = None
    if request.method == "POST" and form.is_valid():
        try:
            report = _read(form.cleaned_data["file"])
            if not form.cleaned_data["only_check"]:
                actions.import_lines(by=request.asker, lines=report.lines)
                report.saved = report.good
        except (importing.Unreadable, Refused) as error:
            form.add_error("file" if isinstance(error, importing.Unreadable) else None, error.message)
    page = {"form": form, "report": report, "columns": importing.COLUMNS.items()}
    return render(request, "directory/import.html", page, status=422 if form.is_bound and form.errors else 200)


def _read(file: UploadedFile) -> importing.Report:
    if file.size > LARGEST_FILE:
        raise importing.Unreadable(_("Berkas terlalu besar untuk halaman ini."))
    report = importing.examine(importing.read(file.read(), file.name or ""))
    if report.good > MOST:
        raise importing.Unreadable(
            _("Berkas ini berisi lebih dari %(n)d layanan. Minta admin memuatnya dengan perintah rangkul services.")
            % {"n": MOST}
        )
    return report
