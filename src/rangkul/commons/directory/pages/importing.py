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
from rangkul.base.asking import Asker
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.widgets import LARGEST_FILE, attached
from rangkul.commons.directory import actions, importing, policy
from rangkul.commons.directory.models import Service

# What a page writes while somebody waits; more goes by the command `rangkul services`.
MOST = 1_000
# Digits of a row that no file has.
_ROW = 8


class BringForm(RangkulForm):
    file = forms.FileField(
        label=gettext_lazy("Berkas CSV, XLSX, HSDS JSON, atau paket HSDS (zip)"),
        widget=attached(LARGEST_FILE),
        max_length=200,
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
            report = _read(request, form.cleaned_data["file"])
            _remember(request.asker, report)
            if not form.cleaned_data["only_check"]:
                _write(request, report)
        except (importing.Unreadable, Refused) as error:
            form.add_error("file" if isinstance(error, importing.Unreadable) else None, error.message)
    page = {"form": form, "report": report, "columns": importing.COLUMNS.items()}
    return render(request, "directory/import.html", page, status=422 if form.is_bound and form.errors else 200)


def _write(request: HttpRequest, report: importing.Report) -> None:
    """New entries, and of those that are there the changes that were ticked, by their rows."""
    ticked = set(request.POST.getlist("ubah"))
    chosen = [one for one in report.changed if str(one.row) in ticked]
    if report.changed and not report.lines and not chosen:
        raise Refused(_("Berkas ini tidak berisi layanan baru, dan belum ada perubahan yang Anda centang."))
    if report.lines or not chosen:
        actions.import_lines(by=request.asker, lines=report.lines)
        report.saved = report.good
    if chosen:
        actions.apply_changes(by=request.asker, changes=chosen)
        report.applied = chosen


def _remember(by: Asker, report: importing.Report) -> None:
    """An answer holds although nothing is loaded yet."""
    for twin in report.apart:
        if twin.service and twin.source_key:
            actions.tell_apart(by=by, twin=twin)


def _read(request: HttpRequest, file: UploadedFile) -> importing.Report:
    by = request.asker
    if file.size > LARGEST_FILE:
        raise importing.Unreadable(_("Berkas terlalu besar untuk halaman ini."))
    apart = {int(row) for row in request.POST.getlist("beda") if row.isascii() and row.isdigit() and len(row) < _ROW}
    report = importing.examine(importing.read(file.read(), file.name or ""), apart)
    if report.good > MOST:
        raise importing.Unreadable(
            _("Berkas ini berisi lebih dari %(n)d layanan. Minta admin memuatnya dengan perintah rangkul services.")
            % {"n": MOST}
        )
    if len(report.changed) > MOST:
        raise importing.Unreadable(_("Terlalu banyak perubahan sekaligus. Bagi berkasnya menjadi beberapa bagian."))
    mine = {
        row.pk
        for row in Service.objects.select_related("organization").filter(pk__in=[c.service for c in report.changed])
        if policy.may_keep(by=by, service=row)
    }
    found = len(report.changed)
    report.changed = [one for one in report.changed if one.service in mine]
    report.others = found - len(report.changed)
    return report
