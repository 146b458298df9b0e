"""The session's page: the agenda on the left, the record on the right, and what is said of it afterwards."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rangkul.base import clock
from rangkul.base.forms.sending import send
from rangkul.journey.cases.models import Case
from rangkul.sustain.workforce import actions, queries
from rangkul.sustain.workforce.models import AgendaItem, Session
from rangkul.sustain.workforce.pages.forms.fields import again_after
from rangkul.sustain.workforce.pages.forms.session import (
    CorrectionForm,
    DecisionForm,
    EndForm,
    FollowUpForm,
    PersonalForm,
    PlanForm,
    PointForm,
    ReasonForm,
    RecordForm,
    SignForm,
    TellForm,
)
from rangkul.sustain.workforce.pages.frame import crumbs, pair_crumb, session_or_404
from rangkul.sustain.workforce.states import Outcome, SessionState, Source

# From so long before its time on, a session shows its record open.
_NEAR = timedelta(hours=12)


@dataclass
class Line:
    """One line of the agenda: a case with its reasons, or a point. `id` is of the case where there is one."""

    id: UUID
    title: str
    reasons: list[tuple[str, str]]
    case: Case | None = None
    item: AgendaItem | None = None
    talk: Any = None
    what: Any = None

    @property
    def discussed(self) -> bool:
        return self.item is not None and self.item.outcome == Outcome.DISCUSSED

    @property
    def said(self) -> str:
        return self.item.said if self.item else ""


def lines_of(request: HttpRequest, session: Session, *, live: bool) -> list[Line]:
    """Points first, then cases. `live`: with what the cases bring today, not only what was talked about."""
    related = ("key", "by", "case__key", "case__person", "case__household")
    items = list(session.items.select_related(*related).order_by("id"))
    points = [_point(one) for one in items if one.case is None or one.source == Source.OWN]
    kept = {one.case_id: one for one in items if one.case is not None and one.source != Source.OWN}
    found = queries.found_cases(request.asker, session) if live else []
    cases = [_found(one, kept.pop(one.case.pk, None)) for one in found]
    cases += [Line(one.case_id, one.case.client_name, [(Source(one.source).label, one.text)], one.case, one)
              for one in kept.values()]  # fmt: skip
    return [*points, *cases]


def _point(item: AgendaItem) -> Line:
    return Line(item.pk, item.text, [], item.case, item)


def _found(found: queries.Found, item: AgendaItem | None) -> Line:
    reasons = [(source.label, words) for source, words in found.reasons]
    return Line(found.case.pk, found.case.client_name, reasons, found.case, item)


def writable_still(session: Session) -> bool:
    return session.state in (SessionState.PLANNED, SessionState.HELD) and not session.anybody_signed


def own_points(lines: list[Line]) -> list[Line]:
    return [one for one in lines if one.item is not None and (one.case is None or one.item.source == Source.OWN)]


def page(request: HttpRequest, session: Session, **forms) -> HttpResponse:
    by = request.asker
    mine = by.staff_id in session.both
    writable = mine and writable_still(session)
    editing = writable and (
        session.state == SessionState.PLANNED or "record" in forms or request.GET.get("ubah") == "1"
    )
    lines = lines_of(request, session, live=editing)
    record = forms.get("record") or RecordForm(initial=_initial(session), lines=lines, auto_id="id_notulen_%s")
    for one in lines if editing else ():
        one.talk, one.what = record[f"talk_{one.id}"], record[f"said_{one.id}"]
    words = {
        "session": session,
        "mine": mine,
        "writable": writable,
        "editing": editing,
        "near": session.at - _NEAR < clock.now() or bool(forms.get("record")),
        "points": own_points(lines),
        "cases": [one for one in lines if one.case is not None and not (one.item and one.item.source == Source.OWN)],
        "record_form": record,
        "other": session.other(by.staff_id) if mine else None,
        "i_signed": mine and session.signed(by.staff_id),
        "corrections": list(session.corrections.select_related("key", "by").order_by("id")),
        "point_form": forms.get("point") or PointForm(auto_id="id_pokok_%s"),
        "move_form": forms.get("move") or PlanForm(initial=_planned(session), auto_id="id_pindah_%s"),
        "cancel_form": forms.get("cancel") or ReasonForm(auto_id="id_batal_%s"),
        "correct_form": forms.get("correct") or CorrectionForm(auto_id="id_koreksi_%s"),
        "once_form": SignForm(auto_id=False),
        "opened": next(iter(forms), ""),
        "crumbs": crumbs(*([pair_crumb(request, session)] if mine else [])),
        **decision_words(request, session, forms.get("decision"), forms.get("tell")),
        **follow_up_words(request, session, forms.get("follow_up")),
        **(personal_words(session, forms.get("personal")) if mine else {}),
        **_live_words(request, session, mine),
    }
    return render(request, "workforce/session.html", words, status=422 if forms else 200)


def live_src(session: Session, stamp: str = "") -> str:
    """Where the parts of the page are drawn anew; it names the record that the reader has before them."""
    return f"{reverse('workforce:session', args=[session.pk])}?dari={stamp or _stamp(session)}"


def _stamp(session: Session) -> str:
    return f"{session.state}.{session.revision}.{int(session.anybody_signed)}"


def _live_words(request: HttpRequest, session: Session, mine: bool) -> dict[str, str]:
    """`standing` is said aloud when it changes; `news` where the record changed under somebody who writes in it."""
    before = request.GET.get("dari", "")
    words = {"live_src": live_src(session, before), "standing": "", "news": ""}
    if not mine:
        return words
    other = session.other(request.asker.staff_id)
    if session.state == SessionState.HELD and session.signed(other.pk) and not session.signed(request.asker.staff_id):
        words["standing"] = _("%(name)s sudah menandatangani. Giliran Anda.") % {"name": other.called_name}
    elif session.state != SessionState.PLANNED:
        words["standing"] = session.get_state_display()
    if before and before != _stamp(session):
        words["news"] = _("%(name)s baru saja menyimpan notulen atau tanda tangan.") % {"name": other.called_name}
        words["fresh_url"] = reverse("workforce:session", args=[session.pk])
    return words


def _initial(session: Session) -> dict[str, Any]:
    if session.state == SessionState.PLANNED:
        return {"next_at": again_after(session.at, session.contract.every_weeks), "revision": session.revision}
    names = ("administrative", "educative", "supportive", "summary", "next_at", "why_no_next")
    return {"revision": session.revision, **{name: getattr(session, name) or None for name in names}}


def _planned(session: Session) -> dict[str, Any]:
    return {"at": clock.local(session.at), "channel": session.channel, "place": session.place}


def cases_of(request: HttpRequest, session: Session) -> list[Case]:
    """The running cases of the worker that the asker sees, for a decision or a promise about one of them."""
    rows = Case.objects.filter(worker_id=session.worker_id, state="open").select_related("key", "person", "household")
    return list(rows.order_by("person__full_name", "id")[:200])


def decision_words(request: HttpRequest, session: Session, form=None, tell=None) -> dict[str, Any]:
    rows = session.decisions.select_related("key", "by", "case__key", "case__person", "case__household", "note")
    open_still = session.state in (SessionState.PLANNED, SessionState.HELD) and not session.anybody_signed
    made = []
    for row in rows.order_by("id"):
        mine = (
            tell if tell and tell.row_id == row.pk else TellForm(initial={"text": row.text}, auto_id=f"id_{row.pk}_%s")
        )
        made.append((row, mine))
    return {
        "session": session,
        "live_src": live_src(session),
        "decisions": made,
        "decision_form": form
        or DecisionForm(cases=cases_of(request, session) if open_still else (), auto_id="id_putusan_%s"),
        "may_decide": open_still and request.asker.staff_id in session.both,
        "may_tell": request.asker.staff_id in session.both,
        "deciding": form is not None,
    }


def follow_up_words(request: HttpRequest, session: Session, form=None) -> dict[str, Any]:
    rows = session.follow_ups.select_related("key", "owner", "case__person", "case__household").order_by("due", "id")
    open_still = session.state in (SessionState.PLANNED, SessionState.HELD) and not session.anybody_signed
    return {
        "session": session,
        "live_src": live_src(session),
        "follow_ups": list(rows),
        "follow_up_form": form
        or FollowUpForm(
            session=session,
            cases=cases_of(request, session) if open_still else (),
            initial={"owner": str(session.worker_id)},
            auto_id="id_janji_%s",
        ),
        "end_form": EndForm(auto_id=False),
        "may_promise": open_still and request.asker.staff_id in session.both,
        "may_end": request.asker.staff_id in session.both,
        "promising": form is not None,
    }


def personal_words(session: Session, form=None) -> dict[str, Any]:
    return {
        "session": session,
        "live_src": live_src(session),
        "mine": True,
        "personal": list(session.personal_notes.select_related("key", "by").order_by("id")),
        "personal_form": form or PersonalForm(auto_id="id_pribadi_%s"),
    }


@require_POST
def record(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Keep the record, and where the button said so, sign it at once."""
    session = session_or_404(request, session_id)
    lines = lines_of(request, session, live=True)
    form = RecordForm(request.POST, lines=lines, auto_id="id_notulen_%s")
    if send(form, request.asker, f"supervision.record.{session.pk}", lambda _words: _record(request, session, form)):
        return redirect("workforce:session", session_id=session.pk)
    return page(request, session, record=form)


def _record(request: HttpRequest, session: Session, form: RecordForm) -> Session:
    by, talked = request.asker, {UUID(one): said for one, said in form.talked().items()}
    points = set(session.items.filter(pk__in=list(talked)).values_list("pk", flat=True))
    with transaction.atomic():
        actions.discuss(
            by=by,
            session=session,
            talked={one: said for one, said in talked.items() if one not in points},
            points={one: said for one, said in talked.items() if one in points},
        )
        done = actions.record_session(by=by, session=session, **form.record())
        if request.POST.get("sign") == "1":
            done = actions.sign_session(by=by, session=done)
        return done


@require_GET
def paper(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """The shared record on paper; what is personal is never printed."""
    session = session_or_404(request, session_id, mine=False)
    lines = lines_of(request, session, live=session.state == SessionState.PLANNED)
    words = {
        "session": session,
        "lines": lines,
        "agency": session.agency,
        "decisions": [row for row, _form in decision_words(request, session)["decisions"]],
        "follow_ups": follow_up_words(request, session)["follow_ups"],
        "corrections": list(session.corrections.select_related("key", "by").order_by("id")),
    }
    return render(request, "workforce/session_print.html", words)
