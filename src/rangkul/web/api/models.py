"""Keys with which another program asks in a worker's name. It can do what the worker may do, no more."""

from django.db import models

from rangkul.base.models import Row
from rangkul.commons.people.models import Staff


class ApiToken(Row):
    """Only a keyed hash is kept; the token itself is shown once. It ends with its date, its worker, or by hand."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    label = models.CharField(max_length=80)
    digest = models.BinaryField(max_length=32, unique=True)
    ends_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
