"""A worker's own keys, and the keys that an admin gives to the sites of partners."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rangkul.base.actions import Refused
from rangkul.base.forms import refuse
from rangkul.base.idempotency import once, scope_of
from rangkul.web.api import actions, policy, queries
from rangkul.web.api.models import ApiToken
from rangkul.web.api.pages.forms import KeyForm, PartnerKeyForm

# More are made only by a fault; the newest are what somebody looks for.
_SHOWN = 100


def _only(allowed: bool) -> None:
    """Who has no keys does not learn that there are any."""
    if not allowed:
        raise Http404


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    _only(policy.may_make_own(by=request.asker))
    return render(request, "api/mine.html", {"keys": queries.own(request.asker)[:_SHOWN]})


@require_safe
def partners(request: HttpRequest) -> HttpResponse:
    _only(policy.may_keep_partners(by=request.asker))
    return render(request, "api/partners.html", {"keys": queries.of_partners(request.asker)[:_SHOWN]})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    _only(policy.may_make_own(by=request.asker))
    form = KeyForm(request.POST if request.method == "POST" else None)
    by, staff = request.asker, request.user
    return _new(request, form, "keys:mine", lambda: actions.make_token(by=by, staff=staff, **form.values()))


@require_http_methods(["GET", "HEAD", "POST"])
def new_for_partner(request: HttpRequest) -> HttpResponse:
    _only(policy.may_keep_partners(by=request.asker))
    form = PartnerKeyForm(request.POST if request.method == "POST" else None)
    return _new(request, form, "keys:partners", lambda: actions.make_partner_key(by=request.asker, **form.values()))


def _new(request: HttpRequest, form: KeyForm, back: str, make: Callable[[], tuple[ApiToken, str]]) -> HttpResponse:
    """The secret is shown in the answer to the one POST that made it, and nowhere else."""
    page = {"form": form, "back": back}
    if form.is_bound and form.is_valid():
        shown: dict = {}

        def write() -> dict[str, str]:
            shown["key"], shown["secret"] = make()
            return {"id": str(shown["key"].pk)}

        try:
            once(form.once_key, scope_of(request.asker, back), write)
        except Refused as error:
            refuse(form, error)
        else:
            if shown:
                return render(request, "api/made.html", shown | {"back": back})
            messages.info(request, _("Kunci ini sudah dibuat tadi. Isinya hanya tampil sekali."))
            return redirect(back)
    return render(request, "api/new.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    key = get_object_or_404(ApiToken, pk=pk)
    _only(policy.may_end(by=request.asker, key=key))
    back = "keys:partners" if key.for_partner else "keys:mine"
    if request.method == "POST":
        actions.end_key(by=request.asker, key=key)
        messages.success(
            request, _("Kunci %(name)s sudah berakhir dan tidak membuka apa-apa lagi.") % {"name": key.label}
        )
        return redirect(back)
    return render(request, "api/end.html", {"key": key, "back": back})
