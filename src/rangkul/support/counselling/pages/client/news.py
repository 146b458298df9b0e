"""Turning "Ada kabar untuk Anda" on and off, on a page of the ticket."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.forms.sending import send
from rangkul.base.news.choosing import MailForm, choices
from rangkul.base.news.sending import NewsWay
from rangkul.entry.intake.models import Request
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.pages.client.slots import holding


def _page(http: HttpRequest, mine: Request, form: MailForm | None = None) -> HttpResponse:
    forbidden, news = actions.forbids(mine), choices(queries.news_wishes(mine.pk), form)
    if forbidden:
        news |= {"push_key": "", "mail_form": None}
    words = {
        "news": news,
        "forbidden": forbidden,
        "area": mine.region_code,
        "problems": [],
        "quick_exit": True,
    }
    return render(http, "counselling/news.html", words, status=422 if form else 200)


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
