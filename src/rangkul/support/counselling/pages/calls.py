"""Speaking with each other, for both sides: one panel of the room's page, and what the browsers tell each other."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.actions import Refused
from rangkul.support.counselling import actions, policy, queries
from rangkul.support.counselling.models import Call, Room
from rangkul.support.counselling.pages.call_panel import panel
from rangkul.support.counselling.pages.client.room import holding_room
from rangkul.support.counselling.states import CallMode

View = Callable[..., HttpResponse]


def _panel(http: HttpRequest, room: Room, error: str = "") -> HttpResponse:
    words = panel(http, room, error, seat=policy.seat_of(http.asker, room))
    return render(http, "counselling/_call.html", words, status=422 if error else 200)


def _call(room: Room, pk: UUID) -> Call:
    found = Call.objects.select_related("room__key", "caller", "other").filter(pk=pk, room=room).first()
    if found is None:
        raise Http404
    return found


def _run(http: HttpRequest, room: Room, verb: Callable[[], object]) -> HttpResponse:
    try:
        verb()
    except Refused as error:
        return _panel(http, room, error.message)
    return _panel(http, room)


def _begin(http: HttpRequest, room: Room) -> HttpResponse:
    mode = CallMode.VIDEO if http.POST.get("cara") == CallMode.VIDEO else CallMode.VOICE
    return _run(http, room, lambda: actions.begin_call(by=http.asker, room=room, mode=mode))


def _answer(http: HttpRequest, room: Room, call: UUID) -> HttpResponse:
    return _run(http, room, lambda: actions.answer_call(by=http.asker, call=_call(room, call)))


def _end(http: HttpRequest, room: Room, call: UUID) -> HttpResponse:
    failed = http.POST.get("putus") == "1"
    return _run(http, room, lambda: actions.end_call(by=http.asker, call=_call(room, call), failed=failed))


def _signal(http: HttpRequest, room: Room, call: UUID) -> HttpResponse:
    kind, body = http.POST.get("kind", ""), http.POST.get("body", "")
    try:
        actions.signal(by=http.asker, call=_call(room, call), kind=kind, body=body)
    except Refused as error:
        return HttpResponse(error.message, status=422, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)


def _of_staff(view: View) -> View:
    return lambda http, pk, **where: view(http, queries.get(pk), **where)


client_panel = require_safe(holding_room(_panel))
client_begin = require_POST(holding_room(_begin))
client_answer = require_POST(holding_room(_answer))
client_end = require_POST(holding_room(_end))
client_signal = require_POST(holding_room(_signal))
staff_panel = require_safe(_of_staff(_panel))
staff_begin = require_POST(_of_staff(_begin))
staff_answer = require_POST(_of_staff(_answer))
staff_end = require_POST(_of_staff(_end))
staff_signal = require_POST(_of_staff(_signal))
