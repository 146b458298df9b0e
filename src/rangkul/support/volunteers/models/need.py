"""What somebody needs from neighbours, in codes alone; whose need it is stands in a row of its own."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rangkul.base import days
from rangkul.base.models import DataKey, Row
from rangkul.base.taxonomy.queries import AID
from rangkul.base.taxonomy.shipped import known
from rangkul.commons.directory.states import Language
from rangkul.commons.people.models import Agency, Staff
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.support.volunteers.states import NeedState, Outcome, Present, Time

_SETTLED = Q(state=NeedState.SETTLED)


class Need(Row):
    """Read by all who practise in the agency, so it holds no word that anybody typed. `key` seals what is written about
    it elsewhere, and is destroyed with the client."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Code of the taxonomy `aid`.
    kind = models.CharField(max_length=40)
    # A kecamatan or a desa.
    region_code = models.CharField(max_length=13)
    from_day = models.DateField()
    until_day = models.DateField()
    time = models.CharField(max_length=7, choices=Time)
    # Empty: any that is spoken there.
    language = models.CharField(max_length=3, choices=Language, blank=True)
    child_there = models.CharField(max_length=7, choices=Present)
    older_there = models.CharField(max_length=7, choices=Present)
    state = models.CharField(max_length=7, choices=NeedState, default=NeedState.OPEN)
    outcome = models.CharField(max_length=7, choices=Outcome, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["agency", "region_code"], name="volunteers_need_of_area", condition=~_SETTLED),
            models.Index(fields=["until_day"], name="volunteers_need_waits", condition=~_SETTLED),
        ]
        constraints = [
            models.CheckConstraint(
                name="volunteers_need_ends_after_it_begins",
                condition=Q(until_day__gte=models.F("from_day")),
                violation_error_message=_("Hari terakhir tidak bisa sebelum hari pertama."),
            ),
            models.CheckConstraint(
                name="volunteers_need_settled_has_outcome",
                condition=_SETTLED & ~Q(outcome="") & Q(settled_at__isnull=False)
                | ~_SETTLED & Q(outcome="", settled_at__isnull=True),
                violation_error_message=_("Pilih hasilnya."),
            ),
            models.CheckConstraint(
                name="volunteers_need_has_a_place",
                # Of a client who was erased only the regency is left.
                condition=Q(region_code__regex=r"^\d\d\.\d\d(\.\d\d(\.\d{4})?)?$"),
                violation_error_message=_("Pilih desa, kelurahan, atau kecamatan."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("volunteers:need", args=[self.pk])

    @property
    def label(self) -> str:
        return known(AID)[self.kind].label

    @property
    def is_guarded(self) -> bool:
        """A child or an older person may be there: nobody unvetted comes alone."""
        return (self.child_there, self.older_there) != (Present.NO, Present.NO)

    @property
    def is_late(self) -> bool:
        return self.state != NeedState.SETTLED and self.until_day < days.today(self.region_code)


class NeedFile(Row):
    """Of which case, or of which request that is none, a need speaks. Seen by the readers of that file alone."""

    need = models.OneToOneField(Need, on_delete=models.PROTECT, related_name="of_file")
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(Request, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="volunteers_needfile_of_one",
                condition=Q(case__isnull=False, request__isnull=True) | Q(case__isnull=True, request__isnull=False),
                violation_error_message=_("Kebutuhan dicatat di kasus, atau di permintaan."),
            ),
        ]
