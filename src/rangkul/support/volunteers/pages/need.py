"""One need: who could go, who goes, and what came of it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.base.wilayah.queries import path
from rangkul.commons.directory.states import Language
from rangkul.support.volunteers import actions, matching, policy, queries
from rangkul.support.volunteers.behind import file_of
from rangkul.support.volunteers.models import Match, Need
from rangkul.support.volunteers.pages.forms import MatchForm, SettleForm, TellForm, WordsForm
from rangkul.support.volunteers.pages.frame import crumbs, opened, row_or_404
from rangkul.support.volunteers.states import MATCH, RUNNING, MatchState, NeedState

# Word in the address → verb.
_VERBS = {
    "beri-tahu": "tell", "datang": "come", "tidak-datang": "miss", "batalkan": "call_off", "kata-klien": "hear",
    "terima-kasih": "thank", "keluhan": "complain", "selesai": "settle",
}  # fmt: skip


def _forms(request: HttpRequest, need: Need, last: Match | None, sent: str = "") -> dict[str, RangkulForm]:
    """What may be done now; `last` is the newest match."""
    found: dict[str, RangkulForm] = {}

    def add(verb: str, form: type[RangkulForm], **more: Any) -> None:
        found[verb] = form(request.POST if verb == sent else None, auto_id=f"id_{verb}_%s", **more)

    if last is not None:
        for verb, form, label in (
            ("tell", TellForm, _("Apa yang Anda sampaikan kepada relawan")),
            ("miss", WordsForm, _("Mengapa tidak datang")),
            ("call_off", WordsForm, _("Mengapa dibatalkan")),
        ):
            if MATCH.allows(verb, last.state):
                add(verb, form, label=label)
        if MATCH.allows("come", last.state):
            add("come", RangkulForm)
        if last.state in (MatchState.CAME, MatchState.ABSENT):
            add("hear", WordsForm, label=_("Kata klien tentang bantuan ini"))
        if last.state == MatchState.CAME and last.thanked_at is None:
            add("thank", RangkulForm)
        add("complain", WordsForm, label=_("Apa yang terjadi"))
    if need.state != NeedState.SETTLED and (last is None or last.state not in RUNNING):
        add("settle", SettleForm)
    return found


def _candidates(request: HttpRequest, need: Need, sent: UUID | None = None) -> list[dict[str, Any]]:
    """Each who could go, with the form that chooses them."""
    if need.state != NeedState.OPEN:
        return []
    staff, companions = queries.workers_of(request.asker.agency_id), matching.companions(need)

    def form(one: matching.Candidate) -> MatchForm:
        pk = one.volunteer.pk
        others = [who for who in companions if who.pk != pk]
        data = request.POST if pk == sent else None
        return MatchForm(data, alone=one.alone, companions=others, staff=staff, auto_id=f"id_{pk}_%s")

    return [{"one": one, "form": form(one)} for one in matching.candidates(need)]


def _page(request: HttpRequest, need: Need, sent: str = "", **drawn: Any) -> HttpResponse:
    works = policy.may_see_to(by=request.asker, need=need)
    case, of_request = file_of(need)
    matches = queries.matches_of(need)
    notes = queries.notes_of(need)
    words = {
        "need": need,
        "place": path(need.region_code),
        "spoken": Language(need.language).label if need.language else "",
        "case": case,
        "of_request": of_request,
        "works": works,
        "matches": [(one, [note for note in notes if note.match_id == one.pk]) for one in matches],
        "candidates": _candidates(request, need) if works else [],
        "forms": _forms(request, need, next(iter(matches), None)) if works else {},
        "sent": sent,
        "crumbs": crumbs((need.label, "")),
        **drawn,
    }
    return render(request, "volunteers/need.html", words, status=422 if drawn else 200)


@require_safe
def show(request: HttpRequest, need_id: UUID) -> HttpResponse:
    need = row_or_404(request, queries.get_need, need_id)
    for file in filter(None, file_of(need)):
        opened(request, file)
    return _page(request, need)


def _worked_on(request: HttpRequest, need_id: UUID) -> Need:
    need = row_or_404(request, queries.get_need, need_id)
    if not policy.may_see_to(by=request.asker, need=need):
        raise Http404
    return need


@require_POST
def choose(request: HttpRequest, need_id: UUID, volunteer_id: UUID) -> HttpResponse:
    need = _worked_on(request, need_id)
    rows = _candidates(request, need, volunteer_id)
    form = next((row["form"] for row in rows if row["one"].volunteer.pk == volunteer_id), None)
    if form is None:
        raise Http404

    def verb(_words: dict[str, Any]) -> Match:
        companion, staff = form.chosen("v"), form.chosen("s")
        return actions.match(
            by=request.asker, need=need, volunteer=queries.get_volunteer(volunteer_id),
            companion=queries.get_volunteer(companion) if companion else None,
            staff=next((one for one in queries.workers_of(request.asker.agency_id) if one.pk == staff), None),
        )  # fmt: skip

    if send(form, request.asker, f"match.{need.pk}.{volunteer_id}", verb):
        return redirect(need)
    return _page(request, need, candidates=rows)


@require_POST
def step(request: HttpRequest, need_id: UUID, word: str) -> HttpResponse:
    need = _worked_on(request, need_id)
    verb, last = _VERBS.get(word, ""), next(iter(queries.matches_of(need)), None)
    forms = _forms(request, need, last, verb)
    if verb not in forms:
        raise Http404
    if send(forms[verb], request.asker, f"{verb}.{need.pk}", lambda words: _done(request, need, last, verb, words)):
        return redirect(need)
    return _page(request, need, verb, forms=forms)


def _done(request: HttpRequest, need: Need, last: Match | None, verb: str, words: dict[str, Any]) -> Any:
    if verb == "settle":
        return actions.settle(by=request.asker, need=need, **words)
    if verb == "complain" and last is not None:
        return actions.complain(by=request.asker, volunteer=last.volunteer, match=last, **words)
    return getattr(actions, verb)(by=request.asker, match=last, **words)
