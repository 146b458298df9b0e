"""One need: who could help, whom was asked, and how it ended."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base import days
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.base.paging import Growing, page_number
from rangkul.base.taxonomy.queries import PPKS, current
from rangkul.support.referral import actions, choosing, hooks, matching, queries
from rangkul.support.referral.behind import CaseOrRequest
from rangkul.support.referral.models import Need, Referral
from rangkul.support.referral.pages.forms import TOGETHER, DropForm, MeetForm, ReceiverForm, UnmetForm
from rangkul.support.referral.pages.frame import need_or_404, page
from rangkul.support.referral.states import HELPING, UNANSWERED


def _forms(request: HttpRequest, need: Need, tries: Sequence[Referral], sent: str = "") -> dict[str, RangkulForm]:
    def given(name: str) -> Any:
        return request.POST if name == sent else None

    group = (need.category or queries.category_of(need.file)) if need.is_open else ""
    return {
        "receiver": ReceiverForm(given("receiver"), places=queries.places_of(tries), auto_id="id_penerima_%s"),
        "meet": MeetForm(given("meet"), auto_id="id_terpenuhi_%s"),
        "unmet": UnmetForm(
            given("unmet"), terms=current(PPKS) if need.is_open else (), initial={"category": group},
            auto_id="id_belum_%s",
        ),
        "drop": DropForm(given("drop"), auto_id="id_batal_%s"),
        "reopen": RangkulForm(given("reopen"), auto_id="id_buka_%s"),
    }  # fmt: skip


@require_GET
def show(request: HttpRequest, case_id: UUID, need_id: UUID) -> HttpResponse:
    case, need = need_or_404(request, case_id, need_id)
    tries = queries.tries_of(need)
    return _page(request, case, need, tries, _forms(request, need, tries))


def _page(
    request: HttpRequest,
    case: CaseOrRequest,
    need: Need,
    tries: list[Referral],
    forms: dict[str, RangkulForm],
    sent: str = "",
) -> HttpResponse:
    growing = Growing(page_number(request), matching.MOST, matching.LONGEST)
    asked = {one.service_id for one in tries}
    found = matching.candidates(case, need, asked=asked, limit=growing.looked_for) if need.is_open else []
    words = {
        "need": need,
        "tries": tries,
        "on_their_way": hooks.on_their_way(tries),
        "next": queries.next_places(tries),
        "candidates": found[: growing.shown],
        "search": choosing.search_address(case, need) if need.is_open and matching.there() else "",
        "more": growing.next_page(len(found)),
        "shown": growing.shown,
        "forms": forms,
        "sent": sent,
        "spare": [one for one in tries if one.state in UNANSWERED]
        if any(one.state in HELPING for one in tries)
        else [],
        "helped": any(one.helped for one in tries),
        "elsewhere": [one for one in tries if one.waits_elsewhere],
        "today": days.today(case.region_code),
    }
    crumb = (str(need.get_kind_display()), reverse("referrals:need", args=[case.pk, need.pk]))
    return page(request, case, "need", words, wrong=bool(sent), crumb=crumb)


def _sent(request: HttpRequest, case_id: UUID, need_id: UUID, name: str, verb: Any) -> HttpResponse:
    case, need = need_or_404(request, case_id, need_id)
    tries = queries.tries_of(need)
    forms = _forms(request, need, tries, name)
    if send(forms[name], request.asker, f"{name}.{need.pk}", lambda words: verb(need, words)):
        return redirect("referrals:need", case_id=case.pk, need_id=need.pk)
    return _page(request, case, need, tries, forms, name)


@require_POST
def prepare(request: HttpRequest, case_id: UUID, need_id: UUID) -> HttpResponse:
    """A receiver typed by hand: no list is complete."""
    case, need = need_or_404(request, case_id, need_id)
    tries = queries.tries_of(need)
    forms = _forms(request, need, tries, "receiver")

    def verb(words: dict) -> Any:
        order = _order(words)
        return actions.prepare(by=request.asker, need=need, receiver=actions.Receiver(**words), **order)

    if send(forms["receiver"], request.asker, f"receiver.{need.pk}", verb):
        return _to_newest(case, need)
    return _page(request, case, need, tries, forms, "receiver")


def _order(words: dict[str, Any]) -> dict[str, Any]:
    """Taken out of what was typed: before whom, or all at once; after all others where nothing was chosen."""
    chosen = words.pop("order", "")
    return {"together": True} if chosen == TOGETHER else {"place": int(chosen or 0)}


def _to_newest(case: CaseOrRequest, need: Need) -> HttpResponse:
    newest = need.referrals.latest("made_at")
    return redirect("referrals:referral", case_id=case.pk, referral_id=newest.pk)


@require_http_methods(["GET", "POST"])
def choose_receiver(request: HttpRequest, case_id: UUID, need_id: UUID, service_id: UUID) -> HttpResponse:
    """One of the list: its room, its agreed time to answer and its doubts are shown before it is asked."""
    case, need = need_or_404(request, case_id, need_id)
    match = matching.chosen(case, need, service_id)
    if match is None:
        raise Http404
    known = {
        "name": match.name[:160], "contact": match.contact, "link_by": match.link_by, "code_by": match.code_by,
        "code_contact": match.code_contact,
    }  # fmt: skip
    form = ReceiverForm(
        request.POST or None, places=queries.places_of(queries.tries_of(need)), doubt=match.doubt, initial=known
    )

    def verb(words: dict) -> Any:
        order = _order(words)
        receiver = actions.Receiver(**words, **matching.known(match))
        return actions.prepare(by=request.asker, need=need, receiver=receiver, **order)

    if request.method == "POST" and send(form, request.asker, f"receiver.{need.pk}", verb):
        return _to_newest(case, need)
    crumb = (str(need.get_kind_display()), reverse("referrals:need", args=[case.pk, need.pk]))
    return page(
        request, case, "receiver", {"need": need, "match": match, "form": form}, wrong=bool(form.errors), crumb=crumb
    )


@require_POST
def meet(request: HttpRequest, case_id: UUID, need_id: UUID) -> HttpResponse:
    return _sent(request, case_id, need_id, "meet", lambda need, words: actions.meet_need(
        by=request.asker, need=need, **words
    ))  # fmt: skip


@require_POST
def leave_unmet(request: HttpRequest, case_id: UUID, need_id: UUID) -> HttpResponse:
    return _sent(request, case_id, need_id, "unmet", lambda need, words: actions.leave_unmet(
        by=request.asker, need=need, **words
    ))  # fmt: skip


@require_POST
def drop(request: HttpRequest, case_id: UUID, need_id: UUID) -> HttpResponse:
    return _sent(request, case_id, need_id, "drop", lambda need, words: actions.drop_need(
        by=request.asker, need=need, **words
    ))  # fmt: skip


@require_POST
def reopen(request: HttpRequest, case_id: UUID, need_id: UUID) -> HttpResponse:
    return _sent(request, case_id, need_id, "reopen", lambda need, _words: actions.reopen_need(
        by=request.asker, need=need
    ))  # fmt: skip
