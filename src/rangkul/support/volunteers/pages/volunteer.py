"""One volunteer: what they offer, what was seen of them, where they helped, and what was complained of."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rangkul.base import days
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.base.wilayah.queries import path
from rangkul.commons.directory.states import Language
from rangkul.support.volunteers import actions, policy, queries
from rangkul.support.volunteers.models import Complaint, Volunteer
from rangkul.support.volunteers.pages.forms import DecideForm, VettingForm, WordsForm
from rangkul.support.volunteers.pages.frame import crumbs, row_or_404
from rangkul.support.volunteers.states import ACTIVE, VOLUNTEER, Seen, Time, VolunteerState

# Word in the address → verb.
_VERBS = {"dilihat": "see", "nyatakan": "vet", "keluhan": "complain", "berhenti": "leave"}


def _forms(request: HttpRequest, row: Volunteer, sent: str = "") -> dict[str, RangkulForm]:
    """What the reader may do from here."""
    by, found = request.asker, {}

    def add(verb: str, form: type[RangkulForm], **more: Any) -> None:
        found[verb] = form(request.POST if verb == sent else None, auto_id=f"id_{verb}_%s", **more)

    if policy.may_keep(by=by) and row.state != VolunteerState.LEFT:
        add("complain", WordsForm, label=_("Apa yang terjadi"))
        if row.state in ACTIVE:
            add("see", VettingForm, initial={"seen_on": days.today()})
            if policy.may_vet(by=by):
                add("vet", RangkulForm)
        if VOLUNTEER.allows("leave", row.state) and policy.may_empty(by=by, volunteer=row):
            add("leave", RangkulForm)
    return found


def _decisions(request: HttpRequest, row: Volunteer, wrong: dict[UUID, RangkulForm]) -> list[dict[str, Any]]:
    """Each complaint that the reader may read, with the form where they may decide it."""
    return [{"row": one, "form": wrong.get(one.pk) or _decide_form(request, one)} for one in queries.complaints_of(row)]


def _decide_form(request: HttpRequest, one: Complaint, data: Any = None) -> DecideForm | None:
    if one.decided_at or not policy.may_decide(by=request.asker, complaint=one):
        return None
    return DecideForm(data, label=_("Apa yang diperiksa"), auto_id=f"id_{one.pk}_%s")


def _page(
    request: HttpRequest, row: Volunteer, forms: dict[str, RangkulForm], sent: str = "", wrong: Any = None
) -> HttpResponse:
    seen = queries.seen_of(row)
    words = {
        "volunteer": row,
        "place": path(row.region_code),
        "times": [str(Time(code).label) for code in row.times],
        "languages": [str(Language(code).label) for code in row.languages],
        "seen": [(kind.label, seen.get(kind)) for kind in Seen],
        "lacking": queries.lacking(seen, days.today()),
        "steps": queries.steps_of(row),
        "history": queries.history_of(row),
        "complaints": _decisions(request, row, wrong or {}),
        "forms": forms,
        "sent": sent,
        "crumbs": crumbs((row.name or str(row.get_state_display()), "")),
    }
    return render(request, "volunteers/volunteer.html", words, status=422 if sent or wrong else 200)


@require_safe
def show(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    row = row_or_404(request, queries.get_volunteer, volunteer_id)
    return _page(request, row, _forms(request, row))


@require_POST
def step(request: HttpRequest, volunteer_id: UUID, word: str) -> HttpResponse:
    row = row_or_404(request, queries.get_volunteer, volunteer_id)
    verb = _VERBS.get(word, "")
    forms = _forms(request, row, verb)
    if verb not in forms:
        raise Http404
    if send(forms[verb], request.asker, f"{verb}.{row.pk}", lambda words: _done(request, row, verb, words)):
        return redirect(row)
    return _page(request, row, forms, verb)


def _done(request: HttpRequest, row: Volunteer, verb: str, words: dict[str, Any]) -> Any:
    if verb == "see":
        return actions.see(by=request.asker, volunteer=row, given=actions.VettingDraft(**words))
    return getattr(actions, verb)(by=request.asker, volunteer=row, **words)


@require_POST
def decide(request: HttpRequest, complaint_id: UUID) -> HttpResponse:
    one = row_or_404(request, queries.get_complaint, complaint_id)
    form = _decide_form(request, one, request.POST)
    if form is None:
        raise Http404
    do = lambda words: actions.decide(by=request.asker, complaint=one, **words)  # noqa: E731
    if send(form, request.asker, f"decide.{one.pk}", do):
        return redirect(one.volunteer)
    row = queries.get_volunteer(one.volunteer_id)
    return _page(request, row, _forms(request, row), wrong={one.pk: form})
