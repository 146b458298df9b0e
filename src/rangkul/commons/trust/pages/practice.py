"""The agency's rules on technology: read and signed by each, written by the head, and who has not signed."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import line, text
from rangkul.base.forms.sending import send
from rangkul.commons.trust import actions, policy, practising
from rangkul.commons.trust.models import PracticePolicy
from rangkul.commons.trust.practice_text import START
from rangkul.commons.trust.states import PracticePart


class SignForm(RangkulForm):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    read = forms.BooleanField(
        label=gettext_lazy("Saya sudah membaca pedoman ini dan bekerja menurutnya."),
        error_messages={"required": gettext_lazy("Centang dulu bahwa Anda sudah membacanya.")},
    )


class WriteForm(RangkulForm):
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    changed = line(
        gettext_lazy("Apa yang berubah"), most=400, required=False,
        help_text=gettext_lazy("Dibaca setiap petugas saat menandatangani versi baru."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        parts = {part.value: text(part.label, rows=6, most=actions.LONGEST_PRACTICE) for part in PracticePart}
        self.fields = {**parts, **self.fields}


def _agencys(request: HttpRequest) -> None:
    if request.asker.kind != "staff":
        raise PermissionDenied


def _parts(row: PracticePolicy) -> list[tuple[str, str]]:
    return [(part.label, row.parts[part]) for part in PracticePart if row.parts.get(part)]


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """A POST signs the version that stood on the page."""
    _agencys(request)
    by, row = request.asker, practising.in_force(request.asker.agency_id)
    form = SignForm(request.POST or None, initial={"version": row.version if row else None})
    if request.method == "POST" and row is not None and send(form, by, "practice.sign", lambda words: _sign(by, words)):
        messages.success(request, _("Tercatat: Anda menandatangani pedoman ini."))
        return redirect("trust:practice")
    page = {"row": row, "parts": _parts(row) if row else [], "form": form, "mine": practising.own(by), **_rights(by)}
    page["versions"] = practising.versions(by.agency_id)
    return render(request, "trust/practice.html", page, status=422 if form.errors else 200)


def _sign(by, words: dict[str, Any]) -> Any:
    found = next((one for one in practising.versions(by.agency_id) if one.version == words["version"]), None)
    if found is None:
        raise Http404
    return actions.sign_practice(by=by, policy=found)


def _rights(by) -> dict[str, bool]:
    return {"may_write": policy.may_publish_practice(by=by), "may_see_signers": policy.may_see_signers(by=by)}


@require_safe
def version(request: HttpRequest, number: int) -> HttpResponse:
    """An earlier version, as it was signed."""
    _agencys(request)
    row = next((one for one in practising.versions(request.asker.agency_id) if one.version == number), None)
    if row is None:
        raise Http404
    return render(request, "trust/practice_version.html", {"row": row, "parts": _parts(row)})


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    by = request.asker
    if not policy.may_publish_practice(by=by):
        raise PermissionDenied
    last = practising.in_force(by.agency_id)
    initial = {**(last.parts if last else START), "seen": last.version if last else 0}
    form = WriteForm(request.POST or None, initial=initial)
    if request.method == "POST" and send(form, by, "practice.write", lambda words: _publish(by, words)):
        messages.success(request, _("Pedoman terbit. Setiap petugas diminta membaca dan menandatanganinya."))
        return redirect("trust:practice")
    return render(
        request, "trust/write_practice.html", {"form": form, "last": last}, status=422 if form.errors else 200
    )


def _publish(by, words: dict[str, Any]) -> PracticePolicy:
    seen, changed = words.pop("seen") or 0, words.pop("changed")
    return actions.publish_practice(by=by, parts=words, changed=changed, seen=seen)


@require_safe
def signers(request: HttpRequest) -> HttpResponse:
    if not policy.may_see_signers(by=request.asker):
        raise PermissionDenied
    rows = practising.signers_for(request.asker)
    page = {"rows": rows, "row": practising.in_force(request.asker.agency_id), "late": sum(one.is_late for one in rows)}
    return render(request, "trust/practice_signers.html", page)
