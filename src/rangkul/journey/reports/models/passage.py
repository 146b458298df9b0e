"""One part of a document: what was written from the record, and what the worker made of it."""

from __future__ import annotations

import json

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.journey.cases.models import Case
from rangkul.journey.reports.models.paper import Paper
from rangkul.journey.reports.states import Shape
from rangkul.journey.reports.writing.parts import Part


class Passage(Row):
    """`written` holds the part as it was made from the record (JSON); `text` counts where `changed` is true."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="passages")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    shape = models.CharField(max_length=6, choices=Shape)
    written = SealedText()
    text = SealedText()
    changed = models.BooleanField(default=False)
    left_out = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="reports_passage_code_once", fields=["paper", "code"]),
            models.UniqueConstraint(name="reports_passage_number_once", fields=["paper", "number"]),
            models.CheckConstraint(
                name="reports_passage_changed_has_text",
                condition=models.Q(changed=True) | models.Q(text__isnull=True),
                violation_error_message=_("Bagian yang tidak diubah memakai naskah dari catatan."),
            ),
        ]

    @property
    def part(self) -> Part:
        return Part.of(json.loads(self.written))

    @part.setter
    def part(self, part: Part) -> None:
        self.written = json.dumps(part.values(), ensure_ascii=False)

    @property
    def now(self) -> str:
        """The words as they stand in the document."""
        return self.text if self.changed else self.part.words
