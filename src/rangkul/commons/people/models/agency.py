"""The organisations that do social work and the units in which their people work."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from rangkul.base.models import Row


class Agency(Row):
    """An organisation that owns its data: a foundation (LKS), a dinas, a sentra."""

    name = models.CharField(max_length=120)
    region_code = models.CharField(max_length=13, blank=True)
    letterhead = models.TextField(max_length=600, blank=True)
    # Anyone on the public site may ask any active agency for help.
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name


class Unit(Row):
    """A team with an area. A request is routed to a unit; its queue is seen by all who practise there."""

    # An agency with units cannot be removed: their requests would lose their owner.
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="units")
    name = models.CharField(max_length=120)
    areas = ArrayField(models.CharField(max_length=13), default=list, blank=True)
    fields = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    # Who is told when nobody in this unit answers; the chain ends at a unit without a parent.
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="below")

    def __str__(self) -> str:
        return self.name
