"""The case itself: its path, its story with the composer on top, and who and what stands around it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from rangkul.journey.cases import policy, presenters, queries
from rangkul.journey.cases.actions.writing import goals
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case, StageStep
from rangkul.journey.cases.pages.forms.writing import ContactForm, NoteForm
from rangkul.journey.cases.pages.frame import page
from rangkul.journey.cases.pages.person_card import card
from rangkul.journey.cases.queries.timeline import NEWEST, Known, Moment, Place
from rangkul.journey.cases.states import Stage

# Tasks and meetings in the right column; all of them stand on their own page.
NEXT = 5


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    return whole(request, case_or_404(request, case_id))


@require_GET
def story(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The next part of the timeline, for the link at its end, or its newest part for a live page."""
    case = case_or_404(request, case_id, fragment=True)
    before = request.GET.get("sebelum", "")
    may_write = policy.may_write(by=request.asker, case=case)
    words = {"case": case, **moments(case, Place.read(before), may_write=may_write)}
    return render(request, "cases/_more.html" if before else "cases/_timeline.html", words)


def whole(request: HttpRequest, case: Case, **forms: Any) -> HttpResponse:
    """The page, with the forms that were refused in place of the empty ones."""
    steps, tasks, meetings = queries.steps_of(case), queries.open_tasks(case), queries.meetings(case)
    known = {
        presenters.load_steps: {one.pk: one for one in steps},
        presenters.load_tasks: {one.pk: one for one in tasks},
        presenters.load_appointments: {one.pk: one for one in meetings},
    }
    words = {
        **desk(request, case, known, **forms),
        **path_words(case, steps),
        **card(case),
        "members": [{"name": one.staff.full_name, "role": one.get_role_display()} for one in queries.team_of(case)],
        "partners": queries.partners_of(case),
        "tasks": tasks[:NEXT],
        "appointments": meetings[:NEXT],
    }
    return page(request, case, "case", words, wrong=any(form.errors for form in forms.values()))


def desk(
    request: HttpRequest,
    case: Case,
    known: Known | None = None,
    contact: ContactForm | None = None,
    note: NoteForm | None = None,
) -> dict[str, Any]:
    """The composer and the newest moments: what is swapped when something was written."""
    supervises = policy.is_supervisor_of(request.asker, case)
    may_write = policy.may_write(by=request.asker, case=case)
    return {
        "case": case,
        "may_write": may_write,
        "contact_form": contact or ContactForm(goals=goals(case), client_kind=case.client_kind, auto_id="id_kontak_%s"),
        "note_form": note or NoteForm(supervises=supervises, auto_id="id_catatan_%s"),
        "noting": note is not None,
        **moments(case, known=known, may_write=may_write),
    }


def moments(case: Case, place: Place = NEWEST, known: Known | None = None, *, may_write: bool) -> dict[str, Any]:
    told = queries.story(case, place, known=known)
    more = f"{reverse('cases:timeline', args=[case.pk])}?sebelum={told.next}" if told.next else ""
    return {"moments": [_event_words(moment, may_write) for moment in told.moments], "more": more}


def _event_words(moment: Moment, may_write: bool) -> dict[str, Any]:
    """A moment as the part `event` draws it; who may write in the file may correct what can be corrected."""
    entry = moment.entry
    words = {
        "title": entry.title,
        "when": moment.at,
        "icon": entry.icon,
        "kind": entry.kind,
        "text": entry.text,
        "who": moment.who,
        "url": entry.url,
        "tags": entry.tags,
        "corrections": entry.corrections,
    }
    return {**words, "act_url": entry.correct_url, "act_label": _("Koreksi")} if may_write else words


def path_words(case: Case, steps: Iterable[StageStep] | None = None) -> dict[str, Any]:
    """The stages as the part `stages` draws them."""
    url = reverse("cases:stage", args=[case.pk])
    stages = [_stage_words(place, url) for place in queries.path(case, steps)]
    lacking = sum(len(stage["missing"]) for stage in stages)
    here = Stage(case.stage).label
    said = ngettext("%(here)s, %(n)d hal kurang", "%(here)s, %(n)d hal kurang", lacking) % {"here": here, "n": lacking}
    return {"stages": stages, "here": said if lacking else here if case.is_open else _("Sudah diakhiri")}


def _stage_words(place: queries.Place, url: str) -> dict[str, Any]:
    """What is missing is said where the case stands; further stages come in their time."""
    here = place.state == "now"
    return {
        "name": place.stage.label,
        "state": place.state,
        "when": place.since,
        "url": url if here else "",
        "missing": [{"label": one.sentence, "url": one.url} for one in place.missing] if here else [],
    }
