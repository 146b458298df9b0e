"""Whether two registrations are one person is not sure yet: somebody named answers it by a day (A83)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models.agency import Agency
from rangkul.commons.people.models.person import Person
from rangkul.commons.people.models.staff import Staff
from rangkul.commons.people.states import DoubtAnswer


class Doubt(Row):
    """About a pair, the smaller id first. `needs` is what is looked for since the answer was put off, `put_off` how
    often that happened. A pair that was answered can be doubted anew."""

    # That two might be one is nothing without either of them.
    one = models.ForeignKey(Person, on_delete=models.CASCADE, db_index=False, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    why = models.CharField(max_length=500)
    due_at = models.DateTimeField()
    needs = models.CharField(max_length=500, blank=True)
    put_off = models.PositiveSmallIntegerField(default=0)
    answer = models.CharField(max_length=9, choices=DoubtAnswer, blank=True)
    answer_why = models.CharField(max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "due_at"], name="people_doubt_open", condition=models.Q(answered_at__isnull=True)
            )
        ]
        constraints = [
            models.UniqueConstraint(
                name="people_doubt_once",
                fields=["one", "other"],
                condition=models.Q(answered_at__isnull=True),
                violation_error_message=_("Keraguan ini sudah dicatat."),
            ),
            models.CheckConstraint(
                name="people_doubt_pair_in_order",
                condition=models.Q(one__lt=models.F("other")),
                violation_error_message=_("Pilih dua orang."),
            ),
            models.CheckConstraint(
                name="people_doubt_answered_paired",
                condition=models.Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | (models.Q(answered_at__isnull=False, answered_by__isnull=False) & ~models.Q(answer="")),
                violation_error_message=_("Siapa, kapan, dan jawabannya dicatat bersama."),
            ),
        ]
