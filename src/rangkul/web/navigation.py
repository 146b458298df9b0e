"""The places of the work pages, each shown to those who can use it."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Place:
    label: str
    url_name: str
    icon: str
    roles: frozenset[str]

    @property
    def url(self) -> str:
        return reverse(self.url_name)


_PRACTICE = frozenset({"peksos", "junior", "supervisor"})
PLACES = (
    Place(_("Hari ini"), "desks:today", "home", _PRACTICE),
    Place(_("Antrean"), "intake:queue", "inbox", _PRACTICE),
    Place(_("Kasus saya"), "cases:mine", "folder", _PRACTICE),
    Place(_("Orang"), "people:register", "users", _PRACTICE),
    Place(_("Tim"), "desks:team", "layout-dashboard", frozenset({"supervisor"})),
    Place(_("Lembaga"), "desks:agency", "building", frozenset({"pimpinan"})),
    Place(_("Pengguna"), "accounts:staff", "user-cog", frozenset({"admin"})),
    Place(_("Akses darurat"), "trust:reviews", "key", frozenset({"supervisor", "pdp"})),
    Place(_("Jejak audit"), "trust:audit", "shield-check", frozenset({"auditor", "pdp"})),
)


def navigation(request: HttpRequest) -> list[dict]:
    """Places for the asker's roles; a place whose module is off is left out."""
    shown = []
    for place in PLACES:
        if not request.asker.has(*place.roles):
            continue
        try:
            url = place.url
        except NoReverseMatch:
            continue
        shown.append({"label": place.label, "url": url, "icon": place.icon, "here": False})
    # The first desk's address begins every other one, so the longest that fits is where we are.
    around = [place for place in shown if request.path.startswith(place["url"])]
    if around:
        max(around, key=lambda place: len(place["url"]))["here"] = True
    return shown
