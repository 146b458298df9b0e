"""Who takes part, and who takes over."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line, text
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.pages.forms.fields import StaffChoice
from rangkul.journey.cases.queries.tickets import tied_to
from rangkul.journey.cases.states import CaseRole, ContactLeave, Influence, TeamRole


class MemberForm(RangkulForm):
    staff = StaffChoice(_("Petugas"))
    role = choice(_("Sebagai"), [one for one in TeamRole.choices if one[0] != TeamRole.WORKER])

    def __init__(self, *args, case: Case, members=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["staff"].offer(case.agency_id, without=[case.against_id, *tied_to(case), *members])


class TransferForm(RangkulForm):
    worker = StaffChoice(_("Penanggung jawab baru"))
    reason = text(_("Mengapa dipindahkan?"), rows=2, most=1_000)
    stay = forms.BooleanField(label=_("Penanggung jawab lama tetap di tim"), required=False)

    def __init__(self, *args, case: Case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["worker"].offer(case.agency_id, without=[case.against_id, *tied_to(case), case.worker_id])


class PersonForm(RangkulForm):
    role = choice(_("Sebagai"), CaseRole.choices, initial=CaseRole.SIGNIFICANT_OTHER)
    relation = line(
        _("Siapa bagi klien"), most=80, required=False, help_text=_("Misalnya kakak, tetangga sebelah, guru anaknya.")
    )
    influence = choice(_("Pengaruhnya menurut klien"), Influence.choices, initial=Influence.UNKNOWN, required=False)
    contact = choice(
        _("Bolehkah kami menghubunginya?"),
        ContactLeave.choices,
        initial=ContactLeave.UNASKED,
        required=False,
        help_text=_("Tanyakan kepada klien. Tanpa izin, orang ini tidak dihubungi dan tidak diberi kabar."),
    )
    contact_words = text(
        _("Apa yang boleh disampaikan"),
        rows=2,
        most=1_000,
        required=False,
        help_text=_("Bila wali yang memutuskan: mengapa ini demi kepentingan terbaik."),
    )
    in_emergency = forms.BooleanField(label=_("Dihubungi bila darurat"), required=False)
    gets_news = forms.BooleanField(label=_("Boleh menerima kabar"), required=False)

    def clean(self):
        words = super().clean()
        words["influence"] = words.get("influence") or Influence.UNKNOWN
        words["contact"] = words.get("contact") or ContactLeave.UNASKED
        return words


class AloneForm(RangkulForm):
    reason = text(_("Mengapa belum ada mitra?"), rows=2, most=1_000)
