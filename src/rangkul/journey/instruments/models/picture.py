"""A picture that a version of an agency's form shows. It is part of the version and as unchangeable."""

from django.db import models

from rangkul.base.models import Row
from rangkul.journey.instruments.models.version import InstrumentVersion


class FormPicture(Row):
    """Drawn anew from what was uploaded; `name` as the workbook writes it."""

    # Goes with a version that was taken back before anybody used it.
    version = models.ForeignKey(InstrumentVersion, on_delete=models.CASCADE, related_name="pictures")
    name = models.CharField(max_length=150)
    media_type = models.CharField(max_length=20)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="instruments_picture_once", fields=["version", "name"]),
            models.CheckConstraint(
                name="instruments_picture_is_drawn", condition=models.Q(media_type__in=("image/png", "image/jpeg"))
            ),
        ]

    def __str__(self) -> str:
        return self.name
