"""Who waits, whom I talk with, what is still to be done: the counselling home of a worker."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.asking import Asker
from rangkul.base.forms import RangkulForm
from rangkul.journey.cases.actions import acknowledge_between
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries import risen_between
from rangkul.support.counselling import actions, policy, queries
from rangkul.support.counselling.states import SlotState


def _lists(by: Asker) -> dict[str, Any]:
    if not by.practises:
        return {"practises": False}
    desk = queries.desk_of(by.staff_id)
    waiting = queries.waiting(by)
    wishes = queries.wishes_of(waiting)
    return {
        "practises": True,
        "beside": queries.beside(by),
        "waiting": waiting,
        "waiting_rows": [(room, wishes.get(room.request_id)) for room in waiting],
        "supervises": by.has("supervisor"),
        "unit_open": queries.open_in_unit(by),
        "mine": queries.with_me(by),
        "to_note": queries.to_note(by),
        "promised": queries.promised_next(by),
        "unheard": queries.my_unheard(by),
        "told": risen_between(by, queries.LATE),
        "desk": desk,
        "meetings": [one for one in queries.slots_ahead(by) if one.state == SlotState.TAKEN],
        "held": queries.held_live(by.staff_id),
        "once_form": RangkulForm(),
    }


@require_safe
def home(http: HttpRequest) -> HttpResponse:
    by = http.asker
    words = {
        **_lists(by),
        "may_set_terms": policy.may_set_terms(by=by),
        # Where letters were sealed once, their keys are still needed.
        "seals": actions.terms_of(by.agency_id).seal_letters or queries.own_key(by) is not None,
    }
    return render(http, "counselling/home.html", words)


@require_safe
def lists(http: HttpRequest) -> HttpResponse:
    """The lists alone, for fetching again when somebody came or was taken."""
    return render(http, "counselling/_lists.html", _lists(http.asker))


@require_POST
def acknowledge(http: HttpRequest, pk: UUID) -> HttpResponse:
    """ "I take care of this", by whoever was told that somebody waits too long."""
    row = get_object_or_404(Escalation, pk=pk, case=None, kind__in=list(queries.LATE))
    acknowledge_between(by=http.asker, escalation=row)
    return redirect("counselling:home")
