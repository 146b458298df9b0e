"""What is known about rights: who holds one, who used it, what was agreed and what waits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.base.ready import ready
from rangkul.commons.trust import hooks
from rangkul.commons.trust.models import AccessGrant, BreakGlass, Consent, LegalHold, RightsRequest
from rangkul.commons.trust.practising import practice_waits as practice_waits
from rangkul.commons.trust.states import WAITING, Basis, RightsState
from rangkul.commons.trust.words import words_of

Subject = tuple[str, UUID]
# How the words begin in which one referral was agreed to.
FOR_ONE_REFERRAL = "rujukan-"


@dataclass(frozen=True)
class Reading:
    """One opening of a file: when, by whom (called name and place of work; a guest in their own words), and the code
    of why."""

    at: datetime
    name: str
    who: str
    agency: str
    why: str

    @property
    def by(self) -> str:
        return ", ".join(part for part in (self.who, self.agency) if part)

    @property
    def because(self) -> str:
        """The right by which somebody read; what was more than reading is named for what it was."""
        more = {
            "glass.broken": _("membuka akses darurat, ditinjau orang lain"),
            "nik.revealed": _("melihat NIK lengkap"),
        }
        known = {**dict(Basis.choices), "queue": _("permintaan masuk unitnya"), "search": _("pencarian")}
        return str(more.get(self.name) or known.get(self.why, _("tugas di unit penanggung jawab")))


@dataclass(frozen=True)
class Readings:
    """Openings of one day by one person by one right, told in one line: the newest, the oldest, how many."""

    last: Reading
    first: Reading
    times: int

    @property
    def by(self) -> str:
        return self.last.by

    @property
    def because(self) -> str:
        return self.last.because


def by_day(rows: Sequence[Reading]) -> list[Readings]:
    """Each page of a file that is opened is a reading of its own; who follows them wishes to see people, not clicks."""
    found: dict[tuple[date, str, str], Readings] = {}
    for row in rows:
        one = (clock.local(row.at).date(), row.by, row.because)
        known = found.get(one)
        found[one] = Readings(known.last, row, known.times + 1) if known else Readings(row, row, 1)
    return list(found.values())


def readings_of(*subjects: Subject, limit: int = 100) -> list[Reading]:
    """Who opened these files, newest first. The holder of a ticket asks this about their own request and case."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT at, name, who, agency, why, guest FROM trust_readings(%s::uuid[], %s)", [_ids(subjects), limit]
        )
        rows = cursor.fetchall()
    named = _guests({row[-1]: row[-2] for row in rows if row[-1]})
    return [Reading(at, name, *named.get(guest, (who, agency)), why) for at, name, who, agency, why, guest in rows]


def _guests(came: dict[UUID, str]) -> dict[UUID, tuple[str, str]]:
    """What guests are called in the list, by why they came: never mistaken for a worker, and still there when their
    name is gone."""
    found: dict[UUID, tuple[str, str]] = {}
    for named in hooks.guests if came else ():
        found |= named(set(came))
    nobody = ("", "")
    return {one: _guest(why, *found.get(one, nobody)) for one, why in came.items()}


def _guest(why: str, who: str, place: str) -> tuple[str, str]:
    if why == Basis.REFERRAL:
        return (_("Penerima rujukan: %(name)s") % {"name": who} if who else _("Penerima rujukan")), place
    return (_("Tamu pembahasan: %(name)s") % {"name": who} if who else _("Tamu pembahasan kasus")), place


def _ids(subjects: Iterable[Subject]) -> list[UUID]:
    return [subject_id for _kind, subject_id in subjects]


def current_grants(subject: Subject) -> QuerySet[AccessGrant]:
    """Who may see this file now by a right of their own, as far as the asker may know."""
    moment = clock.now()
    return AccessGrant.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=moment), subject_kind=subject[0], subject_id=subject[1]
    ).order_by("valid_from")


def held_by(asker: Asker, kind: str) -> QuerySet[AccessGrant]:
    """The rights of one kind of file that the asker holds now; lists start from here."""
    return _held(_holders(asker), kind, clock.now())


def _held(holders: list[UUID], kind: str, moment: datetime) -> QuerySet[AccessGrant]:
    return AccessGrant.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=moment), grantee_id__among=holders, subject_kind=kind
    )


def subjects_held(asker: Asker, kind: str) -> list[UUID]:
    """The files of one kind that the asker may see by a right of their own."""
    return _subjects_held(_holders(asker), kind, clock.now())


@ready
def _subjects_held(holders: list[UUID], kind: str, moment: datetime) -> QuerySet:
    return _held(holders, kind, moment).values_list("subject_id", flat=True).distinct()


