"""The request as its asker sees it: where it stands, what was decided and written; add something, take it back."""

from functools import wraps

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.forms import LONG, SHORT, RangkulForm
from rangkul.base.forms.sending import send
from rangkul.base.forms.widgets import counted
from rangkul.entry.intake import actions
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.queries import for_ticket, told_to_asker, who_answers
from rangkul.web.portal.parts import parts_of
from rangkul.web.portal.words import icon_of, meaning


class AddForm(RangkulForm):
    text = forms.CharField(
        label=gettext_lazy("Tulis kepada petugas"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 4, **counted(LONG)}),
    )


class WithdrawForm(RangkulForm):
    text = forms.CharField(
        label=gettext_lazy("Boleh tulis mengapa"), max_length=SHORT, required=False, widget=forms.TextInput()
    )


def holding_ticket(view):
    """Only for who came in by ticket and PIN; everybody else is shown the door."""

    @never_cache
    @wraps(view)
    def run(request: HttpRequest) -> HttpResponse:
        if request.asker.kind != "ticket":
            return redirect("portal:door")
        mine = for_ticket(request.asker)
        if mine is None:
            raise Http404
        return view(request, mine)

    return run


def _page(http: HttpRequest, mine: Request, add: AddForm, leave: WithdrawForm, status: int = 200) -> HttpResponse:
    now, following = meaning(mine)
    page = {
        "mine": mine,
        "now": now,
        "following": following,
        "answers": who_answers(mine),
        "add": add,
        "withdraw": leave,
        "parts": parts_of(mine, http.asker),
        "events": _thread(mine),
        "quick_exit": True,
    }
    return render(http, "portal/request.html", page, status=status)


def _thread(mine: Request) -> list[dict]:
    """Decisions and words of both sides, newest first, as the timeline draws them."""
    shown = []
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
    return shown


@require_safe
@holding_ticket
def status(http: HttpRequest, mine: Request) -> HttpResponse:
    return _page(http, mine, AddForm(), WithdrawForm(prefix="batal"))


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
    if send(form, by, "portal.add", lambda words: actions.answer_by_asker(by=by, request=mine, **words)):
        return redirect("portal:request")
    return _page(http, mine, form, WithdrawForm(prefix="batal"), status=422)


@require_POST
@holding_ticket
def withdraw(http: HttpRequest, mine: Request) -> HttpResponse:
    form = WithdrawForm(http.POST, prefix="batal")
    by = http.asker
    if send(form, by, "portal.withdraw", lambda words: actions.withdraw(by=by, request=mine, **words)):
        return redirect("portal:request")
    return _page(http, mine, AddForm(), form, status=422)
