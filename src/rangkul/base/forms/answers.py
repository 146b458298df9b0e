"""What somebody answers who was asked to help, by a link or in another house that runs Rangkul: one set of forms for
both, which know nothing of each other."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms.fields import choice, line, text
from rangkul.base.forms.kit import RangkulForm
from rangkul.base.forms.widgets import LARGEST_FILE, attached


class ResultForm(RangkulForm):
    """`outcomes`: (code, words) of what may come of it."""

    words = text(_("Apa yang terjadi"), rows=3, most=2_000)

    def __init__(self, *args, outcomes=(), **kwargs):
        super().__init__(*args, **kwargs)
        outcome = choice(_("Apa hasilnya"), list(outcomes), widget=forms.RadioSelect)
        self.fields = {"outcome": outcome, **self.fields}


class OnwardForm(RangkulForm):
    onward_to = line(_("Ke lembaga atau layanan mana"), most=160)
    words = text(
        _("Keterangan"), rows=2, most=1_000, required=False,
        help_text=_("Misalnya siapa yang bisa ditanyai di sana. Pengirim menanyakan hasilnya."),
    )  # fmt: skip


class AskForm(RangkulForm):
    words = text(_("Pertanyaan Anda"), rows=2, most=1_000)


class FileForm(RangkulForm):
    """`most`: how many bytes its road carries."""

    file = forms.FileField(label=_("Surat atau hasil"), widget=attached(LARGEST_FILE))

    def __init__(self, *args, most: int = LARGEST_FILE, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["data-rangkul-most"] = most
