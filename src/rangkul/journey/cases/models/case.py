"""The file of a client: one person, household, group or community on the way through the stages."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency, Household, Person, Staff, Unit
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import ClientKind, Level
from rangkul.journey.cases.states import (
    MAY_BE_TOLD,
    CaseRole,
    CaseState,
    ContactLeave,
    Influence,
    Programme,
    ServiceFunction,
    Stage,
)


class Case(Row):
    """One road walked with one client. Everything that is written on it is sealed with `key`."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    number = models.CharField(max_length=16, unique=True)
    # A file is never lost with the agency, unit, worker or person that it names.
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False)
    worker = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="cases")
    client_kind = models.CharField(max_length=10, choices=ClientKind)
    # Behind the erased file of several people: an empty one.
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="cases")
    household = models.ForeignKey(Household, null=True, blank=True, on_delete=models.PROTECT, related_name="cases")
    # What a group or community is called; a person and a household have their own names.
    name = models.CharField(max_length=120, blank=True)
    # The request from which the case was opened; which tickets open the client's view of it says `CaseTicket`.
    request = models.ForeignKey(
        Request, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="cases"
    )
    # The worker about whom the request complains: never a reader of this file.
    against = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    # Why the case was opened, in one line and where possible in the client's own words.
    concern = SealedText()
    region_code = models.CharField(max_length=13, blank=True)
    service_function = models.CharField(max_length=14, choices=ServiceFunction, blank=True)
    # By whose template the path is walked; empty is the general one.
    programme = models.CharField(max_length=12, choices=Programme, blank=True, default="")
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.ENGAGEMENT)
    stage_since = models.DateTimeField(default=now)
    state = models.CharField(max_length=6, choices=CaseState, default=CaseState.OPEN)
    level = models.CharField(max_length=6, choices=Level, default=Level.HIJAU)
    opened_at = models.DateTimeField(default=now)
    closed_at = models.DateTimeField(null=True, blank=True)
    # Help was given before a contract stood: by then it must (A17).
    contract_due_at = models.DateTimeField(null=True, blank=True)
    # The earliest open date of the case; kept by the verbs so that lists sort by an index.
    next_due_at = models.DateTimeField(null=True, blank=True)
    # Longest time without contact that was agreed, in days.
    contact_days = models.PositiveSmallIntegerField(default=14)
    last_contact_at = models.DateTimeField(null=True, blank=True)
    supervised_at = models.DateTimeField(null=True, blank=True)
    # Why nobody else takes part in the help (A31).
    alone_because = SealedText()

    class Meta:
        indexes = [
            models.Index(fields=["worker", "state", "next_due_at", "id"], name="cases_case_of_worker"),
            models.Index(fields=["unit", "state", "next_due_at", "id"], name="cases_case_of_unit"),
            models.Index(
                fields=["contract_due_at"],
                name="cases_case_contract_late",
                condition=models.Q(contract_due_at__isnull=False),
            ),
            models.Index(fields=["unit", "level"], name="cases_case_grave", condition=models.Q(state="open")),
        ]
        constraints = [
            models.CheckConstraint(
                name="cases_case_has_its_client",
                condition=models.Q(client_kind="person", person__isnull=False, household__isnull=True)
                | models.Q(client_kind="household", household__isnull=False)
                | models.Q(client_kind__in=["group", "community"]) & ~models.Q(name=""),
                violation_error_message=_("Pilih untuk siapa kasus ini dibuka."),
            ),
            models.CheckConstraint(
                name="cases_case_closed_paired",
                condition=models.Q(state="open", closed_at__isnull=True)
                | models.Q(state="closed", closed_at__isnull=False),
                violation_error_message=_("Kasus yang diakhiri harus punya tanggal akhir."),
            ),
            models.CheckConstraint(
                name="cases_case_contact_days",
                condition=models.Q(contact_days__gte=1, contact_days__lte=366),
                violation_error_message=_("Jarak kontak antara 1 dan 366 hari."),
            ),
            models.UniqueConstraint(
                name="cases_case_once_a_request",
                fields=["request"],
                condition=models.Q(request__isnull=False),
                violation_error_message=_("Permintaan ini sudah menjadi kasus."),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("cases:case", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.state == CaseState.OPEN

    @property
    def client_name(self) -> str:
        """What the screen calls the client; for lists give `select_related("person", "household")`."""
        return str(self.person or self.household or self.name)


class CasePerson(Row):
    """A person whom the case touches: as what, with what influence, and whether they may be told anything (A22)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="case_roles")
    # Empty until something is written about them.
    key = models.ForeignKey(DataKey, null=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    role = models.CharField(max_length=12, choices=CaseRole)
    # What they are to the client in the client's words: elder sister, head of the neighbourhood, teacher.
    relation = SealedText()
    influence = models.CharField(max_length=8, choices=Influence, default=Influence.UNKNOWN, db_default="unknown")
    contact = models.CharField(max_length=8, choices=ContactLeave, default=ContactLeave.UNASKED, db_default="unasked")
    # What may be said to them and what not; for a guardian's decision why it serves the child best.
    contact_words = SealedText()
    in_emergency = models.BooleanField(default=False, db_default=False)
    gets_news = models.BooleanField(default=False, db_default=False)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="cases_person_once",
                fields=["case", "person"],
                condition=models.Q(until__isnull=True),
                violation_error_message=_("Orang ini sudah tercatat di kasus ini."),
            ),
            models.CheckConstraint(
                name="cases_person_told_with_leave",
                condition=models.Q(in_emergency=False, gets_news=False) | models.Q(contact__in=MAY_BE_TOLD),
                violation_error_message=_("Tanpa izin klien orang ini tidak dihubungi dan tidak diberi kabar."),
            ),
            models.CheckConstraint(
                name="cases_person_guardian_says_why",
                condition=~models.Q(contact="guardian") | models.Q(contact_words__isnull=False),
                violation_error_message=_("Tulis mengapa keputusan wali ini demi kepentingan terbaik."),
            ),
        ]

    @property
    def may_be_told(self) -> bool:
        return self.contact in MAY_BE_TOLD
