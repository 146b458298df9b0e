"""Somebody fears for somebody. One page, without an account and without scripts: what worries, where, how to be
reached; and what the reporter can do at once, before and after sending."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC, acting
from rangkul.base.forms import RangkulForm, refuse
from rangkul.base.forms.fields import PhoneField, line, text
from rangkul.base.forms.widgets import LARGEST_FILE, SeveralFiles, SeveralFilesField, suggest
from rangkul.base.idempotency import once, scope_of
from rangkul.base.wilayah import queries as wilayah
from rangkul.entry.crisis import actions
from rangkul.entry.crisis.actions import Brought
from rangkul.entry.intake import queries as intake
from rangkul.entry.intake.actions import Asked, HandedIn, SafeWays, first_pin, knocked_too_often
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import ForWhom, Via

# Wide: a school or a help line shares one address, and whoever meets the bound is sent to the telephone.
MOST_AN_HOUR = 60
_MOST_WORDS = 4000


class ReportForm(RangkulForm):
    worry = text(
        gettext_lazy("Apa yang membuat Anda khawatir?"), rows=5, most=_MOST_WORDS,
        help_text=gettext_lazy("Tulis yang Anda lihat, baca, atau dengar. Satu kalimat pun cukup."),
    )  # fmt: skip
    link = line(
        gettext_lazy("Tautan unggahannya"), most=500, required=False,
        help_text=gettext_lazy("Bila ada. Kami tidak membuka atau menyebarkannya otomatis."),
    )  # fmt: skip
    files = SeveralFilesField(
        label=gettext_lazy("Tangkapan layar atau foto"),
        help_text=gettext_lazy("Bila ada, paling banyak empat. Hanya petugas yang melihatnya."),
        required=False,
        widget=SeveralFiles(LARGEST_FILE),
    )
    about_name = line(
        gettext_lazy("Siapa orangnya?"), most=120, required=False,
        help_text=gettext_lazy("Nama, nama panggilan, atau nama akunnya."),
    )  # fmt: skip
    place = forms.CharField(
        label=gettext_lazy("Di desa, kelurahan, atau kecamatan mana ia mungkin berada?"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=suggest(reverse_lazy("wilayah:suggest"), "region_code")),
    )
    region_code = forms.RegexField(
        r"^(\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?)?$", max_length=13, required=False, widget=forms.HiddenInput
    )
    place_words = line(
        gettext_lazy("Petunjuk lain tentang tempatnya"), required=False,
        help_text=gettext_lazy("Misalnya: kos dekat kampus, kantor, sekolah, rumah neneknya."),
    )  # fmt: skip
    relation = line(gettext_lazy("Apa hubungan Anda dengan orang itu?"), most=80, required=False)
    name = line(gettext_lazy("Nama Anda"), most=120, required=False)
    phone = PhoneField(
        label=gettext_lazy("Nomor telepon Anda"),
        help_text=gettext_lazy("Supaya petugas bisa bertanya kepada Anda. Boleh dikosongkan."),
    )
    email = forms.EmailField(label=gettext_lazy("Alamat surel Anda"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """A place that nobody can tell apart stays in words: no report waits for an address."""
        cleaned = super().clean()
        typed, code = cleaned.get("place", ""), cleaned.get("region_code", "")
        if not (typed and code and wilayah.path(code)):
            found = wilayah.suggest(typed) if typed else []
            cleaned["region_code"] = found[0].code if len(found) == 1 else ""
        return cleaned


def _given(words: dict[str, Any]) -> HandedIn:
    typed = "" if words["region_code"] else words["place"]
    channels = [way for way, field in (("call", "phone"), ("email", "email")) if words[field]]
    language = get_language() or "id"
    return HandedIn(
        narrative=words["worry"],
        for_whom=ForWhom.OTHER,
        region_code=words["region_code"],
        place_words=". ".join(part for part in (typed, words["place_words"]) if part),
        language="" if language == "id" else language,
        via=Via.REPORT,
        asked=Asked(name=words["name"], about_name=words["about_name"], relation=words["relation"]),
        ways=SafeWays(
            channels=("ticket", *channels), phone=words["phone"], email=words["email"],
            phone_owner="self" if words["phone"] else "unknown",
        ),
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    # Whoever else is signed in in this browser, a report is a citizen's.
    with acting(PUBLIC):
        form = ReportForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and (sent := _sent(request, form)):
            return render(request, "crisis/reported.html", sent | {"quick_exit": True})
        page = {"form": form, "quick_exit": True}
        return render(request, "crisis/report.html", page, status=422 if form.errors else 200)


def _sent(request: HttpRequest, form: ReportForm) -> dict[str, Any] | None:
    """Ticket and PIN, the same ones for the same page sent again."""
    if not form.is_valid():
        return None
    try:
        kept = once(form.once_key, scope_of(PUBLIC, "report"), lambda: _hand_in(request, form.cleaned_data))
    except Refused as error:
        refuse(form, error)
        return None
    made = Request(pk=kept["request"], ticket=kept["ticket"])
    return {"ticket": made.ticket_words, "pin": first_pin(made), "area": kept["area"]}


def _hand_in(request: HttpRequest, words: dict[str, Any]) -> dict[str, str]:
    address = intake.address_of(request)
    if intake.is_known(address) and knocked_too_often("report", address, seconds=3600, most=MOST_AN_HOUR):
        raise Refused(_("Terlalu banyak laporan dari sambungan ini. Telepon salah satu nomor di halaman ini sekarang."))
    files = [Brought(one.file, one.size, one.name) for one in words["files"] if one]
    made = actions.report(by=PUBLIC, given=_given(words), link=words["link"], files=files)
    return {"request": str(made.request.pk), "ticket": made.request.ticket, "area": made.request.region_code}
