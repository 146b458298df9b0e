"""What people say is not right any more, and an editor's decision with its reason."""

from collections.abc import Iterable
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
from rangkul.base.forms.fields import choice, line
from rangkul.base.forms.sending import send
from rangkul.commons.directory import actions, policy, queries
from rangkul.commons.directory.models import Service, Suggestion
from rangkul.commons.directory.states import Topic, Verdict

TAKE, CLOSE, REFUSE = "take", "close", "refuse"


class DecideForm(RangkulForm):
    verdict = choice(
        gettext_lazy("Keputusan"),
        [(TAKE, gettext_lazy("Benar, keterangannya saya perbaiki")), (REFUSE, gettext_lazy("Tidak dipakai"))],
        widget=forms.RadioSelect,
    )
    reason = line(
        gettext_lazy("Alasan"),
        most=300,
        help_text=gettext_lazy(
            "Satu kalimat: apa yang Anda periksa, dan bagaimana. Pengusul membacanya; jangan menulis nama orang."
        ),
    )

    def __init__(self, *args, topic: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        if topic in (Topic.CLOSED, Topic.MOVED):
            first, last = self.fields["verdict"].choices
            close = (CLOSE, _("Benar, layanan ini tidak ditawarkan lagi"))
            self.fields["verdict"].choices = [first, close, last]


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    if not policy.may_edit(by=request.asker):
        raise PermissionDenied
    said = queries.said_by(request.asker.staff_id)
    return render(
        request, "directory/suggestions.html", {"rows": queries.waiting(), "said": said, "today": days.today()}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = get_object_or_404(
        Suggestion.objects.select_related("service__organization", "by", "decided_by", "editor"), pk=pk
    )
    may = policy.may_decide(by=request.asker, suggestion=row)
    # Whoever suggested it, and a junior, read it here and see who decides.
    if not may and (request.method == "POST" or not policy.may_keep(by=request.asker, service=row.service)):
        raise PermissionDenied
    form = DecideForm(request.POST or None, topic=row.topic)
    if request.method == "POST" and send(
        form, request.asker, f"decide {pk}", lambda words: _decide(request, row, words)
    ):
        messages.success(request, _("Keputusan tercatat."))
        return _to_mend(row) if form.cleaned_data["verdict"] == TAKE else redirect("directory:show", row.service_id)
    page = {"row": row, "form": form, "open": row.state == Verdict.WAITING, "may": may, "today": days.today()}
    return render(request, "directory/decide.html", page, status=422 if form.is_bound else 200)


def _to_mend(row: Suggestion) -> HttpResponse:
    """The form with the field of which it speaks; of several places or contacts their list. Whoever writes where a
    service has moved does so on the form of the entry, which settles the news too."""
    service = row.service
    match row.topic:
        case Topic.BODY:
            return redirect("directory:organization", service.organization_id)
        case Topic.HOURS:
            return redirect("directory:hours", service.pk)
        case Topic.ADDRESS:
            places = service.service_at_locations.values_list("location_id", flat=True)[:2]
            return _the_one("directory:place", "directory:change", service, places)
        case Topic.PHONE:
            contacts = queries.contacts_of(service).values_list("pk", flat=True)[:2]
            return _the_one("directory:contact", "directory:contact_new", service, contacts)
    return redirect("directory:change", service.pk)


def _the_one(form: str, first: str, service: Service, ids: Iterable[UUID]) -> HttpResponse:
    """`form` of the one that there is, `first` where there is none yet."""
    found = list(ids)
    if len(found) > 1:
        return redirect("directory:whereabouts", service.pk)
    return redirect(form, service.pk, *found) if found else redirect(first, service.pk)


def _decide(request: HttpRequest, row: Suggestion, words: dict) -> Suggestion:
    if words["verdict"] == REFUSE:
        return actions.refuse_suggestion(by=request.asker, suggestion=row, reason=words["reason"])
    close = words["verdict"] == CLOSE
    return actions.take_suggestion(by=request.asker, suggestion=row, reason=words["reason"], close=close)
