"""What the client keeps here themself: a file or words handed in as evidence, and their own plan written on. Nothing
of what was handed in is shown again, and no title says what it is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.apps import apps
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import line, text
from rangkul.base.forms.sending import send
from rangkul.base.forms.widgets import LARGEST_FILE, attached
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.web.portal.actions import hear, write_to_team
from rangkul.web.portal.case_parts import case_of
from rangkul.web.portal.parts import Part
from rangkul.web.portal.request import holding_ticket


class HandInForm(RangkulForm):
    title = line(gettext_lazy("Apa ini?"), help_text=gettext_lazy("Singkat saja, misalnya: foto tanggal 3 Mei."))
    file = forms.FileField(
        label=gettext_lazy("Berkas"),
        required=False,
        widget=attached(LARGEST_FILE),
        help_text=gettext_lazy(
            "Foto, PDF, dokumen, atau percakapan WhatsApp (.txt, .zip), yang asli. Paling besar 15 MB."
        ),
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("Berkasnya percakapan, dan saya setuju percakapan itu disimpan utuh"),
        required=False,
        help_text=gettext_lazy(
            "Di dalamnya ada juga kata-kata orang lain. Percakapan itu dikunci seperti datangnya, dan hanya dibaca "
            "petugas yang boleh membuka catatan Anda. Ia tidak dinilai mesin dan tidak dikirim kepada siapa pun."
        ),
    )
    purpose = line(gettext_lazy("Bila percakapan: untuk apa disimpan?"), required=False)
    happened = line(gettext_lazy("Kapan kejadiannya, bila ingat?"), required=False)
    # Called so that the door keeps it, where the ticket closed itself meanwhile.
    text = text(gettext_lazy("atau tulis di sini"), rows=4, most=5_000, required=False)

    field_order = ("title", "file", "text", "happened", "agreed", "purpose")


def _ready() -> bool:
    return apps.is_installed("rangkul.journey.protection")


def _may(mine: Request) -> bool:
    from rangkul.journey.protection import queries

    return queries.may_hand_in(mine) and queries.takes_in(case_of(mine) or mine)


def way_in(request: Request, by: Asker) -> Part | None:
    return Part("portal/own_way.html") if _ready() and _may(request) else None


@require_http_methods(["GET", "HEAD", "POST"])
@holding_ticket
def hand_in(http: HttpRequest, mine: Request) -> HttpResponse:
    if not (_ready() and _may(mine)):
        raise Http404
    form = HandInForm(http.POST or None, http.FILES or None)
    if http.method == "POST" and send(form, http.asker, "portal.own", lambda words: _hand_in(http.asker, mine, words)):
        messages.success(http, _("Diterima %(when)s. Petugas Anda akan melihatnya.") % {"when": _when(mine)})
        return redirect("portal:request")
    words = {"form": form, "quick_exit": True}
    return render(http, "portal/own.html", words, status=422 if form.errors else 200)


def _when(mine: Request) -> str:
    local = clock.local(clock.now(), mine.region_code)
    return f"{local:%d-%m-%Y %H.%M} {clock.ABBREVIATION[str(local.tzinfo)]}"


def _hand_in(by: Asker, mine: Request, words: dict[str, Any]) -> Any:
    """Whoever works with the client hears of it as of any word of theirs, and danger in it raises the level."""
    from rangkul.journey.protection import actions

    upload, written = words.pop("file"), words.pop("text")
    said = _("Saya menitipkan catatan atau berkas.")
    if upload is not None:
        words |= {"file": upload.file, "size": upload.size, "name": upload.name}
    heard = "\n".join([words["title"], words["purpose"], written])
    with transaction.atomic():
        row = actions.hand_in(by=by, request=mine, words=written, **words)
        case = case_of(mine)
        if case is not None:
            write_to_team(by=by, request=mine, case=case, text=said, heard=heard)
            return row
        intake.answer_by_asker(by=by, request=mine, text=said)
        hear(request=mine, case=None, text=heard)
    return row


class OwnPlanForm(RangkulForm):
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=32_000)

    def __init__(self, *args: Any, asks: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for ask in asks:
            field = text(ask.label, rows=2, most=2_000, required=False, help_text=ask.hint)
            self.fields[ask.name] = field
            self._adapt(field)


@require_http_methods(["GET", "HEAD", "POST"])
def plan(http: HttpRequest, situation: str) -> HttpResponse:
    """Only what a worker gave behind this ticket, because the client said that it is safe there."""
    return holding_ticket(lambda request, mine: _plan(request, mine, situation))(http)


def _plan(http: HttpRequest, mine: Request, situation: str) -> HttpResponse:
    if not (_ready() and _may(mine)):
        raise Http404
    from rangkul.journey.protection import actions, queries
    from rangkul.journey.protection.safety_words import ASKS

    held = {row.situation: (row, given) for row, given in queries.own_plans(case_of(mine) or mine)}
    if situation not in held:
        raise Http404
    row, given = held[situation]
    form = OwnPlanForm(http.POST or None, asks=ASKS[situation], initial={**given, "seen": row.version})

    def verb(words: dict[str, Any]) -> Any:
        seen = words.pop("seen")
        with transaction.atomic():
            row = actions.write_own_plan(by=http.asker, request=mine, situation=situation, answers=words, seen=seen)
            hear(request=mine, case=case_of(mine), text="\n".join(words.values()))
        return row

    if http.method == "POST" and send(form, http.asker, f"portal.plan.{situation}", verb):
        messages.success(http, _("Tersimpan."))
        return redirect("portal:request")
    return render(http, "portal/own_plan.html", {"form": form, "quick_exit": True}, status=422 if form.errors else 200)
