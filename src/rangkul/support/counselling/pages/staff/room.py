"""The room as staff see it: the conversation, the private line beside it, the client's file within reach."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from rangkul.base import clock, readings
from rangkul.base.asking import Asker
from rangkul.base.forms import RangkulForm
from rangkul.entry.crisis import policy as crisis
from rangkul.entry.intake import hooks
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.plans.frame import AllianceView
from rangkul.support.counselling import accepting, actions, policy, queries
from rangkul.support.counselling.models import Block, Message, Room, Seat
from rangkul.support.counselling.pages import answers, forms
from rangkul.support.counselling.pages.call_panel import panel
from rangkul.support.counselling.pages.sealed import first_words, for_browser, whose_keys
from rangkul.support.counselling.states import Lane


def page(
    http: HttpRequest, room: Room, *, say: RangkulForm | None = None, aside: RangkulForm | None = None,
    opened: str = "", **changed: Any,
) -> HttpResponse:  # fmt: skip
    """`opened` names the fold whose form was refused, `changed` is that form."""
    by = http.asker
    wrong = any(getattr(form, "errors", None) for form in (say, aside, *changed.values()))
    frame, file = answers.frame(http, room, settings.STREAM_URL), _file(by, room)
    prepared = queries.prepared_in(by, file["wish"].code if file["wish"] else "")
    words = {
        **frame,
        **(_sealed(http, room, frame["my_seat"]) if room.end_to_end else {}),
        **panel(http, room, seat=frame["my_seat"]),
        **_rights(by, room, frame["my_seat"]),
        **file,
        "say": say or forms.SayForm(initial={"text": _ready_words(http, room, prepared)}),
        "enclose": forms.EncloseForm(),
        "aside_form": aside or forms.AsideForm(initial={"text": queries.draft_of(room, by, Lane.ASIDE)}),
        "summary": queries.summary_of(room),
        "prepared": prepared,
        "prepared_words": [asdict(one) for one in prepared],
        "opened": opened,
        "seen_to": queries.seen_to(room),
        "seen_form": forms.SeenToForm(prefix="lihat"),
        "asks_again": actions.asks_again(room),
        "news_lost": any(one.lost_at for one in queries.news_wishes(room.request_id)),
        "alliance": _alliance(by, file),
        **_forms(by, room),
        **changed,
    }
    return render(http, "counselling/talk.html", words, status=422 if wrong else 200)


def _ready_words(http: HttpRequest, room: Room, prepared: list[queries.Ready]) -> str:
    """The own draft, or without scripts the prepared answer that was chosen."""
    wanted = http.GET.get("siap", "")
    return next((one.text for one in prepared if one.shortcut == wanted), "") or first_words(http, room)


def _sealed(http: HttpRequest, room: Room, seat: Seat | None) -> dict[str, Any]:
    return for_browser(http, room, seat, give=reverse("counselling:give", args=[room.pk]))


def _rights(by: Asker, room: Room, seat: Seat | None) -> dict[str, bool]:
    leads = policy.may_lead(by=by, room=room, seat=seat)
    return {
        "speaks": room.lives and not room.waits and policy.sits(by=by, room=room, seat=seat),
        "whispers": room.lives and policy.may_speak(by=by, room=room, lane=Lane.ASIDE, seat=seat),
        "may_take": room.waits and policy.may_take(by=by, room=room),
        "may_change_kind": room.lives and room.hushed_at is None and policy.is_counsellor(by=by, room=room, seat=seat),
        "may_lead": room.lives and not room.waits and leads,
        "may_end": room.lives and leads,
        "may_leave": room.lives and policy.may_leave(by=by, room=room, seat=seat),
        "may_see_to": queries.waits_for_somebody(room) and policy.may_see_to(by=by, room=room, seat=seat),
        "may_note": room.state == "ended" and not room.noted and policy.may_note(by=by, room=room),
    }


def _file(by: Asker, room: Room) -> dict[str, Any]:
    """As much of the client's file as the worker may see anyway, and the way there."""
    request = Request.objects.select_related("key", "owner").filter(pk=room.request_id).first()
    case = queries.case_beside(room)
    blocks = Block.objects.select_related("key", "by").filter(request_id=room.request_id, lifted_at=None)
    wish = queries.wishes_of([room]).get(room.request_id)
    return {
        "request_row": request,
        "case": case,
        "safe_rule": queries.safe_rule(case),
        "plan_url": _plan(by, request, case),
        "wish": wish,
        "steps": _steps(by, request),
        "blocks": [one for one in blocks if one.until > clock.now()],
    }


