"""The client's door: how it goes, a few questions one by one, ticket and PIN."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC, TICKET_SESSION_KEY, Asker, acting
from rangkul.base.forms import RangkulForm, refuse
from rangkul.base.idempotency import once
from rangkul.entry.intake.actions import drafts, submit
from rangkul.entry.intake.frame import Kept, pin_of, room_to_hand_in, stale, with_draft
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.queries import for_ticket
from rangkul.entry.intake.states import Level, Safe, Via
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.pages.client import steps
from rangkul.support.counselling.pages.client.room import TICKET_SECONDS
from rangkul.support.counselling.pages.forms import NowForm
from rangkul.support.counselling.states import RoomKind


@never_cache
@require_safe
def start(http: HttpRequest) -> HttpResponse:
    """When somebody answers, how many wait, what to do meanwhile."""
    room = queries.for_ticket(http.asker)
    agency_id = room.agency_id if room is not None else None
    words = {
        "now": queries.right_now(),
        "promise": queries.promise(agency_id),
        "groups": queries.any_offered(),
        "mine": room if room is not None and room.lives else None,
    }
    return render(http, "counselling/start.html", {**words, "quick_exit": True})


def _key(slug: str) -> str:
    """Beside the answers of the form for requests, which one browser keeps in the same draft."""
    return f"konseling-{slug}"


def _answers(kept: Kept) -> dict[str, dict[str, Any]]:
    return {slug: kept.answers.get(_key(slug), {}) for slug in steps.BY_SLUG}


@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def step(http: HttpRequest, kept: Kept, slug: str) -> HttpResponse:
    if slug not in steps.BY_SLUG:
        return redirect("room:start")
    if kept.draft is not None and kept.draft.request_id:
        if slug != steps.FIRST:
            return redirect("room:ticket")
        kept.start_anew()
    if http.method == "POST":
        return _answered(http, kept, slug)
    if slug != steps.FIRST and _key(steps.FIRST) not in kept.answers:
        return redirect("room:step", slug=steps.FIRST)
    return _show(http, kept, slug, _asking(kept, slug))


def _asking(kept: Kept, slug: str, given: Any = None) -> RangkulForm:
    form = steps.FORMS[slug](given, initial=kept.answers.get(_key(slug), {}))
    kind = kept.answers.get(_key("cara"), {}).get("kind")
    if slug == "cerita" and kind == RoomKind.LETTER and queries.letters_are_sealed_somewhere():
        # A letter is written when the room is there, so that its first word can be sealed too.
        del form.fields["first_words"]
        form.fields["called_name"].help_text = _("Boleh kosong. Suratnya Anda tulis nanti, sesudah ruang dibuka.")
    return form


def _answered(http: HttpRequest, kept: Kept, slug: str) -> HttpResponse:
    form = _asking(kept, slug, http.POST)
    if stale(http):
        form.add_error(None, _("Halaman ini lama terbuka. Yang Anda tulis masih ada: tekan Lanjut sekali lagi."))
        return _show(http, kept, slug, form, 403)
    if "back" in http.POST:
        form.is_valid()
        if good := _plain(form):
            kept.keep(_key(slug), {**kept.answers.get(_key(slug), {}), **good})
        return redirect("room:step", slug=steps.before(slug))
    if "skip" in http.POST and steps.BY_SLUG[slug].skippable:
        kept.keep(_key(slug), {})
        return redirect("room:step", slug=steps.after(slug))
    if not form.is_valid():
        return _show(http, kept, slug, form, 422)
    kept.keep(_key(slug), _plain(form))
    return _hand_in(http, kept, form) if slug == steps.LAST else redirect("room:step", slug=steps.after(slug))


def _plain(form: RangkulForm) -> dict[str, Any]:
    given = getattr(form, "cleaned_data", {})
    return {name: value for name, value in given.items() if name != "once" and value not in ("", None, [], ())}


def _show(http: HttpRequest, kept: Kept, slug: str, form: RangkulForm, status: int = 200) -> HttpResponse:
    order = list(steps.BY_SLUG)
    answers = _answers(kept)
    page = {
        "form": form,
        "step": steps.BY_SLUG[slug],
        "number": order.index(slug) + 1,
        "of": len(order),
        "has_back": slug != steps.FIRST,
        "last": slug == steps.LAST,
        # Once, right after it was said; the lines at the foot stand on every page.
        "danger": answers["aman"].get("safe") == Safe.NO and slug == steps.after("aman"),
        "area": answers["dimana"].get("region_code", ""),
        "keep_days": queries.promise().keep_days,
        "quick_exit": True,
    }
    return render(http, "counselling/step.html", page, status=status)


def _hand_in(http: HttpRequest, kept: Kept, form: RangkulForm) -> HttpResponse:
    """The last step. Pressed twice it is the same request and the same room."""
    missing = next((slug for slug in steps.NEEDED if not kept.answers.get(_key(slug))), None)
    if missing:
        return redirect("room:step", slug=missing)
    answers = _answers(kept)
    own = http.asker if http.asker.kind == "ticket" else None
    draft = kept.draft

    def hand_in() -> dict[str, str]:
        if own is not None:
            request = _mine(own)
        else:
            given = steps.handed_in(answers, get_language() or "id")
            room_to_hand_in(kept.address, given)
            request = submit(by=PUBLIC, given=given)
        _begin(request, answers)
        shown = {"ticket": request.ticket, "due": str(request.due_at), "level": request.level,
                 "region": request.region_code}  # fmt: skip
        drafts.close_draft(by=PUBLIC, draft=draft, request_id=request.pk, shown=shown)
        return {"request": str(request.pk)}

    try:
        done = once(draft.pk, "room.hand_in", hand_in)
    except Refused as error:
        refuse(form, error)
        return _show(http, kept, steps.LAST, form, 409)
    _enter(http, done["request"])
    return redirect("room:room") if own is not None else redirect("room:ticket")


def _mine(own: Asker) -> Request:
    with acting(own):
        return for_ticket(own)


def _begin(request: Request, answers: dict[str, dict[str, Any]]) -> None:
    with acting(Asker("ticket", ticket_id=request.pk)) as by:
        actions.begin(by=by, request=request, begun=steps.begun(answers))


def _enter(http: HttpRequest, request_id: str) -> None:
    """Into the room without typing ticket and PIN once more; a worker who is signed in here stays who they are."""
    if http.asker.kind == "staff":
        return
    http.session.flush()
    http.session[TICKET_SESSION_KEY] = request_id
    http.session.set_expiry(TICKET_SECONDS)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def now(http: HttpRequest) -> HttpResponse:
    """For who came by the private link that a worker sent: one page and one press. Where they are is the first thing
    that the worker asks, where they leave it out here."""
    own = http.asker
    request = _mine(own) if own.kind == "ticket" else None
    if request is None or request.via != Via.OUTREACH:
        return redirect("room:start")
    if queries.living_of(request.pk) is not None:
        return redirect("room:room")
    form = NowForm(http.POST if http.method == "POST" else None)
    if http.method == "POST" and form.is_valid():
        try:
            actions.begin(by=own, request=request, begun=steps.begun_now(form.cleaned_data))
        except Refused as error:
            refuse(form, error)
        else:
            return redirect("room:room")
    page = {"form": form, "keep_days": actions.terms_of(request.agency_id).keep_days, "quick_exit": True}
    return render(http, "counselling/now.html", page, status=422 if form.errors else 200)


@require_safe
@with_draft
def ticket(http: HttpRequest, kept: Kept) -> HttpResponse:
    """Ticket and PIN, as often as this browser asks for a while; afterwards only who noted them has them."""
    if kept.draft is None or not kept.draft.request_id:
        return redirect("room:start")
    shown = drafts.answers_of(kept.draft)
    code = shown["ticket"]
    page = {
        "ticket": f"{code[:4]}-{code[4:]}",
        # A request that was there before the conversation may have had a new PIN since; its holder knows it.
        "pin": pin_of(kept.draft.request_id, 1),
        "at_once": shown["level"] == Level.MERAH,
        "minutes": drafts.KEPT_AFTER // timedelta(minutes=1),
        "area": shown["region"],
        "entered": http.asker.kind == "ticket",
        "may_lock": _may_lock(http.asker),
        "quick_exit": True,
    }
    return render(http, "counselling/ticket.html", page)


def _may_lock(by: Asker) -> bool:
    # This page asks as whoever has the draft; the room is shown to its ticket.
    with acting(by):
        room = queries.for_ticket(by)
        return room is not None and queries.may_be_sealed(room)
