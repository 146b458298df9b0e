"""A form that an admin handed in to be checked, and what the check said."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff
from rangkul.journey.instruments.models.version import InstrumentVersion
from rangkul.journey.instruments.states import UploadState


class FormUpload(Row):
    """The check runs in the background; the list of faults stays to be read. Forms hold no person."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    # Of the workbook, as it was called.
    name = models.CharField(max_length=150)
    licence = models.CharField(max_length=1000)
    # The language in which faults are told.
    language = models.CharField(max_length=12)
    # What came, as one zip; emptied after the check, because a version keeps its own copy.
    parcel = models.BinaryField()
    state = models.CharField(max_length=10, choices=UploadState, default=UploadState.WAITING)
    # Both as [{message, sheet, row, column}].
    faults = models.JSONField(default=list)
    notices = models.JSONField(default=list)
    # Goes with a version that was taken back.
    version = models.ForeignKey(
        InstrumentVersion, null=True, blank=True, on_delete=models.CASCADE, related_name="uploads"
    )
    checked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "-made_at"], name="instruments_upload_newest")]
        constraints = [
            models.CheckConstraint(
                name="instruments_upload_checked_once",
                condition=models.Q(state="waiting", checked_at__isnull=True, version__isnull=True)
                | models.Q(state="faulty", checked_at__isnull=False, version__isnull=True)
                | models.Q(state="sound", checked_at__isnull=False, version__isnull=False),
            ),
            models.CheckConstraint(
                name="instruments_upload_says_licence",
                condition=~models.Q(licence=""),
                violation_error_message=_("Tulis dari mana formulir ini dan atas izin siapa dipakai."),
            ),
        ]

    @property
    def waits(self) -> bool:
        return self.state == UploadState.WAITING
