"""Sending a file in a room or a group and opening one in a room, for both sides. Without scripts it is an ordinary
form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from rangkul.base import readings
from rangkul.base.actions import Refused
from rangkul.base.files.leaving import bytes_of
from rangkul.base.forms import refuse
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.models import Meeting, Room
from rangkul.support.counselling.pages import answers
from rangkul.support.counselling.pages.client.room import holding_room
from rangkul.support.counselling.pages.forms import EncloseForm, SealedEncloseForm
from rangkul.support.counselling.pages.staff.room import why_of


def sent(http: HttpRequest, told: Callable[..., HttpResponse], home: str, **where: Room | Meeting) -> HttpResponse:
    """Hand the file to the verb. `where`: the `room` or the `meeting` that gets it, `told` answers its script, `home`
    is its page."""
    form = (SealedEncloseForm if _is_sealed(where.get("room")) else EncloseForm)(http.POST, http.FILES)
    if form.is_valid():
        words = form.cleaned_data
        upload = words["file"]
        try:
            message = actions.enclose(
                by=http.asker, file=upload.file, size=upload.size, name=upload.name, text=words["text"],
                client_id=words["once"], **where,
            )  # fmt: skip
        except Refused as error:
            refuse(form, error)
        else:
            if message is None:
                return answers.away(http)
            return told() if answers.by_script(http) else redirect(home)
    words_of_error = next(iter(form.errors.values()))[0]
    if answers.by_script(http):
        return told(422, error=words_of_error, code="file")
    page = {"enclose": form, "home": home, "quick_exit": True}
    return render(http, "counselling/enclose.html", page, status=422)


def _is_sealed(room: Room | None) -> bool:
    return room is not None and room.end_to_end


def _open(http: HttpRequest, room: Room, pk: UUID) -> HttpResponse:
    row = queries.enclosure_of(room, pk)
    if http.asker.kind == "staff":
        readings.read_file("request", room.request_id, why=why_of(http.asker, room))
    return bytes_of(http, row)


@require_POST
@holding_room
def client_send(http: HttpRequest, room: Room) -> HttpResponse:
    return sent(http, partial(answers.told, http, room), reverse("room:room"), room=room)


@require_safe
@holding_room
def client_open(http: HttpRequest, room: Room, pk: UUID) -> HttpResponse:
    return _open(http, room, pk)


@require_POST
def staff_send(http: HttpRequest, pk: UUID) -> HttpResponse:
    room = queries.get(pk)
    return sent(http, partial(answers.told, http, room), reverse("counselling:room", args=[pk]), room=room)


@require_safe
def staff_open(http: HttpRequest, pk: UUID, file: UUID) -> HttpResponse:
    return _open(http, queries.get(pk), file)
