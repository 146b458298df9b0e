"""Where the client's data went, what was asked there and what came of it; and the way to take it back."""

from uuid import UUID

from django.apps import apps
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.commons.trust.actions import withdraw_consent
from rangkul.entry.intake.models import Request
from rangkul.web.portal.case_parts import case_of
from rangkul.web.portal.parts import Part
from rangkul.web.portal.request import holding_ticket


def there() -> bool:
    return apps.is_installed("rangkul.support.referral")


def followed(request: Request, by: Asker) -> Part | None:
    rows = _rows(request)
    return Part("portal/referrals.html", {"rows": rows}) if rows else None


def _rows(request: Request) -> list[dict]:
    if not there():
        return []
    from rangkul.support.referral import hooks, queries

    rows = queries.of_client(case_of(request), request)
    on_their_way = hooks.on_their_way(rows)
    return [
        {
            "row": row,
            "items": [(queries.label_of(item.name), item.value, item.why) for item in row.items.all()],
            "late": row.due_at < clock.now(),
            "on_its_way": row.pk in on_their_way,
            "may_withdraw": row.may_be_withdrawn,
            "searching": row.need.is_open and row.ended_without_help,
        }
        for row in rows
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(http: HttpRequest, pk: UUID) -> HttpResponse:
    """First what it means, then the deed. The receiver's right ends in the same transaction."""

    @holding_ticket
    def run(request: HttpRequest, mine: Request) -> HttpResponse:
        found = next((one["row"] for one in _rows(mine) if one["row"].pk == pk and one["may_withdraw"]), None)
        if found is None:
            raise Http404
        if request.method != "POST":
            return render(request, "portal/withdraw_referral.html", {"referral": found, "quick_exit": True})
        withdraw_consent(by=request.asker, consent=found.consent)
        said = _("Rujukan sudah ditarik. Kami memberi tahu mereka. Paling lambat 3×24 jam mereka harus berhenti.")
        asked = _("Permintaan Anda kami catat. Kami memberi tahu mereka. Paling lambat 3×24 jam mereka harus berhenti.")
        messages.success(request, said if found.is_living else asked)
        return redirect("portal:request")

    return run(http)
