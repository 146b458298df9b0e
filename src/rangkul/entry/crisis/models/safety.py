"""Asking about danger to oneself, the plan that is written together, and the next contact that nobody forgets."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.entry.crisis.states import Risk
from rangkul.entry.intake.models import Request

NEXT_CONTACT_WITHIN = timedelta(hours=24)


class Screening(Row):
    """One round of questions. `answers` is sealed JSON {question: yes | no | unknown}; `risk` is what the rule of
    `version` made of it, a person judges above it."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Part of what was done about the request.
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="screenings")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    answers = SealedText()
    risk = models.CharField(max_length=8, choices=Risk)
    version = models.PositiveSmallIntegerField()
    # Of the content pack that was read aloud: which version, what it is called, in which language. Empty: the worker
    # asked in words of their own.
    wording = models.UUIDField(null=True, blank=True)
    wording_name = models.CharField(max_length=120, blank=True)
    wording_language = models.CharField(max_length=12, blank=True)
    note = SealedText()

    class Meta:
        indexes = [models.Index(fields=["request", "-made_at"], name="crisis_screening_of_request")]
        constraints = [
            models.CheckConstraint(
                name="crisis_screening_wording_whole",
                condition=models.Q(wording__isnull=True, wording_name="", wording_language="")
                | models.Q(wording__isnull=False) & ~models.Q(wording_name="") & ~models.Q(wording_language=""),
                violation_error_message=_("Teks yang dipakai bertanya dicatat bersama versi dan bahasanya."),
            )
        ]


class SafetyPlan(Row):
    """One version of the plan; an earlier one stays as it was. `parts` is sealed JSON {part: words}."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Part of what was done about the request.
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="safety_plans")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    version = models.PositiveSmallIntegerField()
    parts = SealedText()
    # The person said yes to reading it behind their ticket.
    shared = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request", "version"],
                name="crisis_safetyplan_version_once",
                violation_error_message=_("Rencana ini baru saja diubah orang lain. Buka lagi halamannya."),
            )
        ]


class NextContact(Row):
    """When somebody speaks with the person again, at most a day away. Late, it climbs until a person has done it."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Part of what was done about the request.
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="next_contacts")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    due_at = models.DateTimeField()
    how = SealedText()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    outcome = SealedText()
    # Who was told that it is late, how often, and when the next one is.
    told = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    told_at = models.DateTimeField(null=True, blank=True)
    steps = models.PositiveSmallIntegerField(default=0)
    look_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["request", "-due_at"], name="crisis_nextcontact_of_request"),
            models.Index(
                fields=["look_at"], name="crisis_nextcontact_clock", condition=models.Q(look_at__isnull=False)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="crisis_nextcontact_within_a_day",
                condition=models.Q(due_at__lte=models.F("made_at") + NEXT_CONTACT_WITHIN),
                violation_error_message=_("Kontak berikutnya paling lama 24 jam lagi."),
            ),
            models.CheckConstraint(
                name="crisis_nextcontact_done_paired",
                condition=models.Q(done_at__isnull=True, done_by__isnull=True)
                | models.Q(done_at__isnull=False, done_by__isnull=False, look_at__isnull=True),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
        ]
