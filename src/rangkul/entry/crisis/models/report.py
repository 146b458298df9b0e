"""Somebody fears for somebody: the link or picture that worries them. Everything else is the request itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.entry.intake.models import Request


class Report(Row):
    """`request.narrative` holds what worries, its contact how the reporter is reached. Nothing of it is published."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # The report says nothing without its request.
    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="report")
    link = SealedText()


class Evidence(Row):
    """A picture or document that came with a report. Its bytes lie sealed outside the database."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Part of the report.
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="evidence")
    name = SealedText()
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    # Over the plain bytes, so that it can be shown later that nothing was changed.
    sha256 = models.BinaryField(max_length=32)
    has_preview = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="crisis_evidence_size",
                condition=models.Q(size__gt=0, size__lte=15 * 1024 * 1024),
                violation_error_message=_("Berkas paling besar 15 MB."),
            )
        ]

    @property
    def is_image(self) -> bool:
        return self.media_type.startswith("image/")
