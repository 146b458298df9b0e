"""A referral from another house, for who answers it: opened by a press, so that the other house may be told."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rangkul.base import readings
from rangkul.base.files.leaving import bytes_of
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.answers import AskForm, FileForm, OnwardForm, ResultForm
from rangkul.base.forms.sending import send
from rangkul.entry.intake.states import State
from rangkul.support.referral.states import FINAL
from rangkul.tell.exchange.peers import actions, queries
from rangkul.tell.exchange.peers.files import LARGEST_FILE
from rangkul.tell.exchange.peers.models import Incoming
from rangkul.tell.exchange.peers.states import Ground


def _practises(request: HttpRequest) -> None:
    if not request.asker.practises:
        raise PermissionDenied


@require_GET
def rows(request: HttpRequest) -> HttpResponse:
    _practises(request)
    return render(request, "exchange/incoming_rows.html", {"rows": queries.incoming_rows(request.asker)})


def _one(request: HttpRequest, pk: UUID) -> Incoming:
    row = queries.incoming_of(pk) if request.asker.practises else None
    if row is None:
        raise Http404
    return row


def _forms(request: HttpRequest, sent: str = "") -> dict[str, RangkulForm]:
    def given(name: str) -> Any:
        return request.POST if name == sent else None

    return {
        "open": RangkulForm(given("open"), auto_id="id_buka_%s"),
        "begin": RangkulForm(given("begin"), auto_id="id_mulai_%s"),
        "ask": AskForm(given("ask"), auto_id="id_tanya_%s"),
        "finish": ResultForm(given("finish"), outcomes=FINAL, auto_id="id_hasil_%s"),
        "onward": OnwardForm(given("onward"), auto_id="id_lanjut_%s"),
        "file": FileForm(
            given("file"), request.FILES if sent == "file" else None, most=LARGEST_FILE, auto_id="id_berkas_%s"
        ),
        "stop": RangkulForm(given("stop"), auto_id="id_henti_%s"),
    }


@require_GET
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _page(request, _one(request, pk), _forms(request))


def _page(request: HttpRequest, row: Incoming, forms: dict[str, RangkulForm], sent: str = "") -> HttpResponse:
    told = queries.snapshot(row) if row.seen_at else {}
    if told and request.method == "GET":
        readings.read_file("request", row.request_id, why="unit")
    words = {
        "row": row,
        "told": told,
        "ground": dict(Ground.choices).get(told.get("ground", ""), ""),
        "files": _files(row, told),
        "said": queries.said_of(row),
        "agreed": not row.is_living or queries.agreement_with(row.peer) is not None,
        "helping": row.request.state == State.ACCEPTED,
        "forms": forms,
        "sent": sent,
        "crumbs": [
            {"label": _("Rujukan dari lembaga lain"), "url": reverse("exchange:incoming_rows")},
            {"label": row.sender, "url": ""},
        ],
    }
    return render(request, "exchange/incoming.html", words, status=422 if sent else 200)


def _files(row: Incoming, told: dict[str, Any]) -> dict[str, list]:
    """What was announced, with the file where it has come; and what was handed back."""
    found = queries.files_of(row)
    came = {str(one.announced): one for one in found if not one.is_ours}
    announced = [
        {"name": one["name"], "size": one["size"], "row": came.get(one["id"])} for one in told.get("files", ())
    ]
    return {"came": announced, "ours": [one for one in found if one.is_ours]}


def _sent(request: HttpRequest, pk: UUID, name: str, verb: Any) -> HttpResponse:
    row = _one(request, pk)
    forms = _forms(request, name)
    if send(forms[name], request.asker, f"incoming.{name}.{row.pk}", lambda words: verb(row, words)):
        return redirect("exchange:incoming", pk=row.pk)
    return _page(request, row, forms, name)


@require_POST
def open_it(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _sent(request, pk, "open", lambda row, _words: actions.see(by=request.asker, incoming=row))


@require_POST
def begin(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _sent(request, pk, "begin", lambda row, _words: actions.begin(by=request.asker, incoming=row))


@require_POST
def ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _sent(request, pk, "ask", lambda row, words: actions.ask(by=request.asker, incoming=row, **words))


@require_POST
def finish(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _sent(request, pk, "finish", lambda row, words: actions.finish(by=request.asker, incoming=row, **words))


@require_POST
def pass_on(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _sent(request, pk, "onward", lambda row, words: actions.pass_on(by=request.asker, incoming=row, **words))


@require_POST
def hand_over(request: HttpRequest, pk: UUID) -> HttpResponse:
    def verb(row: Incoming, words: dict) -> Any:
        upload = words["file"]
        given = {"file": upload.file, "size": upload.size, "name": upload.name or ""}
        return actions.hand_over(by=request.asker, incoming=row, **given)

    return _sent(request, pk, "file", verb)


@require_GET
def download(request: HttpRequest, pk: UUID, file_id: UUID) -> HttpResponse:
    row = _one(request, pk)
    found = queries.file_of(row, file_id) if row.seen_at else None
    if found is None:
        raise Http404
    readings.read_file("request", row.request_id, why="unit")
    return bytes_of(request, found)


@require_POST
def stop(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _sent(request, pk, "stop", lambda row, _words: actions.confirm_stop(by=request.asker, incoming=row))
