"""The log that only its writer reads; a passage goes into a session by their own act."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.journey.instruments.queries import for_workers
from rangkul.sustain.workforce import actions
from rangkul.sustain.workforce.models import Reflection, Session
from rangkul.sustain.workforce.pages.forms.contract import BringForm, ReflectForm
from rangkul.sustain.workforce.pages.forms.session import SignForm
from rangkul.sustain.workforce.pages.frame import crumbs
from rangkul.sustain.workforce.states import SessionState

_SHOWN = 50


@require_http_methods(["GET", "POST"])
def log(request: HttpRequest) -> HttpResponse:
    form = ReflectForm(request.POST or None)
    if request.method == "POST" and send(
        form, request.asker, "supervision.log", lambda words: actions.reflect(by=request.asker, **words)
    ):
        return redirect("workforce:log")
    return _page(request, form)


def _page(request: HttpRequest, form: ReflectForm, bring: BringForm | None = None) -> HttpResponse:
    rows = Reflection.objects.select_related("key").order_by("-made_at")[:_SHOWN]
    shown = [(row, bring if bring and bring.row_id == row.pk else _passage(row)) for row in rows]
    words = {
        "form": form,
        "rows": shown,
        "session": _ahead(request),
        "own_sheets": for_workers(request.asker),
        "opened": bring.row_id if bring else None,
        "once_form": SignForm(auto_id=False),
        "crumbs": crumbs(),
    }
    wrong = bool(form.errors or (bring and bring.errors))
    return render(request, "workforce/log.html", words, status=422 if wrong else 200)


def _passage(row: Reflection) -> BringForm:
    return BringForm(initial={"text": row.text}, auto_id=f"id_{row.pk}_%s")


def _ahead(request: HttpRequest) -> Session | None:
    """The next session in which the writer is the one supervised."""
    rows = Session.objects.filter(worker_id=request.asker.staff_id, state=SessionState.PLANNED)
    return rows.select_related("key", "supervisor", "worker", "contract").order_by("at").first()


@require_POST
def forget(request: HttpRequest, reflection_id: UUID) -> HttpResponse:
    row = get_object_or_404(Reflection.objects.select_related("key"), pk=reflection_id)
    actions.forget(by=request.asker, reflection=row)
    return redirect("workforce:log")


@require_POST
def bring(request: HttpRequest, reflection_id: UUID) -> HttpResponse:
    row = get_object_or_404(Reflection.objects.select_related("key"), pk=reflection_id)
    session = _ahead(request)
    form = BringForm(request.POST, auto_id=f"id_{row.pk}_%s")
    form.row_id = row.pk
    if session is None:
        return redirect("workforce:log")
    if send(
        form,
        request.asker,
        f"supervision.bring.{row.pk}",
        lambda words: actions.bring(by=request.asker, reflection=row, session=session, **words),
    ):
        return redirect("workforce:session", session_id=session.pk)
    return _page(request, ReflectForm(), form)
