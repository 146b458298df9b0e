"""One person in danger: what was reported, what was asked, the plan, the next contact, and the message that a worker
sends by hand."""

import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rangkul.base import readings
from rangkul.base.files.leaving import bytes_of
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.base.typesetting import NotSet
from rangkul.entry.crisis import actions, hooks, policy, queries
from rangkul.entry.crisis.models import Evidence, NextContact, Outreach
from rangkul.entry.crisis.pages import person_forms as forms
from rangkul.entry.crisis.pages.caring import Wording, caring_words
from rangkul.entry.crisis.picture import picture_of
from rangkul.entry.crisis.states import Question, Way
from rangkul.entry.intake import queries as intake
from rangkul.entry.intake.models import Request


def _request(http: HttpRequest, pk: UUID) -> Request:
    found = intake.get(pk)
    if not policy.may_work(by=http.asker, request=found):
        raise PermissionDenied
    return found


@require_safe
def show(http: HttpRequest, pk: UUID) -> HttpResponse:
    request = _request(http, pk)
    readings.read_file("request", pk, why="owner" if request.owner_id == http.asker.staff_id else "unit")
    return _page(http, request)


def _page(http: HttpRequest, request: Request, status: int = 200, **changed: Any) -> HttpResponse:
    plan, contacts = queries.plan_of(request), queries.contacts_of(request)
    share = queries.may_be_shared(request)
    secret, said = actions.new_secret(), hooks.words_in_use(http.asker.agency_id)
    wording = http.GET.get("teks", "")
    may_reach = policy.may_reach(by=http.asker, request=request)
    page = {
        "request_row": request,
        "contact": intake.contact_of(request),
        "report": queries.report_of(request),
        "asked": queries.screenings_of(request),
        "said": said,
        "plan": plan,
        "plan_parts": queries.parts_of(plan) if plan else [],
        "contacts": contacts,
        "past_contacts": [one for one in contacts if one.done_at],
        "outreach": queries.outreach_of(request),
        "why_not": queries.why_not_end(request) if request.is_open else None,
        "waits": intake.unanswered(request),
        "may_share": share,
        "may_reach": may_reach,
        "rules": queries.rules_in_words(queries.rules_of(request)) if may_reach else [],
        "screen": forms.ScreenForm(prefix="tanya", said=said),
        "plan_form": forms.PlanForm(prefix="rencana", may_share=share, initial=_initial(plan)),
        "contact_form": forms.ContactForm(prefix="kontak"),
        "contacted_form": forms.ContactedForm(prefix="hasil"),
        "wordings": Wording.choices,
        "wording": wording if wording in Wording.values else "",
        "reach": forms.ReachForm(
            prefix="pesan", initial={"secret": secret, "text": caring_words(http, request, secret, wording)}
        ),
        **changed,
    }
    return render(http, "crisis/person.html", page, status=status)


def _initial(plan) -> dict[str, Any]:
    if plan is None:
        return {"seen": 0}
    return {**json.loads(plan.parts), "seen": plan.version, "shared": plan.shared}


def _posted(http: HttpRequest, request: Request, name: str, form: RangkulForm, verb, said: str) -> HttpResponse:
    if send(form, http.asker, f"danger.{name}.{request.pk}", verb):
        messages.success(http, said)
        return redirect("danger:person", pk=request.pk)
    return _page(http, request, 422, **{name: form})


@require_POST
def screen(http: HttpRequest, pk: UUID) -> HttpResponse:
    request, by = _request(http, pk), http.asker
    form = forms.ScreenForm(http.POST, prefix="tanya", said=_words_of(http))

    def verb(words: dict[str, Any]):
        answers = {code: words[code] or "unknown" for code in Question.values}
        asked_with = {"wording": words["wording"], "language": words["language"]}
        return actions.screen(by=by, request=request, answers=answers, note=words["note"], **asked_with)

    return _posted(http, request, "screen", form, verb, _("Jawabannya tersimpan."))


def _words_of(http: HttpRequest) -> hooks.Wording | None:
    """Those that stood on the page that was sent, also where a newer version came in the meantime."""
    try:
        wording = UUID(http.POST.get("tanya-wording", ""))
    except ValueError:
        return None
    return hooks.words_named(http.asker.agency_id, wording, http.POST.get("tanya-language", "")[:12])


