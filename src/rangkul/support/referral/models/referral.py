"""One attempt: one need, one receiver, as little data as they need, by one right, until one day."""

from datetime import datetime
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.ids import new_id
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency, Staff, Unit
from rangkul.commons.trust.models import Consent
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.support.referral.behind import CaseOrRequest, file_of
from rangkul.support.referral.models.need import Need
from rangkul.support.referral.states import (
    ENDED,
    HELPFUL,
    LIVING,
    SPOKEN,
    Ground,
    Outcome,
    Refusal,
    State,
    Way,
    way_words,
)


class Referral(Row):
    """What it carries stands in its items; both are frozen by the database once it was sent. `door` is whom the link
    asks as: a link that is made anew is another door, and the old one opens nothing."""

    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="referrals")
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="referrals"
    )
    request = models.ForeignKey(
        Request, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="referrals"
    )
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # By these the database knows whose file it is, for an event that the receiver causes.
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False, related_name="+")
    # In which order receivers are asked; equal places are asked at once.
    place = models.PositiveSmallIntegerField(default=1)
    # The entry of the directory, which is another module's and may be switched off; empty for a receiver typed by hand.
    service_id = models.UUIDField(null=True, blank=True)
    organization_id = models.UUIDField(null=True, blank=True)
    receiver = models.CharField(max_length=160)
    contact = SealedText()
    link_by = models.CharField(max_length=8, choices=Way, default=Way.EMAIL)
    code_by = models.CharField(max_length=8, choices=Way, default=Way.PHONE)
    # Empty where a worker says the code themself.
    code_contact = SealedText()
    # Of both places (`reaching.print_of`); empty in rows from before they were compared.
    link_print = models.BinaryField(max_length=32, null=True, blank=True)
    code_print = models.BinaryField(max_length=32, null=True, blank=True)
    # Why this receiver, and why although it is full or not certain.
    chosen_because = SealedText()
    # Codes of what spoke against this receiver when they were chosen (`matching`).
    doubts = models.CharField(max_length=60, blank=True, default="", db_default="")
    asked = SealedText()
    ground = models.CharField(max_length=7, choices=Ground, blank=True)
    ground_words = SealedText()
    consent = models.ForeignKey(
        Consent, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    host = SealedText()
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    state = models.CharField(max_length=11, choices=State, default=State.DRAFT)
    code = models.CharField(max_length=8, unique=True, null=True, blank=True)
    door = models.UUIDField(default=new_id, unique=True)
    # How often a wrong code was tried at this door, and when it was locked for that.
    wrong_codes = models.PositiveSmallIntegerField(default=0, db_default=0)
    locked_at = models.DateTimeField(null=True, blank=True)
    # Since when a question of the receiver waits for an answer.
    question_at = models.DateTimeField(null=True, blank=True)
    # Where there is no case to hold a task: the day on which the owner rings them and hands over in person.
    call_on = models.DateField(null=True, blank=True)
    # Hours in which the receiver promised to answer, or the house's own three working days.
    answers_within = models.PositiveSmallIntegerField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    # When the house itself reminded the receiver, before the answer was due and after (`nudging.py`).
    nudged_before_at = models.DateTimeField(null=True, blank=True)
    nudged_after_at = models.DateTimeField(null=True, blank=True)
    valid_to = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    refusal = models.CharField(max_length=8, choices=Refusal, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    # Where the receiver referred on: to whom, as they said it, and what came of it there once somebody has learned it.
    onward_to = SealedText()
    later_outcome = models.CharField(max_length=10, choices=Outcome, blank=True, default="", db_default="")
    later_at = models.DateTimeField(null=True, blank=True)
    # Where the receiver takes them in turn: which place, and why in that order.
    queue_place = models.PositiveSmallIntegerField(null=True, blank=True)
    queue_because = SealedText()
    # The receiver must have stopped using the data by then (UU 27/2022 Pasal 40), and when they said that they have.
    stop_due_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["case", "-made_at"], name="referral_of_case"),
            models.Index(fields=["request"], name="referral_of_request", condition=models.Q(request__isnull=False)),
            models.Index(fields=["unit", "state", "due_at"], name="referral_of_unit"),
            models.Index(fields=["owner", "state", "due_at"], name="referral_of_owner"),
            models.Index(fields=["organization_id", "-sent_at"], name="referral_of_partner"),
            models.Index(fields=["valid_to"], name="referral_expires", condition=models.Q(state__in=LIVING)),
            models.Index(fields=["consent"], name="referral_on_consent", condition=models.Q(consent__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(
                name="referral_one_in_a_place",
                fields=["agency", "service_id", "queue_place"],
                condition=models.Q(state=State.ACCEPTED, service_id__isnull=False, queue_place__isnull=False),
                violation_error_message=_("Urutan ini sudah ditempati orang lain."),
            ),
            models.CheckConstraint(
                name="referral_of_one_file",
                condition=models.Q(case__isnull=False, request__isnull=True)
                | models.Q(case__isnull=True, request__isnull=False),
                violation_error_message=_("Rujukan dimulai dari kasus, atau dari permintaan."),
            ),
            # The NEVER of A08: nothing leaves without a consent or another ground that is written down.
            models.CheckConstraint(
                name="referral_sent_by_right",
                condition=models.Q(sent_at__isnull=True)
                | models.Q(ground=Ground.CONSENT, consent__isnull=False)
                | models.Q(ground__in=[Ground.LAW, Ground.VITAL], ground_words__isnull=False),
                violation_error_message=_("Tanpa persetujuan atau dasar lain yang tertulis, tidak ada yang dikirim."),
            ),
            models.CheckConstraint(
                name="referral_sent_is_whole",
                condition=models.Q(sent_at__isnull=True, state__in=[State.DRAFT, State.CANCELLED])
                | (
                    models.Q(
                        sent_at__isnull=False,
                        valid_to__isnull=False,
                        due_at__isnull=False,
                        asked__isnull=False,
                        code__isnull=False,
                    )
                    & ~models.Q(state=State.DRAFT)
                ),
                violation_error_message=_("Rujukan yang dikirim punya isi, tautan, batas jawaban, dan hari terakhir."),
            ),
            models.CheckConstraint(
                name="referral_ended_paired",
                condition=models.Q(state__in=ENDED, ended_at__isnull=False)
                | (~models.Q(state__in=ENDED) & models.Q(ended_at__isnull=True)),
                violation_error_message=_("Rujukan yang berakhir punya waktu berakhirnya."),
            ),
            models.CheckConstraint(
                name="referral_completed_has_outcome",
                condition=(models.Q(state=State.COMPLETED) & ~models.Q(outcome=""))
                | (~models.Q(state=State.COMPLETED) & models.Q(outcome="")),
                violation_error_message=_("Rujukan selesai bila hasilnya sudah diisi."),
            ),
            models.CheckConstraint(
                name="referral_onward_says_where",
                condition=models.Q(outcome=Outcome.ONWARD, onward_to__isnull=False)
                | (~models.Q(outcome=Outcome.ONWARD) & models.Q(onward_to__isnull=True)),
                violation_error_message=_("Tulis ke mana dirujuk lagi."),
            ),
            models.CheckConstraint(
                name="referral_later_outcome_of_onward",
                condition=models.Q(later_outcome="", later_at__isnull=True)
                | (
                    models.Q(outcome=Outcome.ONWARD, later_at__isnull=False)
                    & ~models.Q(later_outcome__in=["", Outcome.ONWARD])
                ),
                violation_error_message=_("Hasil akhir dicatat untuk rujukan yang dirujuk lagi."),
            ),
            models.CheckConstraint(
                name="referral_declined_says_why",
                condition=(models.Q(state=State.DECLINED) & ~models.Q(refusal=""))
                | (~models.Q(state=State.DECLINED) & models.Q(refusal="")),
                violation_error_message=_("Penolakan memerlukan alasan."),
            ),
            models.CheckConstraint(
                name="referral_stop_has_its_clock",
                condition=models.Q(stopped_at__isnull=True) | models.Q(stop_due_at__isnull=False),
                violation_error_message=_("Yang dihentikan punya batas waktunya."),
            ),
            # Link and code by one way to one place would be one factor.
            models.CheckConstraint(
                name="referral_two_ways",
                condition=~models.Q(link_by=models.F("code_by")),
                violation_error_message=_("Tautan dan kode dikirim lewat dua jalan yang berbeda."),
            ),
            # Two ways to one telephone are one factor as well.
            models.CheckConstraint(
                name="referral_code_goes_elsewhere",
                condition=models.Q(link_print__isnull=True)
                | models.Q(code_by__in=SPOKEN)
                | (models.Q(code_print__isnull=False) & ~models.Q(code_print=models.F("link_print"))),
                violation_error_message=_("Kode dikirim ke alamat lain daripada tautannya."),
            ),
        ]

    @property
    def file(self) -> CaseOrRequest:
        return file_of(self.case, self.request)

    @property
    def link_way(self) -> str:
        """Within a sentence."""
        return way_words(self.link_by)

    @property
    def code_way(self) -> str:
        return way_words(self.code_by)

    @property
    def file_id(self) -> UUID:
        """The key of the case, or where there is none of the request, for addresses."""
        return self.case_id or self.request_id

    @property
    def is_living(self) -> bool:
        return self.state in LIVING

    @property
    def opens(self) -> bool:
        """Its link leads somewhere: to what was sent, or to the page on which they say that they have stopped."""
        return self.is_living or self.waits_for_stop

    @property
    def asks(self) -> bool:
        """The receiver waits for an answer to a question."""
        return self.is_living and self.question_at is not None

    @property
    def waits_for_owner(self) -> list[datetime]:
        """Since when a locked door and a question wait for whoever sent it, the oldest first."""
        return sorted(at for at in (self.locked_at, self.question_at) if at is not None) if self.is_living else []

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT

    @property
    def waits_elsewhere(self) -> bool:
        """Referred on, and nobody has said yet what came of it."""
        return self.outcome == Outcome.ONWARD and not self.later_outcome

    @property
    def helped(self) -> bool:
        return (self.later_outcome or self.outcome) in HELPFUL

    @property
    def ended_without_help(self) -> bool:
        """Somebody else must be found; not where it was taken back, or goes on at another place."""
        return self.state in ENDED and self.state != State.CANCELLED and not (self.helped or self.waits_elsewhere)

    @property
    def outcome_words(self) -> str:
        """What came of it in plain words, with where it went on to."""
        if self.outcome != Outcome.ONWARD:
            return str(self.get_outcome_display())
        told = _("Dirujuk lagi ke %(who)s") % {"who": self.onward_to}
        return f"{told}: {self.get_later_outcome_display().lower()}" if self.later_outcome else str(told)

    @property
    def may_be_withdrawn(self) -> bool:
        """By the client, also after it has ended: whoever read it may still use what they read."""
        return self.consent is not None and self.consent.withdrawn_at is None and self.stop_due_at is None

    @property
    def may_travel(self) -> bool:
        """As a file for another system: what was sent, unless it was taken back."""
        withdrawn = self.consent is not None and self.consent.withdrawn_at is not None
        return self.sent_at is not None and self.state != State.CANCELLED and self.stop_due_at is None and not withdrawn

    @property
    def waits_for_stop(self) -> bool:
        return self.stop_due_at is not None and self.stopped_at is None
