"""The wizard: one question a page, the same with and without scripts; what was answered is kept after each page."""

from datetime import time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC
from rangkul.base.forms import RangkulForm, refuse
from rangkul.base.idempotency import once
from rangkul.entry.intake import consents
from rangkul.entry.intake.actions import drafts, submit
from rangkul.entry.intake.pages.ask import forms
from rangkul.entry.intake.pages.ask.crowd import room_to_hand_in
from rangkul.entry.intake.pages.ask.csrf import stale
from rangkul.entry.intake.pages.ask.keeping import Kept, drop_cookie, with_draft
from rangkul.entry.intake.pages.ask.summary import summary
from rangkul.entry.intake.states import ForWhom, Safe
from rangkul.entry.intake.wizard import steps
from rangkul.entry.intake.wizard.handing import handed_in

FORMS: dict[str, type[RangkulForm]] = {
    "aman": forms.SafeForm,
    "siapa": forms.WhoForm,
    "apa": forms.WhatForm,
    "kejadian": forms.WhenForm,
    "dimana": forms.WhereForm,
    "hubungi": forms.ReachForm,
    "kontak": forms.ContactForm,
    "nama": forms.NameForm,
    "setuju": forms.ConsentForm,
    "periksa": forms.CheckForm,
}


def _form(slug: str, kept: Kept, data: Any = None) -> RangkulForm:
    more: dict[str, Any] = {}
    if slug == "kontak":
        more["channels"] = kept.answers.get("hubungi", {}).get("channels", ())
    if slug == "nama":
        more["for_self"] = kept.answers.get("siapa", {}).get("for_whom") == ForWhom.SELF
    return FORMS[slug](data, initial=kept.answers.get(slug, {}), **more)


@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def step(request: HttpRequest, kept: Kept, slug: str = "aman") -> HttpResponse:
    if slug not in steps.BY_SLUG:
        return _elsewhere(kept)
    if kept.draft is not None and kept.draft.request_id:
        if slug != steps.STEPS[0].slug:
            return redirect("ask:ticket")
        kept.start_anew()
    if request.method == "POST":
        return _answered(request, kept, slug)
    here = [one.slug for one in steps.path(kept.answers)]
    if slug not in here or (kept.draft is None and slug != here[0]):
        return _elsewhere(kept)
    return _show(request, kept, slug, _form(slug, kept))


def _elsewhere(kept: Kept) -> HttpResponse:
    return redirect("ask:step", slug=steps.first_open(kept.answers)) if kept.draft else redirect("ask:start")


def _answered(request: HttpRequest, kept: Kept, slug: str) -> HttpResponse:
    form = _form(slug, kept, request.POST)
    if stale(request):
        form.add_error(None, _("Halaman ini lama terbuka. Yang Anda tulis masih ada: tekan Lanjut sekali lagi."))
        return _show(request, kept, slug, form, status=403)
    if "back" in request.POST or "later" in request.POST:
        return _left(request, kept, slug, form)
    if "skip" in request.POST and steps.BY_SLUG[slug].skippable:
        kept.keep(slug, {})
        return redirect("ask:step", slug=_next(request, kept, slug))
    if not form.is_valid():
        return _show(request, kept, slug, form, status=422)
    if slug == "periksa":
        return _hand_in(request, kept, form)
    kept.keep(slug, _plain(form.cleaned_data))
    if slug == "aman" and form.cleaned_data.get("safe_now") == Safe.NO:
        return redirect("ask:danger")
    return redirect("ask:step", slug=_next(request, kept, slug))


def _left(request: HttpRequest, kept: Kept, slug: str, form: RangkulForm) -> HttpResponse:
    """Back, or away for a while: what was answered well enough is kept."""
    form.is_valid()
    if slug != "periksa" and (good := _plain(form.cleaned_data)):
        kept.keep(slug, {**kept.answers.get(slug, {}), **good})
    if "later" in request.POST:
        kept.begin()
        return render(request, "intake/ask/code.html", {"code": drafts.give_code(by=PUBLIC, draft=kept.draft)})
    earlier = steps.before(slug, kept.answers)
    return redirect("ask:step", slug=earlier) if earlier else redirect("ask:start")


