"""Children in the matter and what happens online."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from rangkul.base.days import today
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, local_now, moment, text
from rangkul.base.forms.sending import send
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.protection import actions, queries
from rangkul.journey.protection.models import Claim, Takedown
from rangkul.journey.protection.pages.children_forms import NewChildForm
from rangkul.journey.protection.pages.frame import page
from rangkul.journey.protection.states import ClaimStanding

_ANSWERED = (("remove", gettext_lazy("Sudah dihapus")), ("refuse", gettext_lazy("Ditolak")))


class TakedownForm(RangkulForm):
    platform = line(gettext_lazy("Di mana?"), most=60, help_text=gettext_lazy("Nama aplikasi atau situs."))
    what = text(gettext_lazy("Apa yang diminta dihapus?"), rows=2, most=1_000)
    link = line(gettext_lazy("Tautan"), required=False, most=2_000)
    asked_at = moment(gettext_lazy("Diminta pada"), initial=local_now)
    reference = line(gettext_lazy("Nomor laporan dari mereka"), required=False)
    next_look = DayField(label=gettext_lazy("Dilihat lagi pada"))


class LookForm(RangkulForm):
    next_look = DayField(label=gettext_lazy("Masih ada; dilihat lagi pada"))


class AnswerForm(RangkulForm):
    verb = choice(gettext_lazy("Jawabannya"), _ANSWERED)
    answer = text(gettext_lazy("Apa kata mereka?"), rows=2, most=1_000)


class ClaimForm(RangkulForm):
    words = text(gettext_lazy("Apa yang dikatakan orang?"), rows=2, most=2_000)
    where = line(gettext_lazy("Di mana?"))
    seen_on = DayField(label=gettext_lazy("Dilihat pada"), initial=today)


class StandingForm(RangkulForm):
    standing = choice(gettext_lazy("Sesudah ditelusuri"), ClaimStanding.choices[1:])
    because = text(gettext_lazy("Atas dasar apa?"), rows=2, most=1_000)


_NEW = {"child": NewChildForm, "takedown": TakedownForm, "claim": ClaimForm}


def _meetings(case: Case) -> str:
    """School and family meet at the table of the case; nothing where that module is switched off."""
    try:
        return reverse("conferences:of_case", args=[case.pk])
    except NoReverseMatch:
        return ""


def _page(request: HttpRequest, case: Case, given: dict[str, RangkulForm] | None = None) -> HttpResponse:
    given = given or {}
    made = {f"{name}_form": given.get(name) or form(auto_id=f"id_{name}_%s") for name, form in _NEW.items()}
    words = {
        **made,
        "children": queries.children_of(case),
        "takedowns": [
            {
                "row": row,
                "look": given.get(f"look.{row.pk}") or LookForm(auto_id=f"id_lihat_{row.pk}_%s"),
                "answer": given.get(f"answer.{row.pk}") or AnswerForm(auto_id=f"id_jawab_{row.pk}_%s"),
            }
            for row in queries.takedowns_of(case)
        ],
        "claims": [
            {"row": row, "form": given.get(f"standing.{row.pk}") or StandingForm(auto_id=f"id_klaim_{row.pk}_%s")}
            for row in queries.claims_of(case)
        ],
        "media": queries.safety_plans(case).get("media"),
        "meetings": _meetings(case),
    }
    return page(request, case, "online", words, title=_("Anak dan dunia maya"), wrong=bool(given))


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    return _page(request, case_or_404(request, case_id))


@require_POST
def add(request: HttpRequest, case_id: UUID, what: str) -> HttpResponse:
    if what not in _NEW:
        raise Http404
    case, by = case_or_404(request, case_id), request.asker
    form = _NEW[what](request.POST, auto_id=f"id_{what}_%s")

    def verb(words: dict[str, Any]) -> Any:
        if what == "takedown":
            return actions.ask_takedown(by=by, case=case, wanted=actions.Wanted(**words))
        return (actions.note_child if what == "child" else actions.note_claim)(by=by, case=case, **words)

    if send(form, by, f"{what}.{case.pk}", verb):
        return redirect("protection:online", case_id=case.pk)
    return _page(request, case, {what: form})


def _stepped(request: HttpRequest, case: Case, name: str, form: RangkulForm, verb: Any, row: Any) -> HttpResponse:
    key = f"{name}.{row.pk}"
    if send(form, request.asker, key, lambda words: verb(by=request.asker, row=row, **words)):
        return redirect("protection:online", case_id=case.pk)
    return _page(request, case, {key: form})


@require_POST
def takedown(request: HttpRequest, case_id: UUID, row_id: UUID, step: str) -> HttpResponse:
    case = case_or_404(request, case_id)
    try:
        row = queries.takedown_of(case, row_id)
    except Takedown.DoesNotExist:
        raise Http404 from None
    if step == "lihat":
        form = LookForm(request.POST, auto_id=f"id_lihat_{row.pk}_%s")
        return _stepped(request, case, "look", form, actions.look_at_takedown, row)
    if step != "jawab":
        raise Http404
    answer = AnswerForm(request.POST, auto_id=f"id_jawab_{row.pk}_%s")
    return _stepped(request, case, "answer", answer, actions.answer_takedown, row)


@require_POST
def claim(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    try:
        row = queries.claim_of(case, row_id)
    except Claim.DoesNotExist:
        raise Http404 from None
    form = StandingForm(request.POST, auto_id=f"id_klaim_{row.pk}_%s")
    return _stepped(request, case, "standing", form, actions.look_into_claim, row)
