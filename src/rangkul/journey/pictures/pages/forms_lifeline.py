"""What is asked about something that happened: when, as far as it is known, what, and who says so."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rangkul.base.days import today
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import FIRST, DayField
from rangkul.journey.assessment.states import Source
from rangkul.journey.pictures.models import LifeEvent
from rangkul.journey.pictures.states import Exactness

_MONTHS = [("", _("Tidak tahu")), *((str(number), name) for number, name in MONTHS.items())]


class LifeForm(RangkulForm):
    """A year is enough; month and day as far as somebody remembers them."""

    year = forms.IntegerField(label=_("Tahun"), min_value=FIRST.year, max_value=2100)
    month = forms.ChoiceField(label=_("Bulan, bila tahu"), choices=_MONTHS, required=False)
    day = forms.IntegerField(label=_("Tanggal, bila tahu"), min_value=1, max_value=31, required=False)
    about = forms.BooleanField(label=_("Tahunnya hanya kira-kira"), required=False)
    words = forms.CharField(
        label=_("Apa yang terjadi"), help_text=_("Singkat, bila bisa dengan kata-kata klien."), max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    source = forms.ChoiceField(label=_("Menurut siapa"), choices=Source.choices)
    source_date = DayField(label=_("Tanggal dikatakan atau dilihat"))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["source_date"].initial = today

    def clean(self) -> dict[str, Any]:
        """`year`, `month`, `day` and `about` become what the verb takes: a day and how exact it is."""
        given = super().clean()
        year, month, day = given.get("year"), given.pop("month", ""), given.pop("day", None)
        about = given.pop("about", False)
        if "year" in given:
            del given["year"]
            given["happened_on"], given["exactness"] = self._told(year, int(month or 0), day, about=about)
        return given

    def _told(self, year: int, month: int, day: int | None, *, about: bool) -> tuple[date | None, str]:
        if day and not month:
            self.add_error("month", _now("Pilih bulannya juga, atau kosongkan tanggalnya."))
        if about and month:
            self.add_error("about", _now("Bila bulannya diketahui, tahunnya tidak lagi kira-kira."))
        try:
            told = date(year, month or 1, (day or 1) if month else 1)
        except ValueError:
            self.add_error("day", _now("Tanggal ini tidak ada di bulan itu. Periksa lagi."))
            return None, ""
        if told > today():
            self.add_error("year", _now("Waktu ini belum tiba. Periksa lagi."))
        if about:
            return told, Exactness.ABOUT
        return told, Exactness.DAY if day else Exactness.MONTH if month else Exactness.YEAR


class CorrectLifeForm(LifeForm):
    reason = forms.CharField(label=_("Apa yang dikoreksi?"), max_length=1_000)

    @classmethod
    def initial_of(cls, event: LifeEvent) -> dict[str, Any]:
        on, exact = event.happened_on, event.exactness
        return {
            "year": on.year,
            "month": str(on.month) if exact in (Exactness.DAY, Exactness.MONTH) else "",
            "day": on.day if exact == Exactness.DAY else None,
            "about": exact == Exactness.ABOUT,
            "words": event.words,
            "source": event.source,
            "source_date": event.source_date,
        }


class TakeBackForm(RangkulForm):
    because = forms.CharField(label=_("Mengapa peristiwa ini ditarik kembali?"), max_length=1_000)
