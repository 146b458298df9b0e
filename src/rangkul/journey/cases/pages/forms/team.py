"""Who takes part, and who takes over."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.pages.forms.fields import StaffChoice, choice, line, text
from rangkul.journey.cases.states import CaseRole, TeamRole


class MemberForm(RangkulForm):
    staff = StaffChoice(_("Petugas"))
    role = choice(_("Sebagai"), [one for one in TeamRole.choices if one[0] != TeamRole.WORKER])

    def __init__(self, *args, case: Case, members=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["staff"].offer(case.agency_id, without=[case.against_id, *members])


class TransferForm(RangkulForm):
    worker = StaffChoice(_("Penanggung jawab baru"))
    reason = text(_("Mengapa dipindahkan?"), rows=2, most=1_000)
    stay = forms.BooleanField(label=_("Penanggung jawab lama tetap di tim"), required=False)

    def __init__(self, *args, case: Case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["worker"].offer(case.agency_id, without=[case.against_id, case.worker_id])


class PersonForm(RangkulForm):
    role = choice(_("Sebagai"), CaseRole.choices)


class PartnerForm(RangkulForm):
    name = line(_("Nama mitra"), most=120, help_text=_("Misalnya puskesmas, sekolah, LBH. Mitra tidak membaca berkas."))
    part = line(_("Bagiannya"), required=False)


class AloneForm(RangkulForm):
    reason = text(_("Mengapa belum ada mitra?"), rows=2, most=1_000)
