"""Forms of what is counted again and again."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rangkul.base.days import today
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.widgets import Scale
from rangkul.journey.plans.actions import Counted
from rangkul.journey.plans.models import Measure, MeasurePhase, MeasurePoint, Plan
from rangkul.journey.plans.pages.forms import LINE, NOTE, area
from rangkul.journey.plans.states import CountedBy, Direction, PhaseLetter

_DAY = re.compile(r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})|(?P<iso>\d{4}-\d{2}-\d{2})")
_LINES = 4_000
RATING = (Decimal(0), Decimal(10))


class NumberField(forms.CharField):
    """A number as people write it, with a comma or a point."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, **given):
        super().__init__(max_length=16, **given)

    def clean(self, value):
        return number(text) if (text := super().clean(value).strip()) else None


def number(text: str) -> Decimal:
    """Raises ValidationError for what is no number."""
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise ValidationError(_now("Tulis angka saja, misalnya 3 atau 2,5."))
    return value


class BelongsForm(RangkulForm):
    """To which goal and which hypothesis a measure belongs."""

    thread = forms.ChoiceField(label=_("Untuk tujuan"), required=False)
    strand = forms.ChoiceField(
        label=_("Untuk dugaan"), help_text=_("Jika … maka … karena …, dari rencana."), required=False
    )

    def __init__(self, *args, plan: Plan | None, **kwargs):
        super().__init__(*args, **kwargs)
        goals = plan.goals.all() if plan else ()
        hypotheses = plan.hypotheses.all() if plan else ()
        self.fields["thread"].choices = [("", "—"), *((str(goal.thread), goal.title) for goal in goals)]
        self.fields["strand"].choices = [
            ("", "—"),
            *((str(row.strand), _now("Jika %(condition)s") % {"condition": row.condition}) for row in hypotheses),
        ]

    def clean(self):
        words = super().clean()
        for name in ("thread", "strand"):
            words[name] = UUID(words[name]) if words.get(name) else None
        return words


class MeasureForm(BelongsForm):
    name = forms.CharField(
        label=_("Apa yang dihitung"),
        help_text=_("Sesuatu yang bisa dilihat, misalnya: hari tidak masuk sekolah."),
        max_length=LINE,
    )
    unit = forms.CharField(label=_("Satuannya"), help_text=_("Misalnya: hari per minggu, kali sehari."), max_length=80)
    direction = forms.ChoiceField(label=_("Mana yang lebih baik"), choices=Direction.choices, widget=forms.RadioSelect)
    counted_by = forms.ChoiceField(label=_("Siapa yang menghitung"), choices=CountedBy.choices)
    least = NumberField(label=_("Nilai paling kecil yang mungkin"), required=False)
    most = NumberField(label=_("Nilai paling besar yang mungkin"), required=False)
    how = forms.CharField(
        label=_("Bagaimana menghitungnya"),
        help_text=_("Supaya petugas berikutnya menghitung dengan cara yang sama."),
        max_length=NOTE,
        widget=area(),
        required=False,
    )
    setting = forms.CharField(label=_("Di mana"), max_length=LINE, required=False)
    field_order = ("name", "unit", "direction", "counted_by", "least", "most", "how", "setting", "thread", "strand")


class FollowForm(BelongsForm):
    """Put an instrument into phases: its points stay where they are."""

    direction = forms.ChoiceField(label=_("Mana yang lebih baik"), choices=Direction.choices, widget=forms.RadioSelect)
    field_order = ("direction", "thread", "strand")


class PointForm(RangkulForm):
    """A measure from 0 to 10 is counted on a scale; whatever else, in a box."""

    on = DayField(label=_("Tanggal"), initial=today)
    value = NumberField(label=_("Angkanya"))
    note = forms.CharField(label=_("Catatan"), max_length=LINE, required=False)
    recalled = forms.BooleanField(label=_("Diingat kembali, bukan dicatat saat itu"), required=False)

    def __init__(self, *args, measure: Measure, **kwargs):
        super().__init__(*args, **kwargs)
        if (measure.least, measure.most) == RATING:
            self.fields["value"].widget = Scale(
                low=_("paling rendah"), high=_("paling tinggi"), choices=[(step, str(step)) for step in range(11)]
            )

    def points(self) -> list[Counted]:
        words = self.cleaned_data
        return [Counted(words["on"], words["value"], words["note"], words["recalled"])]


class PointsForm(RangkulForm):
    """Several days at once, one on a line: from an attendance list or a diary."""

    lines = forms.CharField(
        label=_("Satu hari satu baris: tanggal lalu angkanya"),
        help_text=_("Misalnya 12-10-2026 3. Bisa disalin dari tabel."),
        max_length=_LINES,
        widget=area(5),
    )
    recalled = forms.BooleanField(label=_("Diingat kembali, bukan dicatat saat itu"), required=False)

    def clean_lines(self) -> list[tuple[date, Decimal]]:
        return [_line(text) for text in self.cleaned_data["lines"].splitlines() if text.strip()]

    def points(self) -> list[Counted]:
        words = self.cleaned_data
        return [Counted(on, value, recalled=words["recalled"]) for on, value in words["lines"]]


def _line(text: str) -> tuple[date, Decimal]:
    parts = text.replace(";", " ").split()
    found = _DAY.fullmatch(parts[0]) if len(parts) == 2 else None
    try:
        if found is not None:
            return _day(found), number(parts[1])
    except (ValueError, ValidationError):
        pass
    raise ValidationError(_now("Baris ini belum bisa dibaca: “%(text)s”.") % {"text": text.strip()[:40]})


def _day(found: re.Match) -> date:
    """Raises ValueError for a day that no calendar has."""
    if found["iso"]:
        return date.fromisoformat(found["iso"])
    return date(int(found["y"]), int(found["m"]), int(found["d"]))


class CorrectPointForm(PointForm):
    taken_back = forms.BooleanField(label=_("Tarik titik ini dari garis"), required=False)
    reason = forms.CharField(label=_("Mengapa dikoreksi"), max_length=LINE)

    def __init__(self, *args, point: MeasurePoint, **kwargs):
        initial = {"on": point.on, "value": f"{point.value.normalize():f}".replace(".", ",")}
        initial |= {"note": point.note, "recalled": point.recalled}
        super().__init__(*args, measure=point.measure, initial=initial, **kwargs)
        if point.value % 1:
            # It lies between two steps and is shown as it was counted.
            self.fields["value"].widget = NumberField.widget


class PhaseForm(RangkulForm):
    letter = forms.ChoiceField(label=_("Fase"), choices=PhaseLetter.choices, widget=forms.RadioSelect)
    starts_on = DayField(label=_("Mulai tanggal"))
    name = forms.CharField(
        label=_("Nama fase"), help_text=_("Misalnya: sebelum pendampingan, kelompok belajar."), max_length=80
    )


class CorrectPhaseForm(PhaseForm):
    taken_back = forms.BooleanField(label=_("Tarik fase ini"), required=False)
    reason = forms.CharField(label=_("Mengapa dikoreksi"), max_length=LINE)

    def __init__(self, *args, phase: MeasurePhase, **kwargs):
        super().__init__(*args, initial={"starts_on": phase.starts_on, "name": phase.name}, **kwargs)
        del self.fields["letter"]


class EndMeasureForm(RangkulForm):
    reason = forms.CharField(label=_("Mengapa dihentikan"), max_length=LINE, widget=area())
