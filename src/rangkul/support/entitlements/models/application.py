"""One programme for one client: from the first talk to what they got, and every step on the way."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.ids import new_id
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case
from rangkul.support.entitlements.programmes import Programme, named, programmes
from rangkul.support.entitlements.states import ENDED, RUNNING, State, Verb

_REFUSED = (State.REFUSED, State.OBJECTED, State.LET_GO)


class Application(Row):
    """`programme` is a code of the list. What the list said on the day of a refusal is kept: `objection_due` and
    `objection_law` do not move when the list does."""

    # The file keeps what was asked for its client as long as it lives.
    case = models.ForeignKey(Case, on_delete=models.PROTECT, db_index=False, related_name="applications")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    programme = models.CharField(max_length=20)
    # Whom it is for, where it is not the client: "anak kedua".
    whose = SealedText()
    state = models.CharField(max_length=10, choices=State, default=State.CONSIDERED)
    # The client knows of it; from then on they follow it by their ticket.
    told_on = models.DateField(null=True, blank=True)
    applied_on = models.DateField(null=True, blank=True)
    # Where it was handed in, and the number that one got for it.
    place = SealedText()
    number = SealedText()
    look_again = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    # As the office gave it.
    reason = SealedText()
    objection_due = models.DateField(null=True, blank=True)
    objection_law = models.CharField(max_length=60, blank=True)
    objected_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    # Where the days for an objection stand among the dates of the case; the answer waited for stands at `id`.
    objection_ref: UUID = models.UUIDField(default=new_id, unique=True)
    # A letter is written for the one chosen last.
    letter_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "-made_at"], name="entitlements_app_of_case")]
        constraints = [
            models.UniqueConstraint(
                name="entitlements_application_once",
                fields=["case", "programme"],
                condition=models.Q(state__in=RUNNING),
                violation_error_message=_("Program ini sudah diurus."),
            ),
            models.CheckConstraint(
                name="entitlements_application_told_first",
                condition=models.Q(told_on__isnull=False) | models.Q(applied_on__isnull=True),
                violation_error_message=_("Klien diberi tahu lebih dulu, baru diajukan."),
            ),
            models.CheckConstraint(
                name="entitlements_application_answer_answers",
                condition=models.Q(answered_on__isnull=True) | models.Q(applied_on__isnull=False),
                violation_error_message=_("Yang dijawab sudah diajukan."),
            ),
            models.CheckConstraint(
                name="entitlements_application_refused_says_why",
                condition=~models.Q(state__in=_REFUSED) | models.Q(reason__isnull=False, answered_on__isnull=False),
                violation_error_message=_("Tulis alasan yang diberikan kantornya."),
            ),
            models.CheckConstraint(
                name="entitlements_application_ended_paired",
                condition=models.Q(state__in=ENDED, ended_on__isnull=False)
                | (~models.Q(state__in=ENDED) & models.Q(ended_on__isnull=True)),
                violation_error_message=_("Yang berakhir punya harinya."),
            ),
        ]

    @property
    def says(self) -> Programme | None:
        """The programme as the list knows it today; None for one that left the list."""
        return programmes().get(self.programme)

    @property
    def name(self) -> str:
        return named(self.programme)

    @property
    def runs(self) -> bool:
        return self.state in RUNNING


class Step(Row):
    """What happened on which day, by whom written down. Only ever added."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="steps")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    verb = models.CharField(max_length=8, choices=Verb)
    on = models.DateField()
    words = SealedText()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
