"""Prepared words for somebody in danger. They are a beginning: the worker changes them before anybody reads them."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.entry.crisis import queries
from rangkul.entry.intake.models import Request

# What is open at this moment, best first; a message that lists everything helps nobody.
LINES = 3


def caring_words(http: HttpRequest, request: Request, secret: str) -> str:
    """A message with the lines that are open now and the private link. It names nobody, neither the reporter nor what
    was reported, for whoever else may look at the telephone."""
    open_now = [
        one for one in queries.open_now(topics=("suicide", "mental_health"), area=request.region_code) if one.sure
    ]
    lines = "\n".join(f"- {one.line.short_label}: {one.line.number}" for one in open_now[:LINES])
    link = http.build_absolute_uri(reverse("link:link", args=[secret]))
    return _(
        "Halo, saya %(worker)s, pekerja sosial. Saya menulis karena peduli pada Anda.\n"
        "Kalau hari-hari ini terasa berat, Anda tidak harus melewatinya sendirian.\n"
        "Anda bisa bicara dengan petugas secara pribadi, gratis, tanpa akun:\n%(link)s\n"
        "Atau telepon sekarang:\n%(lines)s\n"
        "Bila Anda dalam bahaya, datang ke IGD terdekat atau telepon 119.\n"
        "Anda boleh tidak menjawab. Saya tetap ada bila Anda mau."
    ) % {"worker": http.user.called_name, "link": link, "lines": lines}
