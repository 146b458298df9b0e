"""What a volunteer, a need and each step of a match ask of a worker."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, text
from rangkul.base.forms.widgets import LongSelect
from rangkul.base.taxonomy import shipped
from rangkul.base.taxonomy.queries import AID
from rangkul.base.wilayah.forms import PlaceForm
from rangkul.commons.directory.states import AgreedHow, Language
from rangkul.commons.people.models import Staff
from rangkul.support.volunteers.actions.stopping import BAR, RESTORE
from rangkul.support.volunteers.models import Volunteer
from rangkul.support.volunteers.states import EXPIRING, Outcome, Present, Seen, Time

_EMPTY = _("Pilih satu")


def _aid() -> list[tuple[str, str]]:
    return [(term.code, f"{term.label}: {term.hint}") for term in shipped.terms(AID)]


def _several(label, choices, **more) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, choices=choices, widget=forms.CheckboxSelectMultiple, **more)


class VolunteerForm(PlaceForm):
    name = line(_("Nama"), most=120)
    contact = line(_("Cara menghubungi"), most=120, help_text=_("Nomor telepon atau siapa yang bisa menyampaikan."))
    offers = _several(_("Apa yang ditawarkan"), _aid)
    times = _several(_("Kapan bisa"), Time.choices)
    languages = _several(_("Bahasa selain bahasa Indonesia"), Language.choices[1:], required=False)
    agreed_on = DayField(
        label=_("Setuju dicatat dan dihubungi pada"),
        help_text=_(
            "Ceritakan dulu: hanya petugas lembaga ini yang membaca namanya, tidak ada yang diumumkan, dan ia boleh"
            " berhenti kapan saja. Namanya lalu dihapus. Hanya bila ia tidak boleh ditugaskan lagi sesudah keluhan,"
            " namanya tetap disimpan sampai supervisor menghapusnya."
        ),
    )
    agreed_how = choice(_("Bagaimana ia menyetujui"), AgreedHow.choices)
    field_order = ("name", "contact", "place", "region_code", "meant", "offers", "times", "languages")

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["place"].required = True


class VettingForm(RangkulForm):
    kind = choice(_("Apa yang dilihat"), Seen.choices, empty=_EMPTY)
    what = line(
        _("Tepatnya"), most=200,
        help_text=_("Misalnya: KTP asli; ketua RT dan guru ngaji; SKCK dari Polsek. Jangan menyalin nomornya."),
    )  # fmt: skip
    seen_on = DayField(label=_("Dilihat pada"))
    valid_until = DayField(
        label=_("Berlaku sampai"), required=False, help_text=_("Untuk SKCK dan perjanjian perlindungan anak.")
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("kind") in EXPIRING and "valid_until" in given and not given["valid_until"]:
            self.add_error("valid_until", _("Isi sampai kapan berlakunya."))
        return given


class WordsForm(RangkulForm):
    words = text("", rows=3, most=2_000)

    def __init__(self, *args: Any, label: Any = "", **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label


class DecideForm(WordsForm):
    then = choice(
        _("Keputusan"),
        [(RESTORE, _("Boleh membantu lagi, diperiksa dari awal")), (BAR, _("Tidak boleh ditugaskan lagi"))],
        widget=forms.RadioSelect,
    )


class TellForm(WordsForm):
    agreed = forms.BooleanField(
        label=_("Klien tahu siapa yang datang dan setuju dengan yang disampaikan ini."), required=False
    )


class NeedForm(PlaceForm):
    kind = forms.ChoiceField(label=_("Bantuan apa"), choices=_aid, widget=forms.RadioSelect)
    from_day = DayField(label=_("Hari pertama"))
    until_day = DayField(label=_("Hari terakhir"))
    time = choice(_("Kapan"), Time.choices)
    child_there = choice(_("Ada anak di sana?"), Present.choices, widget=forms.RadioSelect, initial=Present.UNKNOWN)
    older_there = choice(_("Ada lansia di sana?"), Present.choices, widget=forms.RadioSelect, initial=Present.UNKNOWN)
    language = choice(
        _("Bahasa yang diperlukan"), Language.choices[1:], empty=_("Bahasa Indonesia cukup"), required=False
    )
    field_order = ("kind", "place", "region_code", "meant")

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["place"].required = True
        self.fields["place"].help_text = _("Tulis kecamatannya saja bila desanya bisa menunjuk orangnya.")


class MatchForm(RangkulForm):
    """`along` is "v" or "s" and the id of the volunteer or the worker who goes along."""

    along = choice(_("Didampingi oleh"), [], required=False, widget=LongSelect)

    def __init__(self, *args: Any, alone: bool, companions: list[Volunteer], staff: list[Staff], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["along"].required = not alone
        self.fields["along"].error_messages["required"] = _("Pilih siapa yang mendampinginya.")
        self.fields["along"].choices = [
            ("", _("Tidak perlu pendamping") if alone else _("Pilih pendamping")),
            *[(f"s{one.pk}", f"{one.full_name} ({_('petugas')})") for one in staff],
            *[(f"v{one.pk}", f"{one.name} ({_('relawan')})") for one in companions],
        ]

    def chosen(self, kind: str) -> UUID | None:
        along = self.cleaned_data["along"]
        return UUID(along[1:]) if along.startswith(kind) else None


class SettleForm(RangkulForm):
    outcome = choice(_("Hasilnya"), Outcome.choices, widget=forms.RadioSelect)
