"""How a worker wishes to hear that something with a clock waits for them, also while no page is open."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.news.wishes import Wish
from rangkul.commons.people.models.staff import Staff


class StaffNews(Wish):
    """One way of one worker, sealed with a key of its own. `to_tell`: the ids of what came and was not told yet;
    `told_of`: of what was told and waits still, so that nothing is told twice."""

    # An account is closed, not removed; its ways go when it closes.
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    to_tell = ArrayField(models.UUIDField(), default=list, blank=True)
    told_of = ArrayField(models.UUIDField(), default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="people_staffnews_one_way_once",
                fields=["staff", "way"],
                violation_error_message=_("Pemberitahuan ini sudah dinyalakan."),
            ),
            *Wish.Meta.constraints,
        ]
