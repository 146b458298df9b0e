"""The places of the work pages, each shown to those who can use it."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Place:
    label: str
    url_name: str
    icon: str
    roles: frozenset[str]
    # Opened now and then, so that whoever has many places finds it behind "Lainnya".
    aside: bool = False

    @cached_property
    def url(self) -> str:
        """The same for as long as the process lives; a dozen of them stand on every page."""
        return reverse(self.url_name)


_PRACTICE = frozenset({"peksos", "junior", "supervisor"})
PLACES = (
    Place(_("Hari ini"), "desks:today", "home", _PRACTICE),
    Place(_("Antrean"), "intake:queue", "inbox", _PRACTICE),
    Place(_("Krisis"), "danger:board", "bell-ringing", _PRACTICE | {"pimpinan"}),
    Place(_("Kasus saya"), "cases:mine", "folder", _PRACTICE),
    Place(_("Konseling"), "counselling:home", "message-2", _PRACTICE | {"pimpinan"}),
    Place(_("Rujukan"), "referrals:board", "send", _PRACTICE | {"pimpinan"}),
    Place(_("Rujukan masuk"), "exchange:incoming_rows", "inbox", _PRACTICE, aside=True),
    Place(_("Hak dan bantuan"), "entitlements:board", "coin", _PRACTICE, aside=True),
    Place(_("Konsultasi"), "consultation:home", "question-mark", _PRACTICE, aside=True),
    Place(_("Relawan"), "volunteers:board", "users", _PRACTICE | {"pimpinan"}, aside=True),
    Place(_("Layanan"), "directory:search", "map-pin", _PRACTICE | {"pimpinan", "admin"}, aside=True),
    Place(pgettext_lazy("menu", "Orang"), "people:register", "users", _PRACTICE, aside=True),
    Place(_("Supervisi"), "workforce:home", "heart-handshake", _PRACTICE | {"pimpinan", "praktikan"}),
    Place(_("Tim"), "desks:team", "layout-dashboard", frozenset({"supervisor"})),
    Place(_("Lembaga"), "desks:agency", "building", frozenset({"pimpinan"})),
    Place(_("Pengguna"), "accounts:staff", "user-cog", frozenset({"admin"})),
    Place(_("Formulir"), "instruments:forms", "forms", frozenset({"admin"})),
    Place(_("Situs mitra"), "keys:partners", "key", frozenset({"admin"})),
    Place(_("Server mitra"), "exchange:peers", "world", frozenset({"admin"}), aside=True),
    Place(_("Nomor bantuan"), "lines:keep", "phone", frozenset({"admin", "supervisor", "pimpinan"}), aside=True),
    Place(_("Alat pemanggil"), "danger:devices", "bell-ringing", frozenset({"admin"}), aside=True),
    Place(_("Hak atas data"), "trust:rights", "shield-heart", frozenset({"pdp", "auditor", "pimpinan"})),
    Place(_("Insiden data"), "trust:breaches", "alert-triangle", frozenset({"pdp", "auditor", "pimpinan"})),
    Place(_("Akses darurat"), "trust:reviews", "key", frozenset({"supervisor", "pdp"}), aside=True),
    Place(
        _("Pedoman teknologi"),
        "trust:practice",
        "file-text",
        _PRACTICE | {"pimpinan", "admin", "praktikan"},
        aside=True,
    ),
    Place(_("Jejak audit"), "trust:audit", "shield-check", frozenset({"auditor", "pdp"})),
)


# As many as the eye takes in at once, and as fit beside the search on a small desk.
_IN_THE_ROW = 7


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
        shown.append({"label": place.label, "url": url, "icon": place.icon, "aside": place.aside})
    here = _place_of(request.path, [place["url"] for place in shown])
    for place in shown:
        place["here"] = place["url"] == here
    return _in_a_row(shown)


def _in_a_row(places: list[dict]) -> list[dict]:
    """Whoever has more places than fit has the rest aside; the place where one is stands in the row, for another."""
    often = [place for place in places if not place["aside"]]
    row = places if len(places) <= _IN_THE_ROW + 1 else often[:_IN_THE_ROW]
    shown = {place["url"] for place in row}
    here = [place for place in places if place["here"] and place["url"] not in shown]
    # By address: comparing two labels says both of them.
    shown = {place["url"] for place in row[: len(row) - len(here)] + here}
    for place in places:
        place["aside"] = place["url"] not in shown
    return places


# What is done within a case lies at addresses of its own, yet the worker is still at the cases.
_PARTS_OF_A_CASE = (
    "/kerja/asesmen/",
    "/kerja/rencana/",
    "/kerja/instrumen/kasus/",
    "/kerja/gambar/",
    "/kerja/kunjungan/",
    "/kerja/pembahasan/",
    "/kerja/dokumen/",
    "/kerja/konseling/kasus/",
    "/kerja/rujukan/kasus/",
    "/kerja/konsultasi/kasus/",
    "/kerja/hak/kasus/",
)


def _place_of(path: str, addresses: list[str]) -> str | None:
    """The address that a page belongs to: the longest that begins its own. The first desk is only itself."""
    if path.startswith(_PARTS_OF_A_CASE):
        path = "/kerja/kasus/"
    around = [
        address for address in addresses if path == address or (path.startswith(address) and address != "/kerja/")
    ]
    return max(around, key=len, default=None)
