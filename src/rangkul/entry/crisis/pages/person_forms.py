"""What a worker writes about somebody in danger."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line, moment, text
from rangkul.entry.crisis import hooks
from rangkul.entry.crisis.queries import lacks_contact
from rangkul.entry.crisis.states import Answer, Part, Question, Way
from rangkul.entry.intake.models import Request


class ScreenForm(RangkulForm):
    """One question each, in the makers' words where the agency has a pack of them; else we say only what is asked
    about. Which version stood on the page comes back with the answers."""

    wording = forms.UUIDField(widget=forms.HiddenInput, required=False)
    language = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    note = text(_("Catatan tentang percakapan ini"), required=False, most=4000)

    def __init__(self, *args: Any, said: hooks.Wording | None = None, **kwargs: Any):
        if said is not None:
            kwargs["initial"] = {"wording": said.id, "language": said.language, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        fields = {}
        for question in Question:
            fields[question.value] = forms.ChoiceField(
                label=(said.words.get(question) if said else "") or question.label,
                choices=Answer.choices, initial=Answer.UNKNOWN, required=False,
                widget=forms.RadioSelect,
            )  # fmt: skip
        self.fields = {**fields, **self.fields}


class PlanForm(RangkulForm):
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(self, *args: Any, may_share: bool = False, **kwargs: Any):
        super().__init__(*args, **kwargs)
        parts = {part.value: text(part.label, rows=2, required=False, most=4000) for part in Part}
        self.fields = {**parts, **self.fields}
        if may_share:
            self.fields["shared"] = forms.BooleanField(
                label=_("Orangnya mau membaca rencana ini lewat tiketnya"), required=False
            )


class ContactForm(RangkulForm):
    due_at = moment(_("Kapan, paling lama 24 jam lagi"))
    how = line(
        _("Bagaimana orang ini dihubungi dengan aman"),
        help_text=_("Misalnya: telepon setelah pukul 19, saat ia sendiri."),
    )


def fields_before_ending(request: Request) -> dict[str, forms.Field]:
    """Asked in the form of the decision itself where the request is grave and no next contact stands."""
    if not lacks_contact(request):
        return {}
    fields = ContactForm().fields
    fields["due_at"].label = _("Kontak berikutnya: kapan, paling lama 24 jam lagi")
    return {name: fields[name] for name in ("due_at", "how")}


class ContactedForm(RangkulForm):
    outcome = text(_("Apa yang terjadi"), rows=2, most=4000)


class ReachForm(RangkulForm):
    way = choice(
        _("Lewat apa"), Way.choices, empty="–",
        help_text=_("Lewat orang yang melapor: tautannya sekali pakai dan ada di tangan orang itu lebih dulu."),
    )  # fmt: skip
    reach_at = line(_("Nomor, alamat, atau akun yang dituju"))
    judgement = text(
        _("Mengapa cara ini aman?"), rows=2, most=2000,
        help_text=_("Siapa lagi yang bisa membacanya? Bila ragu, jangan kirim: temui saja, atau lewat orang lain."),
    )  # fmt: skip
    despite = text(
        _("Mengapa tetap aman?"), rows=2, required=False, most=2000,
        help_text=_("Hanya bila tidak sesuai kontak aman: apa yang Anda ketahui sehingga tetap aman?"),
    )  # fmt: skip
    text = text(
        _("Pesan"), rows=9, most=2000,
        help_text=_("Ubah dengan kata-kata Anda. Tautan pribadi di dalamnya jangan dihapus."),
    )  # fmt: skip
    secret = forms.RegexField(r"^[\w-]{16,40}$", widget=forms.HiddenInput, max_length=40)
