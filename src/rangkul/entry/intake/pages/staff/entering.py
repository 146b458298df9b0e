"""What came by telephone, on foot or by letter: one dense page, the same verb as the public wizard."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from rangkul.base.actions import Refused
from rangkul.base.clock import zone
from rangkul.base.forms import refuse
from rangkul.base.idempotency import once, scope_of
from rangkul.entry.intake import consents
from rangkul.entry.intake.actions import Agreed, Asked, HandedIn, SafeWays, submit
from rangkul.entry.intake.pages.staff.enter_form import EnterForm
from rangkul.entry.intake.policy import may_submit
from rangkul.entry.intake.tickets import pin_of

_SHOWN = "intake.entered"


@require_http_methods(["GET", "HEAD", "POST"])
def enter(http: HttpRequest) -> HttpResponse:
    if not may_submit(by=http.asker):
        raise PermissionDenied
    form = EnterForm(http.POST if http.method == "POST" else None, staff=http.user)
    if http.method == "POST" and form.is_valid():
        by = http.asker

        def hand_in() -> dict[str, str]:
            made = submit(by=by, given=handed_in(form.cleaned_data, get_language() or "id"))
            shown = {"pk": str(made.pk), "ticket": made.ticket_words, "due": made.due_at.isoformat()}
            return {**shown, "owner": made.owner.full_name, "unit": made.unit.name}

        try:
            kept = once(form.once_key, scope_of(by, "intake.enter"), hand_in)
        except Refused as error:
            refuse(form, error)
        else:
            http.session[_SHOWN] = kept
            return redirect("intake:entered")
    return render(http, "intake/enter.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def entered(http: HttpRequest) -> HttpResponse:
    """Ticket and PIN for the person on the line; the request may by now belong to another unit."""
    kept = http.session.get(_SHOWN)
    if not kept:
        return redirect("intake:queue")
    page = {**kept, "pin": pin_of(UUID(kept["pk"]), 1), "due": datetime.fromisoformat(kept["due"])}
    return render(http, "intake/entered.html", page)


def handed_in(given: dict[str, Any], language: str) -> HandedIn:
    return HandedIn(
        narrative=given["narrative"],
        fields=tuple(given["fields_chosen"]),
        safe_now=given["safe_now"],
        for_whom=given["for_whom"],
        ages=given["ages"] or (),
        violence_hours=int(given["violence_hours"]) if given["violence_hours"] else None,
        region_code=given["region_code"],
        place_words="" if given["region_code"] else given["place"],
        wants_sex=given["wants_sex"],
        language=given["language"],
        via=given["via"],
        received_at=_received(given),
        against_id=given["against"].pk if given["against"] else None,
        asked=Asked(**{name: given[name] for name in ("name", "called_name", "about_name", "relation", "sex")}),
        ways=SafeWays(
            channels=tuple(given["channels"]) or ("ticket",),
            days=tuple(given["days"]),
            from_time=given["from_time"],
            to_time=given["to_time"],
            code_word=given["code_word"],
            never_leave_message=not given["may_leave_message"],
            note=given["contact_note"],
            phone=given["phone"],
            phone_owner=given["phone_owner"] or "unknown",
        ),
        agreed=_agreed(given, language),
    )


def _received(given: dict[str, Any]) -> datetime | None:
    """None, which is now, where nobody said otherwise."""
    if not given["received_on"]:
        return None
    here = zone(given["region_code"])
    moment = datetime.combine(given["received_on"], given["received_time"] or datetime.min.time(), here)
    return min(moment, datetime.now(here)) if given["received_time"] else moment + timedelta(hours=8)


def _agreed(given: dict[str, Any], language: str) -> Agreed:
    """What was read to the person and answered; nothing where they could not be asked yet."""
    if not given["agreed"]:
        return Agreed()
    answers = {text.purpose: text.purpose in given["agreed"] for text in consents.TEXTS}
    return Agreed(answers, "spoken", consents.VERSION, language, given["witness"])
