"""The request as its asker sees it: where it stands, what was decided and written; add something, take it back."""

from functools import wraps
from operator import itemgetter

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.clock import zone
from rangkul.base.forms import LONG
from rangkul.base.forms.sending import send
from rangkul.entry.intake import actions
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.queries import for_ticket, told_to_asker, who_answers
from rangkul.web.portal.actions import write_to_team
from rangkul.web.portal.case_parts import case_of, words_to_team
from rangkul.web.portal.forms import AddForm, DoorForm, WithdrawForm
from rangkul.web.portal.parts import parts_of
from rangkul.web.portal.words import icon_of, meaning, meaning_of_case


def holding_ticket(view):
    """Only for who came in by ticket and PIN; everybody else is shown the door."""

    @never_cache
    @wraps(view)
    def run(request: HttpRequest) -> HttpResponse:
        if request.asker.kind != "ticket":
            return door_for(request) if request.method == "POST" else redirect("portal:door")
        mine = for_ticket(request.asker)
        if mine is None:
            raise Http404
        # Every hour on the page is that of the place where the asker lives.
        with timezone.override(zone(mine.region_code)):
            return view(request, mine)

    return run


def door_for(request: HttpRequest) -> HttpResponse:
    """The ticket closed itself while somebody wrote: the door, with the words kept for afterwards."""
    kept = request.POST.get("text", "")[:LONG]
    page = {"form": DoorForm(initial={"kept": kept}), "kept": kept, "quick_exit": True}
    return render(request, "portal/door.html", page, status=403)


def page_of(http: HttpRequest, mine: Request, add: AddForm, leave: WithdrawForm, status: int = 200) -> HttpResponse:
    case = case_of(mine)
    now, following = meaning_of_case(case) if case else meaning(mine)
    parts = parts_of(mine, http.asker)
    page = {
        "mine": mine,
        "now": now,
        "following": following,
        "answers": who_answers(mine),
        "add": add,
        "withdraw": leave,
        "parts_first": [part for part in parts if part.first],
        "parts": [part for part in parts if not part.first],
        "events": _thread(mine),
        "quick_exit": True,
    }
    return render(http, "portal/request.html", page, status=status)


def _thread(mine: Request) -> list[dict]:
    """Decisions and words of both sides, newest first, as the timeline draws them."""
    shown = words_to_team(mine)
    for kind, row in told_to_asker(mine):
        if kind == "decision":
            who = _("Petugas") if row.by_id else _("Anda")
            text = row.text or (row.get_decline_reason_display() if row.decline_reason else "")
            shown.append(
                {"title": row.get_outcome_display(), "when": row.made_at, "icon": icon_of(row.outcome), "text": text,
                 "who": who, "tags": [row.partner] if row.partner else []}
            )  # fmt: skip
        else:
            who = _("Anda") if row.from_asker else _("Petugas")
            title = _("Anda menulis") if row.from_asker else _("Petugas menulis")
            shown.append({"title": title, "when": row.sent_at, "icon": "message", "text": row.text, "who": who,
                          "tags": []})  # fmt: skip
    return sorted(shown, key=itemgetter("when"), reverse=True)


@require_safe
@holding_ticket
def status(http: HttpRequest, mine: Request) -> HttpResponse:
    return page_of(http, mine, AddForm(), WithdrawForm(prefix="batal"))


@require_safe
@holding_ticket
def thread(http: HttpRequest, mine: Request) -> HttpResponse:
    """The list alone, for fetching again."""
    return render(http, "portal/thread.html", {"events": _thread(mine)})


@require_POST
@holding_ticket
def add(http: HttpRequest, mine: Request) -> HttpResponse:
    form = AddForm(http.POST)
    by = http.asker
    case = case_of(mine)
    if case is not None:
        sent = send(form, by, "portal.add", lambda words: write_to_team(by=by, request=mine, case=case, **words))
    else:
        sent = send(form, by, "portal.add", lambda words: actions.answer_by_asker(by=by, request=mine, **words))
    if sent:
        messages.success(http, _("Terkirim. Jawabannya muncul di halaman ini."))
        return redirect("portal:request")
    return page_of(http, mine, form, WithdrawForm(prefix="batal"), status=422)


@require_POST
@holding_ticket
def withdraw(http: HttpRequest, mine: Request) -> HttpResponse:
    form = WithdrawForm(http.POST, prefix="batal")
    by = http.asker
    if send(form, by, "portal.withdraw", lambda words: actions.withdraw(by=by, request=mine, **words)):
        return redirect("portal:request")
    return page_of(http, mine, AddForm(), form, status=422)