def _alliance(by: Asker, file: dict[str, Any]) -> AllianceView | None:
    """What a client without a case said about the talk; on a case it stands with its evaluation."""
    if file["request_row"] is None or file["case"] is not None:
        return None
    return AllianceView.of_request(file["request_row"], by)


def _plan(by: Asker, request: Request | None, case: Case | None) -> str:
    """Where the safety plan that stands is read, for whoever works with it."""
    if request is None or case is None or not case.has_plan or not crisis.may_work(by=by, request=request):
        return ""
    return reverse("danger:person", args=[request.pk]) + "#rencana"


def _steps(by: Asker, request: Request | None) -> list[hooks.Beside]:
    """What other packages have beside the request, within reach of whoever talks: the steps in danger."""
    if request is None:
        return []
    others = [look for look in hooks.beside if look is not accepting.beside]
    return [found for look in others if (found := look(request, by))]


def _forms(by: Asker, room: Room) -> dict[str, RangkulForm]:
    grave = (room.lives or not room.noted) and actions.is_grave(room)
    return {
        "call_form": forms.StaffForm(room=room, but=by.staff_id, prefix="ajak"),
        "hand_form": forms.StaffForm(room=room, but=by.staff_id, burdens=room.lives and not room.waits, prefix="serah"),
        "end_form": forms.CameForm(prefix="akhir", red=grave),
        "block_form": forms.BlockForm(prefix="tutup", red=grave and room.lives),
    }


@require_safe
def show(http: HttpRequest, pk: UUID) -> HttpResponse:
    room = queries.get(pk)
    # The client reads who opened their conversation together with who opened the request.
    readings.read_file("request", room.request_id, why=why_of(http.asker, room))
    if http.asker.has("supervisor"):
        # Until when they have looked in: what is said beside the room later waits for them.
        readings.read_file("room", room.pk, why="supervision")
    return page(http, room)


def why_of(by: Asker, room: Room) -> str:
    if room.owner_id == by.staff_id:
        return "owner"
    return "supervision" if policy.is_supervisor_of(by, room) else "team" if policy.sits(by=by, room=room) else "unit"


@require_safe
def state(http: HttpRequest, pk: UUID) -> HttpResponse:
    room = queries.get(pk)
    seats = queries.seats_of(room)
    rights = _rights(http.asker, room, answers.seat_among(seats, http.asker))
    words = {"room": room, "seats": seats, **rights, **whose_keys(http, room), "seen_to": queries.seen_to(room)}
    return render(http, "counselling/_talk_state.html", words)


@require_safe
def news(http: HttpRequest, pk: UUID) -> HttpResponse:
    return answers.told(http, queries.get(pk))


@require_POST
def send(http: HttpRequest, pk: UUID) -> HttpResponse:
    room = queries.get(pk)
    back = redirect("counselling:room", pk)
    return answers.said(http, room, Lane.ROOM, lambda form: page(http, room, say=form), back)


@require_POST
def aside(http: HttpRequest, pk: UUID) -> HttpResponse:
    room = queries.get(pk)
    back = redirect(f"{reverse('counselling:room', args=[pk])}#samping")
    return answers.said(http, room, Lane.ASIDE, lambda form: page(http, room, aside=form), back)


@require_POST
def mark(http: HttpRequest, pk: UUID) -> HttpResponse:
    return answers.marked(http, queries.get(pk))


@require_POST
def typing(http: HttpRequest, pk: UUID) -> HttpResponse:
    actions.say_typing(by=http.asker, room=queries.get(pk))
    return HttpResponse(status=204)


@require_POST
def draft(http: HttpRequest, pk: UUID) -> HttpResponse:
    return answers.drafted(http, queries.get(pk))


@require_POST
def withdraw(http: HttpRequest, pk: UUID, message: UUID) -> HttpResponse:
    room = queries.get(pk)
    found = Message.objects.select_related("room__key").filter(pk=message, room=room).first()
    if found is None:
        raise Http404
    actions.withdraw_message(by=http.asker, message=found)
    return answers.told(http, room) if answers.by_script(http) else redirect("counselling:room", pk)
