"""A table at which several professions think about one case, with as little as they need to know."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency, Staff
from rangkul.journey.cases.models import Case, Task
from rangkul.journey.conferences.states import ConferenceState, DecisionOwner, Ground, Kind, Reply


class Conference(Row):
    """`brief` is all that those invited read of the case; `host` names who calls them, for guests who see no staff.
    Minutes are written once: the database freezes what was held."""

    # The file keeps what was decided on it as long as it lives.
    case = models.ForeignKey(Case, on_delete=models.PROTECT, db_index=False, related_name="conferences")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    # By this the database knows whose file it is when a seat is given.
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    called_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.CASE, db_default=Kind.CASE)
    host = SealedText()
    at = models.DateTimeField()
    place = SealedText()
    question = SealedText()
    agenda = SealedText()
    brief = SealedText()
    # What the child says and wishes, in the child's words, as far as the child wants it said; or why it was not asked.
    voice = SealedText()
    state = models.CharField(max_length=9, choices=ConferenceState, default=ConferenceState.PLANNED)
    minutes = SealedText()
    # Guests read decisions in any case, the minutes only where the worker shares them.
    shares_minutes = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    cancelled_because = SealedText()
    # When they meet again, where that was agreed.
    next_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "-at"], name="conferences_of_case")]
        constraints = [
            models.CheckConstraint(
                name="conferences_conference_ended_by_somebody",
                condition=models.Q(state=ConferenceState.PLANNED, ended_at__isnull=True, ended_by__isnull=True)
                | (~models.Q(state=ConferenceState.PLANNED) & models.Q(ended_at__isnull=False, ended_by__isnull=False)),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
            models.CheckConstraint(
                name="conferences_conference_held_has_minutes",
                condition=~models.Q(state=ConferenceState.HELD) | models.Q(minutes__isnull=False),
                violation_error_message=_("Notulen diisi sebelum pembahasan diselesaikan."),
            ),
            models.CheckConstraint(
                name="conferences_conference_hears_the_child",
                condition=models.Q(kind=Kind.CASE) | models.Q(voice__isnull=False),
                violation_error_message=_("Tulis suara anak lebih dulu."),
            ),
            models.CheckConstraint(
                name="conferences_conference_meets_again_after_it_was_held",
                condition=models.Q(next_on__isnull=True) | models.Q(state=ConferenceState.HELD),
                violation_error_message=_("Pertemuan berikutnya dicatat sesudah yang ini selesai."),
            ),
        ]

    @property
    def is_about_a_child(self) -> bool:
        return self.kind != Kind.CASE

    @property
    def is_planned(self) -> bool:
        return self.state == ConferenceState.PLANNED


class Invitation(Row):
    """One seat: a colleague, or a guest who comes by `code` and a PIN that is derived from this row's id. Every seat
    has a last day; a guest's needs a ground."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="invitations")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    guest_name = SealedText()
    profession = SealedText()
    ground = models.CharField(max_length=7, choices=Ground, blank=True)
    ground_words = SealedText()
    code = models.CharField(max_length=8, unique=True, null=True, blank=True)
    # How often a wrong PIN was tried at this link, and when it was locked for that; a new link opens it again.
    wrong_codes = models.PositiveSmallIntegerField(default=0, db_default=0)
    locked_at = models.DateTimeField(null=True, blank=True)
    invited_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    valid_to = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    reply = models.CharField(max_length=8, choices=Reply, default=Reply.ASKED)
    attended = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="conferences_invitation_one_kind",
                condition=models.Q(staff__isnull=False, code__isnull=True)
                | (models.Q(staff__isnull=True, code__isnull=False, guest_name__isnull=False) & ~models.Q(ground="")),
                violation_error_message=_("Tamu dari luar memerlukan nama dan dasar mengapa ia boleh tahu."),
            ),
            models.UniqueConstraint(
                name="conferences_invitation_staff_once",
                fields=["conference", "staff"],
                condition=models.Q(ended_at__isnull=True),
                violation_error_message=_("Rekan ini sudah diundang."),
            ),
        ]

    @property
    def name(self) -> str:
        return self.staff.full_name if self.staff_id else self.guest_name

    @property
    def is_guest(self) -> bool:
        return self.staff_id is None


class Decision(Row):
    """What the table decided, why, who does it, until when. A colleague's or the client's becomes a task."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="decisions")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    text = SealedText()
    reason = SealedText()
    owner_kind = models.CharField(max_length=6, choices=DecisionOwner)
    owner = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    guest = models.ForeignKey(
        Invitation, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    due = models.DateField()
    task = models.OneToOneField(Task, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="conferences_decision_has_one_owner",
                condition=models.Q(owner_kind=DecisionOwner.STAFF, owner__isnull=False, guest__isnull=True)
                | models.Q(owner_kind=DecisionOwner.GUEST, owner__isnull=True, guest__isnull=False)
                | models.Q(owner_kind=DecisionOwner.CLIENT, owner__isnull=True, guest__isnull=True),
                violation_error_message=_("Pilih satu penanggung jawab."),
            )
        ]


class Dissent(Row):
    """Somebody at the table sees it otherwise. Kept as it was said, beside the decision; never changed."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="dissents")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="dissents"
    )
    staff = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    guest = models.ForeignKey(
        Invitation, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    words = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="conferences_dissent_is_somebodys",
                condition=models.Q(staff__isnull=False, guest__isnull=True)
                | models.Q(staff__isnull=True, guest__isnull=False),
                violation_error_message=_("Pendapat berbeda dicatat atas nama satu orang."),
            )
        ]

    @property
    def name(self) -> str:
        return self.staff.full_name if self.staff_id else self.guest.guest_name
