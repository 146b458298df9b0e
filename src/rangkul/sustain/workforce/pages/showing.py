"""The session's page, whole or only the part that changed while somebody looks at it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rangkul.sustain.workforce.models import Session
from rangkul.sustain.workforce.pages.forms.session import RecordForm
from rangkul.sustain.workforce.pages.frame import session_or_404
from rangkul.sustain.workforce.pages.session import (
    decision_words,
    follow_up_words,
    lines_of,
    live_src,
    own_points,
    page,
    personal_words,
    writable_still,
)
from rangkul.sustain.workforce.states import SessionState


@require_GET
def show(request: HttpRequest, session_id: UUID) -> HttpResponse:
    session = session_or_404(request, session_id, mine=False)
    draw = _PARTS.get(request.GET.get("bagian", ""))
    if draw is None or request.asker.staff_id not in session.both:
        return page(request, session)
    return draw(request, session)


def _draw_points(request: HttpRequest, session: Session) -> HttpResponse:
    points = own_points(lines_of(request, session, live=False))
    editing = writable_still(session) and (session.state == SessionState.PLANNED or request.GET.get("ubah") == "1")
    record = RecordForm(lines=points, auto_id="id_notulen_%s")
    for one in points if editing else ():
        one.talk, one.what = record[f"talk_{one.id}"], record[f"said_{one.id}"]
    words = {"session": session, "points": points, "editing": editing, "writable": writable_still(session)}
    return _part(request, session, "workforce/_points.html", words)


def _draw_decisions(request: HttpRequest, session: Session) -> HttpResponse:
    return _part(request, session, "workforce/_decisions.html", decision_words(request, session))


def _draw_follow_ups(request: HttpRequest, session: Session) -> HttpResponse:
    return _part(request, session, "workforce/_follow_ups.html", follow_up_words(request, session))


def _draw_personal(request: HttpRequest, session: Session) -> HttpResponse:
    return _part(request, session, "workforce/_personal.html", personal_words(session))


def _part(request: HttpRequest, session: Session, template: str, words: dict[str, Any]) -> HttpResponse:
    """What changed and nothing else; it goes on naming the record that the reader has before them."""
    return render(request, template, {**words, "live_src": live_src(session, request.GET.get("dari", ""))})


_PARTS = {
    "pokok": _draw_points,
    "keputusan": _draw_decisions,
    "tindak-lanjut": _draw_follow_ups,
    "pribadi": _draw_personal,
}
