"""The desk of rights over data: what waits, one request with its decision, and what is done after a yes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.asking import Asker
from rangkul.base.forms.sending import send
from rangkul.commons.people.models import Person
from rangkul.commons.trust import actions as verbs
from rangkul.commons.trust import copying, policy, queries
from rangkul.commons.trust.models import RightsRequest
from rangkul.commons.trust.pages.forms import DoneForm, GrantForm, RefuseForm
from rangkul.commons.trust.rights_words import STEPS
from rangkul.commons.trust.states import ARTICLES, ERASING, RIGHTS, Right, RightsState

_SHOWN = 100
_ANSWERED = 20


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    by = request.asker
    if not (by.practises or by.has("pdp", "auditor", "pimpinan")):
        raise PermissionDenied
    waiting = list(queries.rights_waiting(by)[:_SHOWN])
    answered = RightsRequest.objects.filter(ended_at__isnull=False).select_related("decided_by").order_by("-ended_at")
    return render(request, "trust/rights.html", {"waiting": waiting, "answered": list(answered[:_ANSWERED])})


@require_safe
def one(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _page(request, _wish(pk))


def _wish(pk: UUID) -> RightsRequest:
    """404 where the database shows none; what may be done with it is asked by each verb."""
    people = ("owner", "worker", "decided_by", "second", "recorded_by", "raised_to")
    rows = RightsRequest.objects.select_related("key", "consent", *people)
    return get_object_or_404(rows, pk=pk)


def _page(request: HttpRequest, wish: RightsRequest, **forms_: forms.Form) -> HttpResponse:
    by = request.asker
    person = Person.objects.filter(pk=wish.person_id).first() if wish.person_id else None
    context: dict[str, Any] = {
        "wish": wish,
        "article": ARTICLES[Right(wish.right)],
        "step": STEPS[Right(wish.right)],
        # The auditor sees that and how it was answered, never what was told in confidence.
        "reads_words": by.has("pdp") or by.practises,
        "person": person,
        "may": _may(by, wish),
        "grant": GrantForm(prefix="setuju"),
        "refuse": RefuseForm(prefix="tolak"),
        "finish": DoneForm(prefix="selesai"),
    }
    wrong = any(form.errors for form in forms_.values())
    return render(request, "trust/right.html", context | forms_, status=422 if wrong else 200)


def _may(by: Asker, wish: RightsRequest) -> dict[str, bool]:
    """Which parts of the page are shown: the step is possible now, and this worker may take it."""
    decides = policy.may_decide_right(by=by, wish=wish)
    granted = wish.state == RightsState.GRANTED
    return {
        "decide": decides and RIGHTS.allows("grant", wish.state),
        "second": policy.may_second(by=by, wish=wish) and RIGHTS.allows("confirm_refusal", wish.state),
        "copy": granted and policy.may_hand_out(by=by, wish=wish),
        "finish": granted and not wish.consent_id and policy.may_carry_out(by=by, wish=wish),
        "stop": granted and bool(wish.consent_id) and policy.may_confirm_stop(by=by),
        "erase": granted and wish.right in ERASING and policy.may_erase(by=by),
        "take_back": wish.waits and by.kind == "staff" and by.staff_id == wish.recorded_by_id and not wish.consent_id,
    }


@require_POST
def grant(request: HttpRequest, pk: UUID) -> HttpResponse:
    wish, by = _wish(pk), request.asker
    form = GrantForm(request.POST, prefix="setuju")
    if send(form, by, f"right.{pk}", lambda words: verbs.grant_right(by=by, wish=wish, **words)):
        messages.success(request, _("Disetujui. Batas waktunya berjalan sampai selesai dijalankan."))
        return redirect("trust:right", pk)
    return _page(request, wish, grant=form)


@require_POST
def refuse(request: HttpRequest, pk: UUID) -> HttpResponse:
    wish, by = _wish(pk), request.asker
    form = RefuseForm(request.POST, prefix="tolak")
    if send(form, by, f"right.{pk}", lambda words: verbs.propose_refusal(by=by, wish=wish, **words)):
        messages.success(request, _("Penolakan menunggu dibaca orang lain sebelum disampaikan."))
        return redirect("trust:right", pk)
    return _page(request, wish, refuse=form)


@require_POST
def second(request: HttpRequest, pk: UUID) -> HttpResponse:
    wish, by = _wish(pk), request.asker
    if request.POST.get("hasil") == "setuju":
        verbs.confirm_refusal(by=by, wish=wish)
        messages.success(request, _("Penolakan dibenarkan dan dapat dibaca oleh yang meminta."))
    else:
        verbs.send_back_refusal(by=by, wish=wish)
        messages.success(request, _("Dikembalikan untuk diputuskan lagi."))
    return redirect("trust:right", pk) if RightsRequest.objects.filter(pk=pk).exists() else redirect("desks:today")


@require_POST
def finish(request: HttpRequest, pk: UUID) -> HttpResponse:
    wish, by = _wish(pk), request.asker
    form = DoneForm(request.POST, prefix="selesai")
    if send(form, by, f"right.{pk}", lambda words: verbs.finish_right(by=by, wish=wish, **words)):
        messages.success(request, _("Dicatat: permintaan ini sudah dijalankan."))
        return redirect("trust:right", pk)
    return _page(request, wish, finish=form)


@require_POST
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    verbs.take_back_right(by=request.asker, wish=_wish(pk))
    messages.success(request, _("Permintaan ini dibatalkan."))
    return redirect("trust:right", pk)


@require_POST
def copy(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The copy as a file: plain text that every telephone opens, or JSON for another system."""
    wish = _wish(pk)
    sections = copying.make_copy(by=request.asker, wish=wish)
    if wish.right == Right.PORTABILITY:
        answer, name = HttpResponse(copying.as_json(sections), content_type="application/json"), "data.json"
    else:
        answer = HttpResponse(copying.as_text(sections), content_type="text/plain; charset=utf-8")
        name = "salinan-data.txt"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
