"""Children in the matter and what happens online."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from rangkul.base.days import today
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, local_now, moment, text
from rangkul.base.forms.sending import send
from rangkul.journey.cases.models import Case
from rangkul.journey.protection import actions, queries
from rangkul.journey.protection.models import Claim, Folder, Takedown
from rangkul.journey.protection.pages.children_forms import NewChildForm
from rangkul.journey.protection.pages.frame import folder_or_404, go, page
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


def _meetings(folder: Folder) -> str:
    """School and family meet at the table of a case; nothing before that, or where that module is switched off."""
    if not isinstance(folder, Case):
        return ""
    try:
        return reverse("conferences:of_case", args=[folder.pk])
    except NoReverseMatch:
        return ""


def _page(request: HttpRequest, folder: Folder, given: dict[str, RangkulForm] | None = None) -> HttpResponse:
    given = given or {}
    made = {f"{name}_form": given.get(name) or form(auto_id=f"id_{name}_%s") for name, form in _NEW.items()}
    words = {
        **made,
        "children": queries.children_of(folder),
        "takedowns": [
            {
                "row": row,
                "look": given.get(f"look.{row.pk}") or LookForm(auto_id=f"id_lihat_{row.pk}_%s"),
                "answer": given.get(f"answer.{row.pk}") or AnswerForm(auto_id=f"id_jawab_{row.pk}_%s"),
            }
            for row in queries.takedowns_of(folder)
        ],
        "claims": [
            {"row": row, "form": given.get(f"standing.{row.pk}") or StandingForm(auto_id=f"id_klaim_{row.pk}_%s")}
            for row in queries.claims_of(folder)
        ],
        "media": queries.safety_plans(folder).get("media"),
        "meetings": _meetings(folder),
    }
    return page(request, folder, "online", words, title=_("Anak dan dunia maya"), wrong=bool(given))


@require_GET
def show(request: HttpRequest, **whose: UUID) -> HttpResponse:
    return _page(request, folder_or_404(request, **whose))


@require_POST
def add(request: HttpRequest, what: str, **whose: UUID) -> HttpResponse:
    if what not in _NEW:
        raise Http404
    folder, by = folder_or_404(request, **whose), request.asker
    form = _NEW[what](request.POST, auto_id=f"id_{what}_%s")

    def verb(words: dict[str, Any]) -> Any:
        if what == "takedown":
            return actions.ask_takedown(by=by, folder=folder, wanted=actions.Wanted(**words))
        return (actions.note_child if what == "child" else actions.note_claim)(by=by, folder=folder, **words)

    if send(form, by, f"{what}.{folder.pk}", verb):
        return go(folder, "online")
    return _page(request, folder, {what: form})


def _stepped(request: HttpRequest, folder: Folder, name: str, form: RangkulForm, verb: Any, row: Any) -> HttpResponse:
    key = f"{name}.{row.pk}"
    if send(form, request.asker, key, lambda words: verb(by=request.asker, row=row, **words)):
        return go(folder, "online")
    return _page(request, folder, {key: form})


@require_POST
def takedown(request: HttpRequest, row_id: UUID, step: str, **whose: UUID) -> HttpResponse:
    folder = folder_or_404(request, **whose)
    try:
        row = queries.takedown_of(folder, row_id)
    except Takedown.DoesNotExist:
        raise Http404 from None
    if step == "lihat":
        form = LookForm(request.POST, auto_id=f"id_lihat_{row.pk}_%s")
        return _stepped(request, folder, "look", form, actions.look_at_takedown, row)
    if step != "jawab":
        raise Http404
    answer = AnswerForm(request.POST, auto_id=f"id_jawab_{row.pk}_%s")
    return _stepped(request, folder, "answer", answer, actions.answer_takedown, row)


@require_POST
def claim(request: HttpRequest, row_id: UUID, **whose: UUID) -> HttpResponse:
    folder = folder_or_404(request, **whose)
    try:
        row = queries.claim_of(folder, row_id)
    except Claim.DoesNotExist:
        raise Http404 from None
    form = StandingForm(request.POST, auto_id=f"id_klaim_{row.pk}_%s")
    return _stepped(request, folder, "standing", form, actions.look_into_claim, row)
