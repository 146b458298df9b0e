"""What is missing, and the register of what nobody could give."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.directory.states import Help
from rangkul.commons.people.models import Agency, Staff
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.support.referral.behind import CaseOrRequest, file_of
from rangkul.support.referral.states import NeedState, WhyDropped, WhyUnmet


class UnmetNeed(Row):
    """One need that nobody could meet, by place and kind. It names nobody and leads to no file, so that planners may
    read it; when the need is met after all, the row says so and stays."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    # As far as kecamatan: a village and a rare need together would name somebody.
    region_code = models.CharField(max_length=8)
    kind = models.CharField(max_length=12, choices=Help)
    category = models.CharField(max_length=40, blank=True)
    why = models.CharField(max_length=9, choices=WhyUnmet)
    noted_at = models.DateTimeField(default=now)
    met_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "region_code", "kind"], name="referral_unmet_by_place")]


class Need(Row):
    """One thing that a client needs from somebody else; each attempt to find it is a referral. It is met only when a
    receiver's outcome says so: a referral that was sent, or accepted, meets nothing (A08)."""

    # The file keeps what was sought for its client as long as it lives.
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="needs"
    )
    # Where there is no case: somebody is referred from the request itself.
    request = models.ForeignKey(
        Request, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="needs"
    )
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=12, choices=Help)
    # Code of the PPKS list, for statistics alone.
    category = models.CharField(max_length=40, blank=True)
    words = SealedText()
    region_code = models.CharField(max_length=13, blank=True)
    state = models.CharField(max_length=7, choices=NeedState, default=NeedState.OPEN)
    noted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    dropped_as = models.CharField(max_length=6, choices=WhyDropped, blank=True, default="", db_default="")
    settled_at = models.DateTimeField(null=True, blank=True)
    # Empty where the client took the whole request back.
    settled_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    # What came of it in the client's words where they said some; for a need that was dropped, why.
    outcome = SealedText()
    # The row of the register knows nothing of this need; this need knows its row.
    unmet = models.OneToOneField(UnmetNeed, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["case", "-made_at"], name="referral_need_of_case"),
            models.Index(
                fields=["request"], name="referral_need_of_request", condition=models.Q(request__isnull=False)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="referral_need_of_one_file",
                condition=models.Q(case__isnull=False, request__isnull=True)
                | models.Q(case__isnull=True, request__isnull=False),
                violation_error_message=_("Kebutuhan dicatat di kasus, atau di permintaan."),
            ),
            models.CheckConstraint(
                name="referral_need_settled_by_somebody",
                condition=models.Q(state=NeedState.OPEN, settled_at__isnull=True, settled_by__isnull=True)
                | (
                    ~models.Q(state=NeedState.OPEN)
                    & models.Q(settled_at__isnull=False)
                    & (models.Q(settled_by__isnull=False) | models.Q(dropped_as=WhyDropped.CLIENT))
                ),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
            models.CheckConstraint(
                name="referral_need_dropped_says_why",
                condition=(models.Q(state=NeedState.DROPPED) & ~models.Q(dropped_as=""))
                | (~models.Q(state=NeedState.DROPPED) & models.Q(dropped_as="")),
                violation_error_message=_("Pilih mengapa tidak diperlukan lagi."),
            ),
            models.CheckConstraint(
                name="referral_need_met_has_outcome",
                condition=~models.Q(state=NeedState.MET) | models.Q(outcome__isnull=False),
                violation_error_message=_("Tulis hasilnya sebelum kebutuhan ini dianggap terpenuhi."),
            ),
            models.CheckConstraint(
                name="referral_need_unmet_is_registered",
                condition=~models.Q(state=NeedState.UNMET) | models.Q(unmet__isnull=False),
                violation_error_message=_("Kebutuhan yang belum bisa dipenuhi masuk daftar."),
            ),
        ]

    @property
    def file(self) -> CaseOrRequest:
        return file_of(self.case, self.request)

    @property
    def file_id(self) -> UUID:
        """The key of the case, or where there is none of the request, for addresses."""
        return self.case_id or self.request_id

    @property
    def is_open(self) -> bool:
        return self.state == NeedState.OPEN
