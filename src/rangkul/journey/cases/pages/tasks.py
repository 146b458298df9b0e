"""Tasks and meetings of a case."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from rangkul.base.asking import Asker
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.journey.cases import actions, policy, queries
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Appointment, Case, Task
from rangkul.journey.cases.pages.forms.steps import StepForm
from rangkul.journey.cases.pages.forms.tasks import AppointmentForm, EndTaskForm, SettleForm, TaskForm
from rangkul.journey.cases.pages.frame import page
from rangkul.journey.cases.states import AppointmentState, TaskState

_ENDED_SHOWN = 20
_ENDS = {"selesai": actions.finish_task, "batal": actions.drop_task}


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """`?pihak=` opens the form with somebody on the map of stakeholders chosen."""
    return _page(request, case_or_404(request, case_id))


def _page(request: HttpRequest, case: Case, **forms: RangkulForm) -> HttpResponse:
    ended = case.tasks.exclude(state=TaskState.OPEN).select_related("key", "owner", "ended_by")
    chosen = request.GET.get("pihak", "")
    meetings = case.appointments.select_related("key", "staff")
    ending = forms.get("ending")
    words = {
        "tasks": [
            (task, ending if ending and ending.task.pk == task.pk else None) for task in queries.open_tasks(case)
        ],
        "ended": list(ended.order_by("-ended_at")[:_ENDED_SHOWN]),
        "planned": list(meetings.filter(state=AppointmentState.PLANNED).order_by("at")),
        "held": list(meetings.exclude(state=AppointmentState.PLANNED).order_by("-at")[:_ENDED_SHOWN]),
        "task_form": forms.get("task") or _task_form(request, case, chosen=chosen),
        "take_form": forms.get("taking") or StepForm(auto_id="id_urus_%s"),
        "appointment_form": forms.get("appointment") or AppointmentForm(auto_id="id_janji_%s"),
        "climbs": climbs(request.asker, case),
        "task_opened": "task" in forms or bool(chosen),
        "appointment_opened": "appointment" in forms,
    }
    return page(request, case, "tasks", words, wrong=any(form.errors for form in forms.values()))


def _task_form(request: HttpRequest, case: Case, given=None, chosen: str = "") -> TaskForm:
    members, partners, me = queries.team_of(case), queries.partners_of(case), request.asker.staff_id
    form = TaskForm(given, members=members, partners=partners, me=me, auto_id="id_tugas_%s")
    if chosen in form.partners:
        form.initial["owner"] = chosen
    return form


def climbs(asker: Asker, case: Case) -> dict[str, Any]:
    """What is late on this case, who was told, and whether the asker may say that they take care of it."""
    rows = queries.climbs_of(case)
    return {
        "rows": [{"row": row, "url": reverse(queries.leads_to(row.kind), args=[case.pk])} for row in rows],
        "may_take": bool(rows) and policy.may_acknowledge(by=asker, case=case),
        "taken": bool(rows) and all(row.acknowledged_at for row in rows),
    }


@require_POST
def acknowledge(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = StepForm(request.POST)
    return _done_or(request, case, form, "taking", lambda _words: actions.acknowledge(by=request.asker, case=case))


@require_POST
def add(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = _task_form(request, case, request.POST)
    return _done_or(request, case, form, "task", lambda words: actions.add_task(by=request.asker, case=case, **words))


@require_POST
def end(request: HttpRequest, case_id: UUID, task_id: UUID, verb: str) -> HttpResponse:
    """`verb`: selesai or batal."""
    case = case_or_404(request, case_id)
    task = get_object_or_404(Task.objects.select_related("case", "key"), pk=task_id, case=case)
    if verb not in _ENDS:
        raise Http404
    form = EndTaskForm(request.POST, auto_id=f"id_{task.pk}_%s")
    form.task = task
    return _done_or(request, case, form, "ending", lambda words: _ENDS[verb](by=request.asker, task=task, **words))


@require_POST
def tell(request: HttpRequest, case_id: UUID, task_id: UUID) -> HttpResponse:
    """Show a task of staff to the client, or show it no more."""
    case = case_or_404(request, case_id)
    task = get_object_or_404(Task.objects.select_related("case"), pk=task_id, case=case)
    form = StepForm(request.POST)
    shown = request.POST.get("shown") == "on"
    verb = lambda _words: actions.show_task(by=request.asker, task=task, shown=shown)  # noqa: E731
    return _done_or(request, case, form, "telling", verb)


@require_POST
def appoint(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = AppointmentForm(request.POST, auto_id="id_janji_%s")
    return _done_or(
        request,
        case,
        form,
        "appointment",
        lambda words: actions.add_appointment(by=request.asker, case=case, **words),
    )


@require_POST
def settle(request: HttpRequest, case_id: UUID, appointment_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    row = get_object_or_404(Appointment.objects.select_related("case"), pk=appointment_id, case=case)
    form = SettleForm(request.POST)
    return _done_or(
        request,
        case,
        form,
        "settling",
        lambda words: actions.settle_appointment(by=request.asker, appointment=row, **words),
    )


def _done_or(request: HttpRequest, case: Case, form: RangkulForm, name: str, verb: Any) -> HttpResponse:
    if send(form, request.asker, f"{name}.{case.pk}", verb):
        return redirect("cases:tasks", case_id=case.pk)
    return _page(request, case, **{name: form})
