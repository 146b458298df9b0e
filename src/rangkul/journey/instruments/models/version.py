"""One version of an instrument: its form and its rules, unchanged from the day it is published."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models import Staff
from rangkul.journey.instruments.models.instrument import Instrument


class InstrumentVersion(Row):
    """`checksum` is over form and rules. The database refuses every change but the publishing itself."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="versions")
    # As the form's settings name it.
    number = models.CharField(max_length=40)
    # The XForm that browsers and the server work with.
    xform = models.TextField()
    # The workbook as it was written, for who wants to go on from it.
    source = models.BinaryField()
    source_name = models.CharField(max_length=120)
    # Empty where nothing is scored.
    rules = models.JSONField(null=True, blank=True)
    languages = ArrayField(models.CharField(max_length=12))
    licence = models.CharField(max_length=1000)
    checksum = models.CharField(max_length=64)
    # Empty for versions that came with a release.
    uploaded_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["instrument", "-published_at"], name="instruments_version_newest")]
        constraints = [
            models.UniqueConstraint(
                name="instruments_version_number_once",
                fields=["instrument", "number"],
                violation_error_message=_("Nomor versi ini sudah dipakai. Beri nomor baru di lembar settings."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.instrument.short_name} {self.number}"
