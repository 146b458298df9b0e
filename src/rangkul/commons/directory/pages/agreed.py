"""What the agency agreed on with others: how soon they answer a referral, from when until when."""

from __future__ import annotations

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
from rangkul.base.forms.fields import line
from rangkul.base.forms.sending import send
from rangkul.commons.directory import actions, policy, queries
from rangkul.commons.directory.models import Agreement, Service

# Shown as ending soon for so many days before it does.
_SOON = 60


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


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    if request.asker.kind != "staff":
        raise PermissionDenied
    today, seen, rows = days.today(), set(), []
    for row in queries.agreements_of(request.asker.agency_id):
        holds = row.valid_from <= today and (row.valid_to is None or row.valid_to >= today)
        counts = holds and row.organization_id not in seen
        seen |= {row.organization_id} if counts else set()
        rows.append({"row": row, "standing": _standing(row, counts, today)})
    return render(request, "directory/agreements.html", {"rows": rows})


def _standing(row: Agreement, counts: bool, today: Any) -> dict[str, str]:
    if row.valid_from > today:
        return {"words": _("belum mulai"), "tone": ""}
    if row.valid_to is not None and row.valid_to < today:
        return {"words": _("sudah berakhir"), "tone": ""}
    if not counts:
        return {"words": _("digantikan yang lebih baru"), "tone": ""}
    if row.valid_to is not None and (row.valid_to - today).days <= _SOON:
        return {"words": _("segera berakhir"), "tone": "tag-warn"}
    return {"words": _("berlaku"), "tone": "tag-good"}


@require_http_methods(["GET", "HEAD", "POST"])
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begun from an entry of the organisation with which it is."""
    if not policy.may_agree(by=request.asker):
        raise PermissionDenied
    service = get_object_or_404(Service.objects.select_related("organization"), pk=pk)
    by, organization = request.asker, service.organization
    form = AgreementForm(request.POST or None, initial={"valid_from": days.today()})
    if request.method == "POST" and send(
        form, by, f"agree {pk}", lambda words: actions.agree(by=by, organization=organization, **words)
    ):
        messages.success(request, _("Kesepakatan tercatat. Rujukan berikutnya memakai batas jawabannya."))
        return redirect("directory:agreements")
    held = queries.agreement_with(agency_id=by.agency_id, organization_id=organization.pk)
    page = {"form": form, "service": service, "held": held}
    return render(request, "directory/agree.html", page, status=422 if form.errors else 200)
