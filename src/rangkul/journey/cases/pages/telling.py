"""What the client reads of their file, as they read it; holding one entry back for a while, and opening it again."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.base.paging import page_number
from rangkul.journey.cases import actions, policy
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Activity, Case, Exemption, Note
from rangkul.journey.cases.pages.forms.telling import HoldBackForm
from rangkul.journey.cases.pages.frame import page
from rangkul.journey.cases.queries.telling import Told, held_now, reads_all, text_of, title_of, told_of
from rangkul.journey.cases.states import NoteKind

_ON_A_PAGE = 20


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    number = page_number(request)
    rows, more = told_of(case, _ON_A_PAGE, (number - 1) * _ON_A_PAGE)
    may = policy.may_lead(by=request.asker, case=case)
    words = {
        "rows": [_as_event(case, row, may) for row in rows],
        "held": held_now(case) if number == 1 else [],
        "reads_all": reads_all(case),
        "older": number + 1 if more else 0,
        "newer": number - 1,
        "may_hold": may,
    }
    return page(request, case, "told", words)


def _as_event(case: Case, one: Told, may: bool) -> dict[str, Any]:
    row = one.row
    own = isinstance(row, Note) and row.kind == NoteKind.CLIENT
    name = "cases:hold_note" if isinstance(row, Note) else "cases:hold_activity"
    return {
        "title": one.title,
        "when": one.at,
        "icon": "eye-off" if one.exemption else "notes",
        "who": one.who,
        "text": one.text,
        "tags": [_("ditahan")] if one.exemption else [],
        "corrections": [{"when": at, "who": "", "text": text} for at, text in one.corrections],
        "act_url": reverse(name, args=[case.pk, row.pk]) if may and not own else "",
        "act_label": _("Tahan lebih lama") if one.exemption else _("Tahan dari klien"),
    }


@require_http_methods(["GET", "POST"])
def hold_note(request: HttpRequest, case_id: UUID, note_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    rows = Note.objects.filter(corrects=None, activity=None).exclude(kind=NoteKind.CLIENT).select_related("key")
    return _hold(request, case, get_object_or_404(rows, pk=note_id, case=case))


@require_http_methods(["GET", "POST"])
def hold_activity(request: HttpRequest, case_id: UUID, activity_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    return _hold(request, case, get_object_or_404(Activity.objects.select_related("key"), pk=activity_id, case=case))


def _hold(request: HttpRequest, case: Case, entry: Note | Activity) -> HttpResponse:
    form = HoldBackForm(request.POST or None)
    if request.method == "POST" and send(
        form,
        request.asker,
        f"hold.{entry.pk}",
        lambda words: actions.hold_back(by=request.asker, case=case, entry=entry, **words),
    ):
        return redirect("cases:told", case_id=case.pk)
    words = {"form": form, "entry_title": title_of(entry), "entry_at": entry.at, "written": text_of(entry)}
    return page(request, case, "hold_back", words, wrong=bool(form.errors))


@require_POST
def tell(request: HttpRequest, case_id: UUID, exemption_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    row = get_object_or_404(Exemption.objects.select_related("case__key", "key"), pk=exemption_id, case=case)
    actions.tell(by=request.asker, exemption=row)
    return redirect("cases:told", case_id=case.pk)
