"""Who offers help, and what was seen of them before they go to anybody."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rangkul.base import days
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.base.taxonomy.queries import AID
from rangkul.base.taxonomy.shipped import known
from rangkul.commons.directory.states import AgreedHow, Language
from rangkul.commons.people.models import Agency, Staff
from rangkul.support.volunteers.states import EXPIRING, Seen, StepVerb, Time, VolunteerState

_VETTED = Q(state=VolunteerState.VETTED)
_LEFT = Q(state=VolunteerState.LEFT)


class Volunteer(Row):
    """Known to one agency and published nowhere. Whoever leaves is emptied: only that somebody was there remains."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Sees to it that the vetting is renewed in time.
    keeper = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    name = SealedText()
    contact = SealedText()
    # A kecamatan or a desa.
    region_code = models.CharField(max_length=13)
    # Codes of the taxonomy `aid`.
    offers = ArrayField(models.CharField(max_length=40))
    times = ArrayField(models.CharField(max_length=7, choices=Time))
    languages = ArrayField(models.CharField(max_length=3, choices=Language), default=list, blank=True)
    # When and how they agreed to stand here and to be called.
    agreed_on = models.DateField()
    agreed_how = models.CharField(max_length=7, choices=AgreedHow)
    state = models.CharField(max_length=9, choices=VolunteerState, default=VolunteerState.NEW)
    vetted_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    vetted_at = models.DateTimeField(null=True, blank=True)
    # The last day on which everything that was seen still holds.
    vetted_until = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["agency", "region_code"], name="volunteers_of_area", condition=~_LEFT),
            models.Index(fields=["vetted_until"], name="volunteers_to_renew", condition=_VETTED),
        ]
        constraints = [
            models.CheckConstraint(
                name="volunteers_volunteer_vetted_by_somebody",
                condition=~_VETTED | Q(vetted_by__isnull=False, vetted_at__isnull=False, vetted_until__isnull=False),
                violation_error_message=_("Siapa yang menyatakan sudah diperiksa, kapan, dan sampai kapan."),
            ),
            models.CheckConstraint(
                name="volunteers_volunteer_left_says_nothing",
                condition=_LEFT & Q(name__isnull=True, contact__isnull=True)
                | ~_LEFT & Q(name__isnull=False, contact__isnull=False),
                violation_error_message=_("Nama dan nomor diisi; yang sudah berhenti dikosongkan."),
            ),
            models.CheckConstraint(
                name="volunteers_volunteer_of_a_kecamatan",
                condition=Q(region_code__regex=r"^\d\d\.\d\d\.\d\d(\.\d{4})?$"),
                violation_error_message=_("Pilih desa, kelurahan, atau kecamatan."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("volunteers:volunteer", args=[self.pk])

    @property
    def is_expired(self) -> bool:
        return self.state == VolunteerState.VETTED and not self.is_vetted_on(days.today())

    @property
    def offer_labels(self) -> list[str]:
        terms = known(AID)
        return [terms[code].label for code in self.offers]

    def is_vetted_on(self, day: date) -> bool:
        return self.state == VolunteerState.VETTED and bool(self.vetted_until and self.vetted_until >= day)


class Vetting(Row):
    """One thing that a worker saw of a volunteer, on a day, and until when it holds. Seen anew it is one more row."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="vettings")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=12, choices=Seen)
    # What exactly: which card, which two people, where the paper was issued.
    what = SealedText()
    seen_on = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="volunteers_vetting_expires",
                condition=Q(kind__in=EXPIRING, valid_until__isnull=False, valid_until__gte=models.F("seen_on"))
                | ~Q(kind__in=EXPIRING) & Q(valid_until__isnull=True),
                violation_error_message=_("SKCK dan perjanjian perlindungan anak punya hari berakhirnya."),
            ),
        ]

    @property
    def is_over(self) -> bool:
        return not self.holds_on(days.today())

    def holds_on(self, day: date) -> bool:
        return self.valid_until is None or self.valid_until >= day


class Step(Row):
    """Every change of how a volunteer stands: who and when; why stands with the complaint."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="steps")
    verb = models.CharField(max_length=8, choices=StepVerb)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
