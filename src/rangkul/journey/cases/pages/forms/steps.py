"""Steps between stages, risk, signatures."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, text
from rangkul.entry.intake.states import Level
from rangkul.journey.cases.states import Programme, SignatureSubject


class StepForm(RangkulForm):
    """One step forward: nothing is asked where nothing is missing."""


class PassOverForm(RangkulForm):
    reason = text(
        _("Mengapa tetap dilanjutkan?"), rows=2, most=1_000, help_text=_("Alasan ini tersimpan bersama langkahnya.")
    )


class ReasonForm(RangkulForm):
    reason = text(_("Alasannya"), rows=2, most=1_000)


class LevelForm(RangkulForm):
    level = choice(_("Tingkat risiko"), Level.choices, widget=forms.RadioSelect)
    reason = text(_("Apa yang Anda lihat atau dengar?"), rows=2, most=1_000)


class ProgrammeForm(RangkulForm):
    programme = choice(_("Templat program"), Programme.choices, empty=_("Jalur umum"), required=False)
    reason = text(_("Mengapa templat ini"), rows=2, most=1_000)


_FROM_THEIR_PAGES = (SignatureSubject.DOCUMENT, SignatureSubject.EXEMPTION)


class AskSignatureForm(RangkulForm):
    # A document and what is held back are put before the supervisor from their own pages.
    subject_kind = choice(
        _("Apa yang diminta"),
        [one for one in SignatureSubject.choices if one[0] not in _FROM_THEIR_PAGES],
    )
    note = text(
        _("Pesan untuk supervisor"),
        rows=2,
        most=1_000,
        required=False,
        help_text=_("Bila tujuan atau aturan berseberangan: apa lawan apa, dan menurut siapa."),
    )


class SignForm(RangkulForm):
    comment = text(_("Catatan"), rows=2, most=2_000, required=False)

    def __init__(self, *args, in_words: bool = False, **kwargs):
        """`in_words`: what is decided is what is written."""
        super().__init__(*args, **kwargs)
        if in_words:
            comment = self.fields["comment"]
            comment.label, comment.required = _("Keputusan Anda, dan alasannya"), True
            comment.error_messages["required"] = _("Tulis apa yang Anda putuskan, dan mengapa.")
