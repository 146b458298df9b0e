"""What a person said of a row of a file and an entry that looks like it: they are not the same."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.directory.models.service import Service
from rangkul.commons.people.models import Staff


class Distinction(Row):
    """Holds for every later file of this source, under the key that the row has there, until it is taken back."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="distinctions")
    source = models.CharField(max_length=60)
    source_key = models.CharField(max_length=80)
    # As the row was called when it was decided.
    said_name = models.CharField(max_length=160)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="directory_distinction_once", fields=["service", "source", "source_key"]),
            models.CheckConstraint(
                name="directory_distinction_has_a_key",
                condition=~Q(source_key=""),
                violation_error_message=_("Baris tanpa kunci tidak bisa diingat."),
            ),
        ]
