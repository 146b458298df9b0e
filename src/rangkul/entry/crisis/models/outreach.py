"""A caring message to a person in danger, written and sent by a worker's own hand."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.entry.crisis.states import Way
from rangkul.entry.intake.models import Request


class Outreach(Row):
    """`judgement` says why this way is safe; `link` is a digest, the link itself is shown once. `own` is the request
    that opens when the person presses the button: theirs alone, never the reporter's."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Part of what was done about the request.
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="outreach")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    way = models.CharField(max_length=10, choices=Way)
    reach_at = SealedText()
    judgement = SealedText()
    text = SealedText()
    link = models.BinaryField(max_length=32, unique=True)
    link_ends_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    opened_at = models.DateTimeField(null=True, blank=True)
    own = models.OneToOneField(
        Request, null=True, blank=True, on_delete=models.PROTECT, related_name="opened_by_outreach"
    )

    class Meta:
        indexes = [models.Index(fields=["request", "-made_at"], name="crisis_outreach_of_request")]
        constraints = [
            models.CheckConstraint(
                name="crisis_outreach_judged_safe",
                condition=models.Q(judgement__isnull=False, text__isnull=False, reach_at__isnull=False),
                violation_error_message=_("Tulis mengapa cara ini aman sebelum menyiapkan pesan."),
            ),
            models.CheckConstraint(
                name="crisis_outreach_sent_paired",
                condition=models.Q(sent_at__isnull=True, sent_by__isnull=True)
                | models.Q(sent_at__isnull=False, sent_by__isnull=False),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
            models.CheckConstraint(
                name="crisis_outreach_opened_paired",
                condition=models.Q(opened_at__isnull=True, own__isnull=True)
                | models.Q(opened_at__isnull=False, own__isnull=False),
                violation_error_message=_("Percakapan yang dibuka punya permintaannya sendiri."),
            ),
        ]
