"""Fields that several pages ask for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms.widgets import LongSelect
from rangkul.commons.people.models import Staff


class StaffChoice(forms.ModelChoiceField):
    """One of the colleagues of a case's agency who practise."""

    def __init__(self, label, **more):
        more.setdefault("empty_label", _("Pilih petugas"))
        more.setdefault("widget", LongSelect)
        super().__init__(Staff.objects.none(), label=label, **more)

    def offer(self, agency_id, *, without=()) -> None:
        rows = Staff.objects.filter(
            agency_id=agency_id, is_active=True, roles__overlap=["peksos", "junior", "supervisor"]
        )
        self.queryset = rows.exclude(pk__in=[one for one in without if one]).order_by("full_name")

    def label_from_instance(self, staff: Staff) -> str:
        return staff.full_name
