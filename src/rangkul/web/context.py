"""What every page knows: who asks, where the stream is, which parts of the house the navigation shows."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.trust.policy import may_break_glass
from rangkul.commons.trust.queries import is_opened_by, numbers_of_broken, open_glass
from rangkul.commons.trust.words import FILES_OPEN_AT, kind_of
from rangkul.entry.intake import queries as intake
from rangkul.web.desks.today import ABOVE
from rangkul.web.middleware.doors import waits_at_the_door
from rangkul.web.navigation import navigation


def page(request: HttpRequest) -> dict:
    asker = getattr(request, "asker", None)
    # A live part takes from the answer what has its own id: what stands around the page is not drawn again.
    part_only = request.headers.get("X-Rangkul-Live") == "true"
    if asker is None or asker.kind != "staff" or not request.user.is_authenticated:
        return {"asker": asker, "demo": settings.DEMO, "part_only": part_only}
    waits = waits_at_the_door(request)
    return {
        "asker": asker,
        "demo": settings.DEMO,
        "staff": request.user,
        "staff_role": request.user.roles_in_words,
        "part_only": part_only,
        "nav": [] if waits or part_only else navigation(request),
        "home_url": reverse("desks:today"),
        "search_url": reverse("desks:search") if asker.practises and not waits else "",
        "user_menu": [*_menu(asker), _other_language(request)],
        # Those to whom a request may rise learn of it on whatever page they are.
        "told": SimpleLazyObject(lambda: intake.told(asker)) if asker.has(*ABOVE) else None,
        "break_glass": SimpleLazyObject(lambda: _glass(request)),
        # The stream tells what happened since this page was drawn, also while it was on its way.
        "stream_url": f"{settings.STREAM_URL}?sejak={int(now().timestamp())}",
    }


def _glass(request: HttpRequest) -> dict[str, Any] | None:
    """The emergency access that is open now: to which file, whether this page is of it, and where it is given back."""
    glass = open_glass(request.asker)
    if glass is None:
        return None
    match = request.resolver_match
    ids = [value for value in match.kwargs.values() if isinstance(value, UUID)] if match else []
    return {
        "until": glass.until,
        "reason": glass.reason,
        "here": is_opened_by(glass, ids),
        "number": numbers_of_broken([glass]).get(glass.pk, ""),
        "kind": kind_of(glass.subject_kind),
        "file_url": reverse(FILES_OPEN_AT[glass.subject_kind], args=[glass.subject_id]),
        "end_url": reverse("trust:close_glass", args=[glass.pk]),
    }


def _other_language(request: HttpRequest) -> dict[str, Any]:
    """Back to the same page in the other language; a page that answered a form cannot be asked for again."""
    code, label = ("en", "English") if get_language() == "id" else ("id", "Bahasa Indonesia")
    here = request.get_full_path() if request.method == "GET" else reverse("desks:today")
    return {
        "label": label, "lang": code, "url": reverse("site:language"), "icon": "language", "post": True,
        "fields": [("language", code), ("next", here)],
    }  # fmt: skip


def _menu(asker: Asker) -> list[dict[str, str]]:
    items = [(_("Akun saya"), "accounts:mine", "user-cog")]
    if may_break_glass(by=asker):
        items.append((_("Akses darurat"), "trust:seek", "key"))
    items.append((_("Laporkan insiden data"), "trust:report_breach", "alert-triangle"))
    return [{"label": label, "url": reverse(name), "icon": icon} for label, name, icon in items]
