"""Prepared words for somebody in danger. They are a beginning: the worker changes them before anybody reads them."""

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rangkul.entry.crisis import queries
from rangkul.entry.intake.models import Request

# What is open at this moment, best first; a message that lists everything helps nobody.
LINES = 3


# In the language of whoever reads them, whatever language the worker reads: none of these is translated.
_FULL = """Halo, saya {worker}, pekerja sosial. Saya menulis karena peduli pada Anda.
Kalau hari-hari ini terasa berat, Anda tidak harus melewatinya sendirian.
Anda bisa bicara dengan petugas secara pribadi, gratis, tanpa akun:
{link}"""
# One or two SMS: no list, the number that always answers.
_SHORT = "Halo, saya {worker}, pekerja sosial. Saya peduli pada Anda. Bicara pribadi, gratis: {link} Bila bahaya: 119."
# Somebody else holds it first: the person must be able to tell whether the link was used.
_THROUGH = """Pesan ini untuk Anda sendiri, dari {worker}, pekerja sosial. Saya peduli pada Anda.
Anda bisa bicara dengan petugas secara pribadi, gratis, tanpa akun. Tautan ini hanya bisa dipakai satu kali:
{link}
Bila tautannya ternyata sudah dipakai orang lain, katakan bahwa Anda ingin bertemu langsung."""
_END = """Bila Anda dalam bahaya, datang ke IGD terdekat atau telepon 119.
Anda boleh tidak menjawab. Saya tetap ada bila Anda mau."""


class Wording(models.TextChoices):
    FULL = "lengkap", _("Lengkap")
    SHORT = "pendek", _("Pendek, untuk SMS")
    THROUGH = "lewat", _("Dibawa orang lain")


def caring_words(http: HttpRequest, request: Request, secret: str, wording: str = Wording.FULL) -> str:
    """A message with the lines that are open now and the private link. It names nobody, neither the reporter nor what
    was reported, for whoever else may look at the telephone."""
    words = {"worker": http.user.called_name, "link": http.build_absolute_uri(reverse("link:link", args=[secret]))}
    if wording == Wording.SHORT:
        return _SHORT.format(**words)
    begins = _THROUGH if wording == Wording.THROUGH else _FULL
    return "\n".join(filter(None, (begins.format(**words), _called(request), _END)))


def _called(request: Request) -> str:
    """The numbers that surely answer now; nothing where none does."""
    open_now = [
        one for one in queries.open_now(topics=("suicide", "mental_health"), area=request.region_code) if one.sure
    ]
    lines = "\n".join(f"- {one.line.short_label}: {one.line.number}" for one in open_now[:LINES])
    return f"Atau telepon sekarang:\n{lines}" if lines else ""
