"""Safety plans for staying and for leaving: made together, printed without a name, given by hand."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base import typesetting
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, text
from rangkul.base.forms.sending import send
from rangkul.commons.people.models import Address
from rangkul.journey.protection import actions, policy, queries
from rangkul.journey.protection.models import Folder, SafetyPlan
from rangkul.journey.protection.pages.evidence_files import pdf_answer
from rangkul.journey.protection.pages.frame import folder_or_404, go, page
from rangkul.journey.protection.paper import plan_paper
from rangkul.journey.protection.safety_words import ASKS
from rangkul.journey.protection.states import GivenBy, Situation


class PlanForm(RangkulForm):
    """One field for each thing that is asked; none is required, because nobody talks about everything at once."""

    together = forms.BooleanField(
        label=gettext_lazy("Dibuat bersama klien, dengan kata-katanya sendiri"), required=False
    )
    alone_because = text(gettext_lazy("Bila belum bersama klien: mengapa?"), rows=2, most=500, required=False)

    def __init__(self, *args, situation: str, **kwargs):
        super().__init__(*args, **kwargs)
        for ask in ASKS[situation]:
            field = text(ask.label, rows=2, most=2_000, required=False, help_text=ask.hint)
            self.fields[ask.name] = field
            self._adapt(field)
        self.order_fields([*(ask.name for ask in ASKS[situation]), "together", "alone_because"])


class GiveForm(RangkulForm):
    how = choice(gettext_lazy("Bagaimana diberikan?"), GivenBy.choices, widget=forms.RadioSelect)
    said_safe = forms.BooleanField(
        label=gettext_lazy("Klien sendiri berkata: tiket dan HP-nya tidak dilihat orang lain"), required=False
    )


@require_GET
def show(request: HttpRequest, **whose: UUID) -> HttpResponse:
    return _page(request, folder_or_404(request, **whose))


def _page(request: HttpRequest, folder: Folder, refused: tuple[UUID, GiveForm] | None = None) -> HttpResponse:
    plans = queries.safety_plans(folder)
    words = {
        "both": [
            {
                "situation": one.value,
                "label": one.label,
                "plan": (plan := plans.get(one.value)),
                "form": plan and _give_form(plan.row, refused),
            }
            for one in (Situation.STAY, Situation.LEAVE)
        ],
        "hidden_missing": not _hides(folder),
    }
    return page(request, folder, "safety", words, title=_("Rencana keselamatan"), wrong=refused is not None)


def _give_form(row: SafetyPlan, refused: tuple[UUID, GiveForm] | None) -> GiveForm:
    if refused is not None and refused[0] == row.pk:
        return refused[1]
    return GiveForm(auto_id=f"id_{row.situation}_%s")


def _hides(folder: Folder) -> bool:
    """Whether the client has an address that is kept hidden."""
    return Address.objects.filter(person_id=folder.person_id, hidden=True, ended_at=None).exists()


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, situation: str, **whose: UUID) -> HttpResponse:
    folder = folder_or_404(request, **whose)
    if situation not in ASKS or not policy.may_keep(by=request.asker, folder=folder):
        raise Http404
    newest = queries.safety_plans(folder).get(situation)
    form = PlanForm(
        request.POST or None, situation=situation, initial=queries.answers_of(newest.row) if newest else None
    )

    def verb(words: dict[str, Any]) -> SafetyPlan:
        together, why = words.pop("together"), words.pop("alone_because")
        return actions.write_plan(
            by=request.asker, folder=folder, situation=situation, answers=words, together=together, alone_because=why
        )

    if request.method == "POST" and send(form, request.asker, f"safety.{folder.pk}.{situation}", verb):
        return go(folder, "online" if situation == "media" else "safety")
    words = {"form": form, "label": Situation(situation).label, "situation": situation}
    return page(request, folder, "safety_write", words, title=_("Rencana keselamatan"), wrong=bool(form.errors))


def _found(request: HttpRequest, plan_id: UUID, **whose: UUID) -> tuple[Folder, queries.Plan]:
    folder = folder_or_404(request, **whose)
    try:
        return folder, queries.safety_plan(folder, plan_id)
    except SafetyPlan.DoesNotExist:
        raise Http404 from None


@require_GET
def paper(request: HttpRequest, plan_id: UUID, **whose: UUID) -> HttpResponse:
    folder, plan = _found(request, plan_id, **whose)
    if plan.row.key.wrapped is None:
        raise Http404
    try:
        made = typesetting.pdf(plan_paper(plan, language=get_language() or "id"))
    except typesetting.NotSet:
        messages.error(request, _("Berkasnya belum bisa dibuat. Rencananya aman; coba lagi sebentar."))
        return go(folder, "safety")
    return pdf_answer(folder, made, "Catatan.pdf", "safety.pdf")


@require_POST
def give(request: HttpRequest, plan_id: UUID, **whose: UUID) -> HttpResponse:
    folder, plan = _found(request, plan_id, **whose)
    form = GiveForm(request.POST, auto_id=f"id_{plan.row.situation}_%s")
    verb = lambda words: actions.give_plan(by=request.asker, plan=plan.row, **words)  # noqa: E731
    if send(form, request.asker, f"give.{plan.row.pk}", verb):
        return go(folder, "safety")
    return _page(request, folder, (plan.row.pk, form))
