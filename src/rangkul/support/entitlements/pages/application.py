"""One application: where it stands, what may be done now, every step, and its letters."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rangkul.base import days
from rangkul.base.actions import Refused
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.support.entitlements import actions, policy, queries
from rangkul.support.entitlements.models import Application
from rangkul.support.entitlements.pages import forms
from rangkul.support.entitlements.pages.frame import application_or_404, page
from rangkul.support.entitlements.states import APPLICATION

# Word in the address → (verb of the table, form, what is done).
STEPS: dict[str, tuple[str, type[RangkulForm], Callable[..., Any]]] = {
    "beri-tahu": ("tell", forms.TellForm, actions.tell),
    "ajukan": ("apply", forms.ApplyForm, actions.apply),
    "dikabulkan": ("grant", forms.GrantForm, actions.grant),
    "belum-dikabulkan": ("refuse", forms.RefuseForm, actions.refuse),
    "keberatan": ("object", forms.ObjectForm, actions.object_to),
    "terima": ("receive", forms.ReceiveForm, actions.receive),
    "relakan": ("let_go", forms.BecauseForm, actions.let_go),
    "hentikan": ("drop", forms.BecauseForm, actions.drop),
}


def _forms(request: HttpRequest, row: Application, sent: str = "") -> dict[str, RangkulForm]:
    """Those whose step may be taken from here; days begin as today."""
    today = days.today(row.case.region_code)
    found = {}
    for word, (verb, form, _do) in STEPS.items():
        if APPLICATION.allows(verb, row.state) or word == sent:
            data = request.POST if word == sent else None
            found[verb] = form(data, initial={"on": today}, auto_id=f"id_{verb}_%s")
    return found


@require_GET
def show(request: HttpRequest, case_id: UUID, application_id: UUID) -> HttpResponse:
    row = application_or_404(request, case_id, application_id)
    return _page(request, row, _forms(request, row))


def _page(request: HttpRequest, row: Application, given: dict[str, RangkulForm], sent: str = "") -> HttpResponse:
    says = row.says
    words = {
        "application": row,
        "steps": queries.steps_of(row),
        "finding": queries.chance(row.case, row.programme) if says else None,
        "conditions": queries.conditions(says) if says else [],
        "forms": given,
        "sent": sent,
        "may_let_go": policy.may_let_go(by=request.asker, application=row),
        "letters": _letters(row),
        "letter_form": RangkulForm(auto_id="id_surat_%s"),
    }
    return page(request, row.case, "application", words, wrong=bool(sent), crumb=row.name)


@require_POST
def step(request: HttpRequest, case_id: UUID, application_id: UUID, word: str) -> HttpResponse:
    row = application_or_404(request, case_id, application_id)
    if word not in STEPS:
        raise Http404
    verb, _form, do = STEPS[word]
    given = _forms(request, row, word)
    if send(
        given[verb], request.asker, f"{word}.{row.pk}", lambda words: do(by=request.asker, application=row, **words)
    ):
        return redirect("entitlements:application", case_id=row.case.pk, application_id=row.pk)
    return _page(request, queries.get(row.case, row.pk), given, verb)


def _letters(row: Application) -> list[Any]:
    """The kinds of letters that this application may have now; none where documents are switched off."""
    if not apps.is_installed("rangkul.journey.reports"):
        return []
    from rangkul.support.entitlements import letters

    return [kind for kind in letters.KINDS if row.state in letters.WANTED[kind.code]]


@require_POST
def letter(request: HttpRequest, case_id: UUID, application_id: UUID, code: str) -> HttpResponse:
    """Begins the letter of this application; a draft of the same kind for another one is finished first."""
    row = application_or_404(request, case_id, application_id)
    if code not in {kind.code for kind in _letters(row)}:
        raise Http404
    from rangkul.journey.reports import queries as papers
    from rangkul.journey.reports.states import Reader

    form = RangkulForm(request.POST, auto_id="id_surat_%s")
    if send(form, request.asker, f"letter.{code}.{row.pk}", lambda _words: _begun(request, row, code)):
        begun = papers.open_paper(row.case, code, Reader.AGENCY)
        return redirect(begun) if begun else redirect("reports:papers", case_id=row.case.pk)
    given = {**_forms(request, row), "letter": form}
    return _page(request, row, given, "letter")


def _begun(request: HttpRequest, row: Application, code: str) -> Any:
    from rangkul.journey.reports import actions as papers
    from rangkul.journey.reports import queries as written
    from rangkul.journey.reports.states import Reader
    from rangkul.support.entitlements import letters

    about = letters.chosen(row.case, code)
    if about is not None and about.pk != row.pk and written.open_paper(row.case, code, Reader.AGENCY):
        said = _("Surat ini masih disusun untuk %(name)s. Tanda tangani atau hentikan dulu.")
        raise Refused(said % {"name": about.name}, code="open")
    actions.choose_letter(by=request.asker, application=row)
    return papers.start_paper(by=request.asker, case=row.case, kind=code, reader=Reader.AGENCY)
