"""What is added to a session's page one by one. Where HTMX asked, only that part is drawn again, so that nothing typed
beside it is lost."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST
from django_htmx.http import reswap, retarget

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.sustain.workforce import actions
from rangkul.sustain.workforce.models import AgendaItem, Decision, FollowUp
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
    TellForm,
)
from rangkul.sustain.workforce.pages.frame import session_or_404
from rangkul.sustain.workforce.pages.session import (
    Line,
    cases_of,
    decision_words,
    follow_up_words,
    page,
    personal_words,
)


def _back(session) -> HttpResponse:
    return redirect("workforce:session", session_id=session.pk)


@require_POST
def add_point(request: HttpRequest, session_id: UUID) -> HttpResponse:
    session = session_or_404(request, session_id)
    form = PointForm(request.POST, auto_id="id_pokok_%s")
    kept: list[AgendaItem] = []

    def add(words) -> AgendaItem:
        kept.append(actions.add_point(by=request.asker, session=session, **words))
        return kept[0]

    saved = send(form, request.asker, f"supervision.point.{session.pk}", add)
    if not request.htmx:
        return _back(session) if saved else page(request, session, point=form)
    words = {"session": session, "point_form": PointForm(auto_id="id_pokok_%s") if saved else form, "added": saved}
    if not saved:
        answer = render(request, "workforce/_point_form.html", words)
        return reswap(retarget(answer, "#pokok-baru"), "outerHTML")
    if kept:
        words |= _drawn(kept[0])
    return render(request, "workforce/_point_added.html", words)


def _drawn(item: AgendaItem) -> dict:
    line = Line(item.pk, item.text, [], item.case, item)
    record = RecordForm(lines=[line], auto_id="id_notulen_%s")
    line.talk, line.what = record[f"talk_{line.id}"], record[f"said_{line.id}"]
    return {"line": line, "editing": True, "writable": True}


@require_POST
def remove_point(request: HttpRequest, session_id: UUID, item_id: UUID) -> HttpResponse:
    session = session_or_404(request, session_id)
    item = get_object_or_404(AgendaItem, pk=item_id, session=session)
    actions.remove_point(by=request.asker, session=session, item=item)
    return HttpResponse() if request.htmx else _back(session)


@require_POST
def decide(request: HttpRequest, session_id: UUID) -> HttpResponse:
    session = session_or_404(request, session_id)
    form = DecisionForm(request.POST, cases=cases_of(request, session), auto_id="id_putusan_%s")
    saved = send(
        form,
        request.asker,
        f"supervision.decide.{session.pk}",
        lambda words: actions.decide(by=request.asker, session=session, **words),
    )
    if request.htmx:
        return render(request, "workforce/_decisions.html", decision_words(request, session, None if saved else form))
    return _back(session) if saved else page(request, session, decision=form)


@require_POST
def tell(request: HttpRequest, session_id: UUID, decision_id: UUID) -> HttpResponse:
    """A person's choice: the decision also stands in the story of its case."""
    session = session_or_404(request, session_id)
    row = get_object_or_404(Decision.objects.select_related("session", "case"), pk=decision_id, session=session)
    form = TellForm(request.POST, auto_id=f"id_{row.pk}_%s")
    form.row_id = row.pk
    saved = send(
        form,
        request.asker,
        f"supervision.tell.{row.pk}",
        lambda words: actions.tell_in_case(by=request.asker, decision=row, **words),
    )
    if request.htmx:
        words = decision_words(request, session, tell=None if saved else form)
        return render(request, "workforce/_decisions.html", words)
    return _back(session) if saved else page(request, session, tell=form)


@require_POST
def promise(request: HttpRequest, session_id: UUID) -> HttpResponse:
    session = session_or_404(request, session_id)
    form = FollowUpForm(request.POST, session=session, cases=cases_of(request, session), auto_id="id_janji_%s")
    saved = send(
        form,
        request.asker,
        f"supervision.promise.{session.pk}",
        lambda words: actions.add_follow_up(by=request.asker, session=session, **words),
    )
    if request.htmx:
        words = follow_up_words(request, session, None if saved else form)
        return render(request, "workforce/_follow_ups.html", words)
    return _back(session) if saved else page(request, session, follow_up=form)


_END = {"selesai": actions.finish_follow_up, "batal": actions.drop_follow_up}


@require_POST
def end_promise(request: HttpRequest, session_id: UUID, follow_up_id: UUID, verb: str) -> HttpResponse:
    session = session_or_404(request, session_id)
    row = get_object_or_404(FollowUp.objects.select_related("session"), pk=follow_up_id, session=session)
    if verb not in _END:
        raise Http404
    form = EndForm(request.POST, auto_id=False)
    saved = send(
        form,
        request.asker,
        f"supervision.end.{row.pk}",
        lambda words: _END[verb](by=request.asker, follow_up=row, **words),
    )
    if request.htmx:
        words = follow_up_words(request, session) | ({} if saved else {"wrong": form, "wrong_id": row.pk})
        return render(request, "workforce/_follow_ups.html", words)
    return _back(session) if saved else page(request, session, ended=form)


@require_POST
def write_personal(request: HttpRequest, session_id: UUID) -> HttpResponse:
    session = session_or_404(request, session_id)
    form = PersonalForm(request.POST, auto_id="id_pribadi_%s")
    saved = send(
        form,
        request.asker,
        f"supervision.personal.{session.pk}",
        lambda words: actions.write_personal_note(by=request.asker, session=session, **words),
    )
    if request.htmx:
        return render(request, "workforce/_personal.html", personal_words(session, None if saved else form))
    return _back(session) if saved else page(request, session, personal=form)


def _on_the_page(name: str, form: type[RangkulForm], auto_id: str, verb, *, back=_back):
    """A page that hands the words of one of the forms to a verb and draws the session anew."""

    @require_POST
    def send_it(request: HttpRequest, session_id: UUID) -> HttpResponse:
        session = session_or_404(request, session_id)
        given = form(request.POST, auto_id=auto_id)
        saved = send(
            given,
            request.asker,
            f"supervision.{name}.{session.pk}",
            lambda words: verb(by=request.asker, session=session, **words),
        )
        return back(session) if saved else page(request, session, **{name: given})

    return send_it


def _to_the_pair(session) -> HttpResponse:
    return redirect("workforce:pair", contract_id=session.contract_id)


correct = _on_the_page("correct", CorrectionForm, "id_koreksi_%s", actions.correct_session)
move = _on_the_page("move", PlanForm, "id_pindah_%s", actions.move_session)
cancel = _on_the_page("cancel", ReasonForm, "id_batal_%s", actions.cancel_session, back=_to_the_pair)


@require_POST
def sign(request: HttpRequest, session_id: UUID) -> HttpResponse:
    return _simply(request, session_id, actions.sign_session)


@require_POST
def reopen(request: HttpRequest, session_id: UUID) -> HttpResponse:
    return _simply(request, session_id, actions.reopen_session)


def _simply(request: HttpRequest, session_id: UUID, verb) -> HttpResponse:
    session = session_or_404(request, session_id)
    verb(by=request.asker, session=session)
    return _back(session)
