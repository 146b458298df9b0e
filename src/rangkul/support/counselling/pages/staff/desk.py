"""A worker's own desk: limit, absence, prepared answers; and what the agency promises."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base import clock
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.support.counselling import actions, policy, queries
from rangkul.support.counselling.models import Desk, Prepared
from rangkul.support.counselling.pages.forms import DeskForm, PreparedForm, TermsForm


def _first(desk: Desk) -> dict:
    away = desk.away_until if desk.away_until and desk.away_until > clock.now() else None
    return {
        "most": desk.most,
        "away_until": clock.local(away) if away else None,
        "away_words": desk.away_words if away else "",
    }


def _page(http: HttpRequest, form: RangkulForm, prepared: RangkulForm) -> HttpResponse:
    words = {
        "form": form,
        "prepared_form": prepared,
        "prepared": queries.prepared_for(http.asker),
        "for_all": http.asker.has("supervisor"),
    }
    wrong = form.errors or prepared.errors
    return render(http, "counselling/desk.html", words, status=422 if wrong else 200)


def _prepared_form(http: HttpRequest, data=None) -> PreparedForm:
    form = PreparedForm(data, prefix="siap")
    if not http.asker.has("supervisor"):
        del form.fields["for_all"]
    return form


@require_http_methods(["GET", "HEAD", "POST"])
def desk(http: HttpRequest) -> HttpResponse:
    by = http.asker
    if not by.practises:
        raise PermissionDenied
    form = DeskForm(http.POST or None, initial=_first(queries.desk_of(by.staff_id)))
    if http.method == "POST" and send(form, by, "room.desk", lambda words: actions.set_desk(by=by, **words)):
        messages.success(http, _("Meja konseling Anda disimpan."))
        return redirect("counselling:desk")
    return _page(http, form, _prepared_form(http))


@require_POST
def prepare(http: HttpRequest) -> HttpResponse:
    by = http.asker
    if not by.practises:
        raise PermissionDenied
    form = _prepared_form(http, http.POST)
    if send(form, by, "room.prepare", lambda words: actions.prepare(by=by, **words)):
        messages.success(http, _("Jawaban siap pakai disimpan."))
        return redirect("counselling:desk")
    return _page(http, DeskForm(initial=_first(queries.desk_of(by.staff_id))), form)


@require_POST
def drop(http: HttpRequest, pk: UUID) -> HttpResponse:
    actions.drop_prepared(by=http.asker, prepared=get_object_or_404(Prepared, pk=pk))
    return redirect("counselling:desk")


@require_http_methods(["GET", "HEAD", "POST"])
def terms(http: HttpRequest) -> HttpResponse:
    by = http.asker
    if not policy.may_set_terms(by=by):
        raise PermissionDenied
    now = actions.terms_of(by.agency_id)
    first = {"keep_days": now.keep_days, "letter_hours": now.letter_hours, "seal_letters": now.seal_letters}
    form = TermsForm(http.POST or None, initial=first)
    if http.method == "POST" and send(form, by, "room.terms", lambda words: actions.set_terms(by=by, **words)):
        messages.success(http, _("Aturan percakapan disimpan."))
        return redirect("counselling:terms")
    return render(http, "counselling/terms.html", {"form": form}, status=422 if form.errors else 200)
