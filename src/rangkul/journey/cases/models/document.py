"""A file that was attached. Its bytes lie sealed outside the database; this row says what they are."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models.case import Case
from rangkul.journey.cases.states import DocumentKind


class Document(Row):
    """`sha256` is over the plain bytes; `media_type` is what the bytes themselves say, never what a browser said.
    `request`: where it came in before there was a case; it goes over to the case, with the key that sealed it."""

    request = models.ForeignKey(
        Request, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.CASCADE, db_index=False, related_name="documents"
    )
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=10, choices=DocumentKind, default=DocumentKind.OTHER)
    name = SealedText()
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    sha256 = models.BinaryField(max_length=32)
    has_preview = models.BooleanField(default=False)
    by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["case", "-made_at"], name="cases_document_of_case"),
            models.Index(
                fields=["request"], name="cases_document_of_request", condition=models.Q(request__isnull=False)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="cases_document_somewhere",
                condition=models.Q(case__isnull=False) | models.Q(request__isnull=False),
                violation_error_message=_("Berkas milik satu permintaan atau satu kasus."),
            ),
            models.CheckConstraint(
                name="cases_document_size",
                condition=models.Q(size__gt=0, size__lte=15 * 1024 * 1024),
                violation_error_message=_("Berkas paling besar 15 MB."),
            ),
        ]

    @property
    def is_image(self) -> bool:
        return self.media_type.startswith("image/")
