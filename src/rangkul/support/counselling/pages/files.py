"""Sending a file in a room and opening one, for both sides. Without scripts it is an ordinary form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from rangkul.base import readings
from rangkul.base.actions import Refused
from rangkul.base.files.leaving import bytes_of
from rangkul.base.forms import refuse
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.pages import answers
from rangkul.support.counselling.pages.client.room import holding_room
from rangkul.support.counselling.pages.forms import EncloseForm
from rangkul.support.counselling.pages.staff.room import why_of


def _send(http: HttpRequest, room: Room, back: Callable[[], HttpResponse], at_home: str) -> HttpResponse:
    form = EncloseForm(http.POST, http.FILES)
    if form.is_valid():
        words = form.cleaned_data
        upload = words["file"]
        try:
            message = actions.enclose(
                by=http.asker, room=room, file=upload.file, size=upload.size, name=upload.name, text=words["text"],
                client_id=words["once"],
            )  # fmt: skip
        except Refused as error:
            refuse(form, error)
        else:
            if message is None:
                return answers.away(http)
            return answers.told(http, room) if answers.by_script(http) else back()
    words_of_error = next(iter(form.errors.values()))[0]
    if answers.by_script(http):
        return answers.told(http, room, 422, error=words_of_error, code="file")
    page: dict[str, Any] = {"enclose": form, "room": room, "quick_exit": True, "back": at_home}
    return render(http, "counselling/enclose.html", page, status=422)


def _open(http: HttpRequest, room: Room, pk: UUID) -> HttpResponse:
    row = queries.enclosure_of(room, pk)
    if http.asker.kind == "staff":
        readings.read_file("request", room.request_id, why=why_of(http.asker, room))
    return bytes_of(http, row)


@require_POST
@holding_room
def client_send(http: HttpRequest, room: Room) -> HttpResponse:
    return _send(http, room, lambda: redirect("room:room"), "room:room")


@require_safe
@holding_room
def client_open(http: HttpRequest, room: Room, pk: UUID) -> HttpResponse:
    return _open(http, room, pk)


@require_POST
def staff_send(http: HttpRequest, pk: UUID) -> HttpResponse:
    return _send(http, queries.get(pk), lambda: redirect("counselling:room", pk), "counselling:room")


@require_safe
def staff_open(http: HttpRequest, pk: UUID, file: UUID) -> HttpResponse:
    return _open(http, queries.get(pk), file)
