"""Turning "Ada kabar untuk Anda" on and off, on a page of the ticket."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.entry.intake.models import Request
from rangkul.support.counselling import actions, queries, telling
from rangkul.support.counselling.pages.client.slots import holding
from rangkul.support.counselling.states import NewsWay


class MailForm(RangkulForm):
    reach_at = forms.EmailField(
        label=gettext_lazy("Alamat surel"), max_length=200,
        help_text=gettext_lazy("Hanya bila tidak ada orang lain yang membukanya."),
    )  # fmt: skip


def _page(http: HttpRequest, mine: Request, form: MailForm | None = None, error: str = "") -> HttpResponse:
    ways = telling.ways()
    words = {
        "form": form or MailForm(),
        "has_mail": NewsWay.MAIL in ways,
        "push_key": telling.public_key() if NewsWay.PUSH in ways else "",
        "on": queries.news_ways(mine.pk),
        "forbidden": actions.forbids(mine),
        "error": error,
        "area": mine.region_code,
        "problems": [],
        "quick_exit": True,
    }
    wrong = bool(error or (form and form.errors))
    return render(http, "counselling/news.html", words, status=422 if wrong else 200)


@require_safe
@holding
def show(http: HttpRequest, mine: Request) -> HttpResponse:
    return _page(http, mine)


@require_POST
@holding
def by_mail(http: HttpRequest, mine: Request) -> HttpResponse:
    form, by = MailForm(http.POST), http.asker
    verb = lambda words: actions.wish_news(by=by, request=mine, way=NewsWay.MAIL, **words)  # noqa: E731
    if send(form, by, "room.news", verb):
        messages.success(http, _("Dinyalakan. Surelnya hanya berbunyi: Ada kabar untuk Anda."))
        return redirect("room:news_wish")
    return _page(http, mine, form)


@require_POST
@holding
def by_push(http: HttpRequest, mine: Request) -> HttpResponse:
    """Asked by the page's script with the address that the browser gave; refused ones say why in words."""
    address = http.POST.get("reach_at", "")[:1001]
    actions.wish_news(by=http.asker, request=mine, way=NewsWay.PUSH, reach_at=address)
    return redirect("room:news_wish")


@require_POST
@holding
def stop(http: HttpRequest, mine: Request, way: str) -> HttpResponse:
    actions.stop_news(by=http.asker, request=mine, way=way)
    messages.success(http, _("Dimatikan. Alamatnya sudah kami hapus."))
    return redirect("room:news_wish")