def _next(request: HttpRequest, kept: Kept, slug: str) -> str:
    """From the last page one changes one answer and comes back, unless the change opened a new question."""
    if request.POST.get("then") == "periksa" and all(one.slug in kept.answers for one in _before_last(kept)):
        return "periksa"
    return steps.next_after(slug, kept.answers)


def _before_last(kept: Kept) -> list[steps.Step]:
    return [one for one in steps.path(kept.answers) if one.slug != "periksa"]


def _plain(cleaned: dict[str, Any]) -> dict[str, Any]:
    """Cleaned values as JSON keeps them; empty ones are not kept."""
    plain = {}
    for name, value in cleaned.items():
        if name == "once" or value in ("", None, [], ()):
            continue
        plain[name] = value.isoformat("minutes") if isinstance(value, time) else value
    return plain


def _show(request: HttpRequest, kept: Kept, slug: str, form: RangkulForm, status: int = 200) -> HttpResponse:
    here = [one.slug for one in steps.path(kept.answers)]
    chosen = kept.answers.get("apa", {}).get("fields_chosen", [])
    page = {
        "form": form,
        "step": steps.BY_SLUG[slug],
        "number": steps.number_of(slug),
        "of": steps.COUNT,
        "has_back": slug != here[0],
        "then": request.POST.get("then") or request.GET.get("then", ""),
        "problems": chosen if slug not in ("aman", "siapa") else [],
        "area": kept.answers.get("dimana", {}).get("region_code", ""),
        "rows": summary(kept.answers) if slug == "periksa" else [],
        "quick_exit": True,
    }
    return render(request, f"intake/ask/{_TEMPLATES.get(slug, 'step')}.html", page, status=status)


_TEMPLATES = {"aman": "safe", "apa": "what", "dimana": "where", "periksa": "check", "setuju": "consent"}


def _hand_in(request: HttpRequest, kept: Kept, form: RangkulForm) -> HttpResponse:
    """The last step. Pressed twice, or sent again after a lost answer, it is the same request with the same ticket."""
    missing = next((one.slug for one in _before_last(kept) if one.slug not in kept.answers), None)
    if missing or not kept.answers.get("setuju", {}).get(consents.TEXTS[0].purpose):
        return redirect("ask:step", slug=missing or "setuju")
    draft = kept.draft

    def hand_in() -> dict[str, str]:
        given = handed_in(kept.answers, get_language() or "id")
        room_to_hand_in(kept.address, given)
        made = submit(by=PUBLIC, given=given)
        shown = {"ticket": made.ticket, "due": str(made.due_at), "level": made.level, "region": made.region_code}
        drafts.close_draft(by=PUBLIC, draft=draft, request_id=made.pk, shown=shown)
        return {"request": str(made.pk)}

    try:
        once(draft.pk, "ask.hand_in", hand_in)
    except Refused as error:
        refuse(form, error)
        return _show(request, kept, "periksa", form, status=409)
    return redirect("ask:ticket")


@require_http_methods(["GET", "HEAD"])
@with_draft
def danger(request: HttpRequest, kept: Kept) -> HttpResponse:
    """Short sentences, the numbers that answer now, and the way on."""
    after = steps.next_after("aman", kept.answers)
    return render(request, "intake/ask/danger.html", {"after": after, "quick_exit": True})


@require_POST
@with_draft
def forget(request: HttpRequest, kept: Kept) -> HttpResponse:
    """Nothing stays of what was typed in this browser."""
    if not stale(request) and kept.draft is not None and not kept.draft.request_id:
        drafts.drop_draft(by=PUBLIC, draft=kept.draft)
    response = redirect("/")
    drop_cookie(response)
    kept.changed = False
    return response
