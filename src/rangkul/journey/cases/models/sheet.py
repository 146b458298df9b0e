"""A form that was printed for one case: the code on it says where the page belongs when it comes back (A100)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.codes import new_code
from rangkul.base.models import Row
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models.case import Case
from rangkul.journey.cases.models.document import Document
from rangkul.journey.cases.states import SheetKind

CODE_LENGTH = 8


def new_sheet_code() -> str:
    return new_code(CODE_LENGTH)


class Sheet(Row):
    """`code` names case and form and says nothing about anybody: paper is lost. It comes back once."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="sheets")
    code = models.CharField(max_length=CODE_LENGTH, unique=True, default=new_sheet_code)
    kind = models.CharField(max_length=8, choices=SheetKind)
    # Of a contract, which version was printed.
    version = models.PositiveSmallIntegerField(null=True, blank=True)
    printed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    # The scan stays with the case; a sheet never outlives it.
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    filed_at = models.DateTimeField(null=True, blank=True)
    filed_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["case", "-made_at"], name="cases_sheet_of_case")]
        constraints = [
            models.CheckConstraint(
                name="cases_sheet_filed_paired",
                condition=models.Q(filed_at__isnull=True, filed_by__isnull=True, document__isnull=True)
                | models.Q(filed_at__isnull=False, filed_by__isnull=False, document__isnull=False),
                violation_error_message=_("Lembar yang kembali punya berkas, waktu, dan pemasuknya."),
            ),
        ]

    @property
    def code_words(self) -> str:
        return f"{self.code[:4]}-{self.code[4:]}"