@require_POST
def plan(http: HttpRequest, pk: UUID) -> HttpResponse:
    request, by = _request(http, pk), http.asker
    form = forms.PlanForm(http.POST, prefix="rencana", may_share=queries.may_be_shared(request))

    def verb(words: dict[str, Any]):
        seen, shared = words.pop("seen") or 0, words.pop("shared", False)
        return actions.write_plan(by=by, request=request, parts=words, seen=seen, shared=shared)

    return _posted(http, request, "plan_form", form, verb, _("Rencana keselamatan tersimpan."))


@require_safe
def print_plan(http: HttpRequest, pk: UUID) -> HttpResponse:
    """One sheet for the person's pocket: no name, no ticket, nothing of the office's notes."""
    request = _request(http, pk)
    found = queries.plan_of(request)
    if found is None:
        raise Http404
    readings.read_file("request", pk, why="unit")
    return render(http, "crisis/plan_print.html", {"request_row": request, "parts": queries.parts_of(found)})


@require_safe
def plan_picture(http: HttpRequest, pk: UUID) -> HttpResponse:
    """The same as a picture, to be handed over on a telephone."""
    request = _request(http, pk)
    found = queries.plan_of(request)
    if found is None:
        raise Http404
    readings.read_file("request", pk, why="unit")
    try:
        return picture_of(found)
    except NotSet:
        messages.error(http, _("Gambarnya belum bisa dibuat. Coba lagi sebentar."))
        return redirect("danger:person", pk=pk)


@require_POST
def contact(http: HttpRequest, pk: UUID) -> HttpResponse:
    request, by = _request(http, pk), http.asker
    form = forms.ContactForm(http.POST, prefix="kontak")
    verb = lambda words: actions.plan_contact(by=by, request=request, **words)  # noqa: E731
    return _posted(http, request, "contact_form", form, verb, _("Kontak berikutnya ditetapkan."))


@require_POST
def contacted(http: HttpRequest, pk: UUID, contact_id: UUID) -> HttpResponse:
    request, by = _request(http, pk), http.asker
    row = get_object_or_404(NextContact.objects.select_related("request"), pk=contact_id, request=request)
    form = forms.ContactedForm(http.POST, prefix="hasil")
    verb = lambda words: actions.record_contact(by=by, contact=row, **words)  # noqa: E731
    return _posted(http, request, "contacted_form", form, verb, _("Hasil kontak tersimpan."))


@require_POST
def reach(http: HttpRequest, pk: UUID) -> HttpResponse:
    """The message is shown once more, whole, for copying; afterwards nobody can read its link here."""
    request, by = _request(http, pk), http.asker
    form = forms.ReachForm(http.POST, prefix="pesan")
    made: list[Outreach] = []

    def verb(words: dict[str, Any]) -> Outreach:
        made.append(actions.prepare_outreach(by=by, request=request, **words))
        return made[0]

    if not send(form, by, f"danger.reach.{request.pk}", verb):
        return _page(http, request, 422, reach=form)
    if not made:
        messages.info(http, _("Pesan ini sudah disiapkan."))
        return redirect("danger:person", pk=request.pk)
    through = made[0].way == Way.THROUGH
    page = {"request_row": request, "outreach": made[0], "text": form.cleaned_data["text"], "through": through}
    return render(http, "crisis/message.html", page)


@require_POST
def sent(http: HttpRequest, pk: UUID, outreach_id: UUID) -> HttpResponse:
    request = _request(http, pk)
    row = get_object_or_404(Outreach.objects.select_related("request"), pk=outreach_id, request=request)
    actions.mark_sent(by=http.asker, outreach=row)
    messages.success(http, _("Tercatat: pesan sudah Anda kirim."))
    return redirect("danger:person", pk=request.pk)


def _evidence(http: HttpRequest, pk: UUID, evidence_id: UUID) -> Evidence:
    request = _request(http, pk)
    return get_object_or_404(Evidence.objects.select_related("key"), pk=evidence_id, report__request=request)


@require_safe
def evidence(http: HttpRequest, pk: UUID, evidence_id: UUID) -> HttpResponse:
    row = _evidence(http, pk, evidence_id)
    readings.read_file("request", pk, why="unit")
    return bytes_of(http, row)


@require_safe
def preview(http: HttpRequest, pk: UUID, evidence_id: UUID) -> HttpResponse:
    row = _evidence(http, pk, evidence_id)
    # Looking at the small picture is looking at it.
    readings.read_file("request", pk, why="unit")
    return bytes_of(http, row, "preview")
