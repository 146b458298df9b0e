"""My account: how I sign in, where I am signed in, and how I hear that something waits for me."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.forms.sending import send
from rangkul.base.news.choosing import MailForm, choices
from rangkul.base.news.sending import NewsWay
from rangkul.commons.people import actions, queries
from rangkul.web.accounts import sessions


def _page(request: HttpRequest, form: MailForm | None = None) -> HttpResponse:
    asked = form or MailForm(initial={"reach_at": request.user.email})
    page = {
        "required": settings.SECOND_FACTOR_REQUIRED,
        "sessions": sessions.signed_in(request.user, request.session.session_key),
        "news": choices(queries.staff_news_of(request.asker), asked),
    }
    return render(request, "accounts/mine.html", page, status=422 if form else 200)


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    return _page(request)


@require_POST
def by_mail(request: HttpRequest) -> HttpResponse:
    form, by = MailForm(request.POST), request.asker
    verb = lambda words: actions.wish_staff_news(by=by, way=NewsWay.MAIL, **words)  # noqa: E731
    if send(form, by, "account.news", verb):
        messages.success(request, _("Dinyalakan. Surelnya hanya berbunyi: Ada kabar untuk Anda."))
        return redirect("accounts:mine")
    return _page(request, form)


@require_POST
def by_push(request: HttpRequest) -> HttpResponse:
    """Asked by the page's script with the address that the browser gave; refused ones say why in words."""
    actions.wish_staff_news(by=request.asker, way=NewsWay.PUSH, reach_at=request.POST.get("reach_at", "")[:1001])
    return redirect("accounts:mine")


@require_POST
def stop(request: HttpRequest, way: str) -> HttpResponse:
    actions.stop_staff_news(by=request.asker, way=way)
    messages.success(request, _("Dimatikan. Alamatnya sudah kami hapus."))
    return redirect("accounts:mine")