def _holders(asker: Asker) -> list[UUID]:
    return [holder for holder in (asker.staff_id, asker.unit_id, asker.ticket_id) if holder]


def basis_of(asker: Asker, kind: str, subject_id: UUID) -> str:
    """By what right of their own the asker sees this file: the basis of the oldest, "" without any."""
    return _oldest_basis.one(_holders(asker), kind, subject_id, clock.now()) or ""


@ready
def _oldest_basis(holders: list[UUID], kind: str, subject_id: UUID, moment: datetime) -> QuerySet:
    held = _held(holders, kind, moment).filter(subject_id=subject_id)
    return held.order_by("valid_from").values_list("basis", flat=True)[:1]


def open_glass(asker: Asker) -> BreakGlass | None:
    """The emergency access that is open now for this worker, the one that ends last."""
    grant = _broken.one(asker.staff_id, clock.now()) if asker.staff_id else None
    return BreakGlass.objects.filter(pk=grant.reason).first() if grant else None


@ready
def _broken(staff_id: UUID, moment: datetime) -> QuerySet[AccessGrant]:
    held = AccessGrant.objects.filter(grantee_id=staff_id, basis="break_glass", valid_to__gt=moment)
    return held.order_by("-valid_to")[:1]


def is_opened_by(glass: BreakGlass, ids: Collection[UUID]) -> bool:
    """Whether one of these files lies open by this emergency access, itself or together with the one asked for."""
    opened = AccessGrant.objects.filter(basis="break_glass", reason=str(glass.pk), subject_id__in=ids)
    return glass.subject_id in ids or opened.exists()


def numbers_of_broken(glasses: Iterable[BreakGlass]) -> dict[UUID, str]:
    """The number on each opened file, for those who opened or review it, also where they do not see the file. The data
    of a person have none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM trust_number_of_broken(%s::uuid[])", [[glass.pk for glass in glasses]])
        return dict(cursor.fetchall())


def glass_to_review(asker: Asker) -> QuerySet[BreakGlass]:
    """Emergency accesses nobody has looked at yet: those named to the asker, for the data officer all of the agency."""
    waiting = BreakGlass.objects.filter(reviewed_at__isnull=True).exclude(staff_id=asker.staff_id)
    if not asker.has("pdp"):
        waiting = waiting.filter(reviewer_id=asker.staff_id)
    return waiting.select_related("staff", "reviewer").order_by("made_at")


def consents_of(*subjects: Subject) -> QuerySet[Consent]:
    """Every answer, newest first; the first of a purpose is the one that counts."""
    return Consent.objects.filter(subject_id__in=_ids(subjects)).order_by("-asked_at", "-id")


def standing_yes(subject: Subject, purpose: str) -> list[Consent]:
    """Every yes for this purpose that nobody took back; what was agreed to for one referral stands by itself."""
    rows = consents_of(subject).filter(purpose=purpose, given=True, withdrawn_at=None)
    return list(rows.exclude(text_version__startswith=FOR_ONE_REFERRAL))


def agreed(subject: Subject, purpose: str) -> bool:
    """Whether the latest answer for this purpose is a yes that was not taken back."""
    latest = consents_of(subject).filter(purpose=purpose).first()
    return latest is not None and latest.given and latest.withdrawn_at is None


def holds_of(person_ids: Iterable[UUID]) -> QuerySet[LegalHold]:
    """What obliges the agency to keep these registrations today."""
    today = clock.local(clock.now()).date()
    standing = LegalHold.objects.filter(Q(until__isnull=True) | Q(until__gte=today), ended_at__isnull=True)
    return standing.filter(person_id__in=list(person_ids)).order_by("made_at")


def rights_of(*subjects: Subject) -> QuerySet[RightsRequest]:
    """What was asked about these files, newest first, as far as the asker may know."""
    return RightsRequest.objects.filter(subject_id__in=_ids(subjects)).select_related("key").order_by("-asked_at")


def rights_waiting(asker: Asker) -> QuerySet[RightsRequest]:
    """Everything unanswered that the asker answers for or oversees, what is due first."""
    return RightsRequest.objects.filter(state__in=WAITING).select_related("owner", "second").order_by("due_at", "id")


def rights_on_my_desk(asker: Asker) -> QuerySet[RightsRequest]:
    """What waits for this worker: to decide or carry out, to read as the second, or because it is late."""
    mine = (
        Q(owner_id=asker.staff_id, state__in=(RightsState.OPEN, RightsState.GRANTED))
        | Q(second_id=asker.staff_id, state=RightsState.PROPOSED)
        | Q(raised_to_id=asker.staff_id)
    )
    return rights_waiting(asker).filter(mine, agency_id=asker.agency_id)


def said_of(event_name: str) -> str:
    """An event in words, as the audit trail says it."""
    return words_of(event_name)
