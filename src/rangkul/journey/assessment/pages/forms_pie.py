"""Forms for PIE: a role, something around the client, what others found, what is carried on from the last round."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.journey.assessment.models import PieCoding, PieFinding
from rangkul.journey.assessment.pages.forms import LINE, NOTE, area
from rangkul.journey.assessment.pie import meanings, summary
from rangkul.journey.assessment.pie.codes import (
    PROBLEMS_OF,
    ROLES_OF,
    Coping,
    Duration,
    Factor,
    Ground,
    Profession,
    Severity,
    Trouble,
    Via,
)
from rangkul.journey.assessment.pie.rows import coded


def _scale(label, scale, words) -> forms.TypedChoiceField:
    """A scale whose every number carries what it means."""
    choices = [(one.value, format_lazy("{}. {}: {}", one.value, one.label, words[one])) for one in scale]
    return forms.TypedChoiceField(label=label, choices=choices, coerce=int, widget=forms.RadioSelect)


class HowHardForm(RangkulForm):
    """How hard, how long, and on what it rests: the same for both factors and for their corrections."""

    named = forms.CharField(
        label=_("Siapa atau apa tepatnya"),
        help_text=_("Misalnya: terhadap Dinda, di SDN 3. Wajib bila daftar tidak punya kata untuknya."),
        max_length=LINE,
        required=False,
    )
    severity = _scale(_("Seberapa berat"), Severity, meanings.SEVERITIES)
    duration = forms.TypedChoiceField(
        label=_("Sudah berapa lama"),
        choices=[("", "—"), *[(one.value, format_lazy("{}. {}", one.value, one.label)) for one in Duration]],
        coerce=int,
    )
    because = forms.CharField(label=_("Bersandar pada fakta apa"), max_length=NOTE, widget=area(2), required=False)


class RoleForm(HowHardForm):
    role = forms.ChoiceField(
        label=_("Dalam peran apa"),
        choices=[("", "—"), *[(group.label, [(r.value, r.label) for r in roles]) for group, roles in ROLES_OF.items()]],
    )
    trouble = forms.ChoiceField(label=_("Kesulitan apa"), choices=[("", "—"), *Trouble.choices])
    coping = _scale(_("Kemampuan menghadapinya"), Coping, meanings.COPINGS)
    factor = Factor.ROLE
    field_order = ("role", "trouble", "named", "severity", "duration", "coping", "because")


class EnvironmentForm(HowHardForm):
    place = forms.ChoiceField(label=_("Lingkungan dan masalahnya"))
    ground = forms.ChoiceField(
        label=_("Bila diskriminasi: atas dasar apa"), choices=[("", "—"), *Ground.choices], required=False
    )
    factor = Factor.ENVIRONMENT
    field_order = ("place", "ground", "named", "severity", "duration", "because")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = [("", "—")] + [
            (system.label, [(f"{system.value}:{one.value}", one.label) for one in problems])
            for system, problems in PROBLEMS_OF.items()
        ]

    def clean(self):
        words = super().clean()
        words["system"], _colon, words["problem"] = words.pop("place", "").partition(":")
        return words


class CorrectPieForm(HowHardForm):
    """Where it is hard stays; how hard it is may have been seen wrongly."""

    coping = _scale(_("Kemampuan menghadapinya"), Coping, meanings.COPINGS)
    taken_back = forms.BooleanField(label=_("Tarik: seharusnya tidak dikode"), required=False)
    reason = forms.CharField(label=_("Mengapa dikoreksi"), max_length=LINE)
    field_order = ("severity", "duration", "coping", "named", "because", "taken_back", "reason")

    def __init__(self, *args, coding: PieCoding, **kwargs):
        names = ("named", "severity", "duration", "coping", "because")
        super().__init__(*args, initial={name: getattr(coding, name) for name in names}, **kwargs)
        if coding.factor != Factor.ROLE:
            del self.fields["coping"]


class FindingForm(RangkulForm):
    factor = forms.ChoiceField(
        label=_("Tentang"),
        choices=[(Factor.MENTAL, _("Kesehatan jiwa")), (Factor.PHYSICAL, _("Kesehatan badan"))],
        widget=forms.RadioSelect,
    )
    finding = forms.CharField(
        label=_("Yang ditemukan, seperti yang ditulis atau dikatakan"), max_length=NOTE, widget=area(2)
    )
    found_by = forms.CharField(
        label=_("Siapa yang memeriksa"),
        help_text=_("Nama atau tempatnya, misalnya: dr. Rina, Puskesmas Mlati."),
        max_length=LINE,
    )
    profession = forms.ChoiceField(label=_("Profesinya"), choices=[("", "—"), *Profession.choices])
    via = forms.ChoiceField(label=_("Bagaimana Anda mengetahuinya"), choices=Via.choices, widget=forms.RadioSelect)
    document = forms.CharField(
        label=_("Dokumen apa"), help_text=_("Misalnya: surat kontrol, resume medis."), max_length=LINE, required=False
    )
    found_on = DayField(label=_("Tanggal diperiksa atau tertulis"))


class CorrectFindingForm(FindingForm):
    taken_back = forms.BooleanField(label=_("Tarik: tidak seharusnya ada di sini"), required=False)
    reason = forms.CharField(label=_("Mengapa dikoreksi"), max_length=LINE)

    def __init__(self, *args, row: PieFinding, **kwargs):
        names = ("finding", "found_by", "profession", "via", "document", "found_on")
        super().__init__(*args, initial={name: getattr(row, name) for name in names}, **kwargs)
        del self.fields["factor"]


class CarryForm(RangkulForm):
    """What the round before knew and this one has not looked at; each is ticked by a person, or not."""

    codings = forms.MultipleChoiceField(
        label=_("Yang sudah dilihat lagi dan masih sama"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args, waiting: list[PieCoding], **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = {str(row.pk): row for row in waiting}
        self.fields["codings"].choices = [(pk, summary.difficulty(coded(row))) for pk, row in self.rows.items()]

    def clean(self):
        words = super().clean()
        words["codings"] = [self.rows[pk] for pk in words.get("codings", ())]
        return words
