"""What the agency agreed on with others: how soon they answer a referral, from when until when."""

from __future__ import annotations

from dataclasses import fields
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from rangkul.base import days
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line
from rangkul.base.forms.sending import send
from rangkul.commons.directory import actions, policy, queries
from rangkul.commons.directory.models import Agreement, Service
from rangkul.commons.directory.queries.agreed import TOLD_BEFORE


class AgreementForm(RangkulForm):
    response_hours = forms.IntegerField(
        label=gettext_lazy("Mereka menjawab dalam berapa jam"), min_value=1, max_value=720,
        help_text=gettext_lazy("Dihitung per jam sejak rujukan dikirim, siang dan malam. Sesudah itu atasan tahu."),
    )  # fmt: skip
    valid_from = DayField(label=gettext_lazy("Berlaku mulai"))
    valid_to = DayField(
        label=gettext_lazy("Sampai"), required=False, help_text=gettext_lazy("Kosong: belum ada akhirnya.")
    )
    number = line(gettext_lazy("Nomor surat kesepakatan"), most=80, required=False)
    note = line(gettext_lazy("Catatan"), most=300, required=False)
    keeper = choice(gettext_lazy("Siapa yang mengurus kesepakatan berikutnya"), [], required=False)

    def __init__(self, *args, keepers=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["keeper"].choices = [("", _("Saya sendiri")), *((str(one.pk), one.full_name) for one in keepers)]

    def clean(self):
        words = super().clean()
        names = [one.name for one in fields(actions.Agreed)]
        rest = {name: value for name, value in words.items() if name not in names}
        if self.errors:
            return words
        return {**rest, "agreed": actions.Agreed(**{name: words[name] for name in names})}


class CorrectForm(AgreementForm):
    because = line(gettext_lazy("Apa yang keliru"), most=300)


class EndForm(RangkulForm):
    because = line(gettext_lazy("Mengapa diakhiri"), most=300)


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    if request.asker.kind != "staff":
        raise PermissionDenied
    today, seen, rows = days.today(), set(), []
    for row in queries.agreements_of(request.asker.agency_id):
        holds = row.ended_at is None and row.valid_from <= today and (row.valid_to is None or row.valid_to >= today)
        counts = holds and row.organization_id not in seen
        seen |= {row.organization_id} if counts else set()
        rows.append({"row": row, "standing": _standing(row, counts, today)})
    words = {
        "rows": rows,
        "to_renew": queries.agreements_to_renew(request.asker),
        "may_agree": policy.may_agree(by=request.asker),
    }
    return render(request, "directory/agreements.html", words)


def _standing(row: Agreement, counts: bool, today: Any) -> dict[str, str]:
    if row.ended_at is not None:
        return {"words": _("diakhiri"), "tone": ""}
    if row.valid_from > today:
        return {"words": _("belum mulai"), "tone": ""}
    if row.valid_to is not None and row.valid_to < today:
        return {"words": _("sudah berakhir"), "tone": ""}
    if not counts:
        return {"words": _("digantikan yang lebih baru"), "tone": ""}
    if row.valid_to is not None and row.valid_to - today <= TOLD_BEFORE:
        return {"words": _("segera berakhir"), "tone": "tag-warn"}
    return {"words": _("berlaku"), "tone": "tag-good"}


@require_http_methods(["GET", "HEAD", "POST"])
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begun from an entry of the organisation with which it is."""
    if not policy.may_agree(by=request.asker):
        raise PermissionDenied
    service = get_object_or_404(Service.objects.select_related("organization"), pk=pk)
    by, organization = request.asker, service.organization
    keepers = queries.agreement_keepers(by.agency_id)
    form = AgreementForm(request.POST or None, initial={"valid_from": days.today()}, keepers=keepers)
    if request.method == "POST" and send(
        form, by, f"agree {pk}", lambda words: actions.agree(by=by, organization=organization, **words)
    ):
        messages.success(request, _("Kesepakatan tercatat. Rujukan berikutnya memakai batas jawabannya."))
        return redirect("directory:agreements")
    held = queries.agreement_with(agency_id=by.agency_id, organization_id=organization.pk)
    page = {"form": form, "service": service, "held": held}
    return render(request, "directory/agree.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put right what was written down wrongly, or end it before its day; both with the reason."""
    if not policy.may_agree(by=request.asker):
        raise PermissionDenied
    by = request.asker
    rows = Agreement.objects.filter(agency_id=by.agency_id, ended_at=None).select_related("organization")
    row = get_object_or_404(rows, pk=pk)
    ends = "akhiri" in request.POST
    start = {name: getattr(row, name) for name in ("response_hours", "valid_from", "valid_to", "number", "note")}
    start["keeper"] = str(row.keeper_id or "")
    correct = CorrectForm(
        request.POST if request.method == "POST" and not ends else None,
        initial=start, keepers=queries.agreement_keepers(by.agency_id), auto_id="id_betul_%s",
    )  # fmt: skip
    end = EndForm(request.POST if ends else None, auto_id="id_akhir_%s")
    form, verb = (end, actions.end_agreement) if ends else (correct, actions.correct_agreement)
    if request.method == "POST" and send(
        form, by, f"agreement {pk}", lambda words: verb(by=by, agreement=row, **words)
    ):
        messages.success(request, _("Tersimpan. Yang lama tetap bisa dibaca di daftar."))
        return redirect("directory:agreements")
    page = {"correct": correct, "end": end, "row": row, "ends": ends}
    return render(request, "directory/agreement.html", page, status=422 if form.errors else 200)
