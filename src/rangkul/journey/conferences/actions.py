"""Verbs of a case conference: call, invite, decide, disagree, write down."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.commons.people.policy import is_leaving
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust.states import Basis
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases import policy as case_policy
from rangkul.journey.cases.actions.rows import about, filled, lock_open
from rangkul.journey.cases.models import Case
from rangkul.journey.conferences import policy
from rangkul.journey.conferences.door import new_code
from rangkul.journey.conferences.models import Conference, Decision, Dissent, Invitation
from rangkul.journey.conferences.states import CONFERENCE, GUEST_DOOR, MEETING_AGAIN, DecisionOwner, Ground, Kind, Reply
from rangkul.journey.conferences.unnamed import name_no_child

# A guest reads what was decided, and then no more.
USUAL_DAYS_AFTER = 7
LONGEST_DAYS = 60
# So many days the promised next meeting stays with the worker alone.
GRACE = 2


@dataclass(frozen=True)
class Called:
    """When and where, what is to be decided, and all that those invited read of the case."""

    at: datetime
    place: str
    question: str
    brief: str
    agenda: str = ""
    kind: str = Kind.CASE
    # Of a meeting about a child: what the child says and wishes.
    voice: str = ""


def _write(conference: Conference, called: Called) -> None:
    if called.at <= clock.now():
        raise Refused(_("Pilih waktu yang akan datang."), field="at")
    conference.at = called.at
    conference.place = filled(called.place, _("Tulis di mana atau lewat apa."), "place")
    conference.question = filled(called.question, _("Tulis apa yang perlu diputuskan bersama."), "question")
    conference.brief = filled(called.brief, _("Tulis secukupnya apa yang perlu diketahui peserta."), "brief")
    conference.agenda = called.agenda.strip()
    if conference.is_about_a_child:
        conference.voice = filled(called.voice, _("Tulis suara anak, atau mengapa belum ditanyakan."), "voice")
    said = ("place", "question", "brief", "agenda", "voice")
    name_no_child(conference, {name: getattr(conference, name) for name in said})


@action("conference.called", may=case_policy.may_work)
def call_conference(*, by: Asker, case: Case, called: Called, despite: str = "") -> Done:
    """`despite`: why the family meets though the file tells of violence."""
    case = lock_open(case)
    if called.kind not in Kind.values:
        raise Refused(_("Pilih salah satu dari daftar."), code="kind")
    if called.kind == Kind.FAMILY:
        cases.keep_apart(by, case, what=_("pertemuan keluarga"), despite=despite)
    conference = Conference(
        case=case, key=case.key, agency_id=case.agency_id, called_by_id=by.staff_id, kind=called.kind
    )
    host = Staff.objects.select_related("unit", "agency").get(pk=by.staff_id)
    conference.host = f"{host.full_name}, {host.unit.name if host.unit else host.agency.name}"
    _write(conference, called)
    conference.save(force_insert=True)
    for former in case.conferences.filter(kind=called.kind, next_on__isnull=False):
        cases.remind(case, MEETING_AGAIN, former.pk, None, grace=GRACE)
    return about(case, conference, kind=called.kind)


def _held(conference: Conference, verb: str) -> Conference:
    """The conference as it is now, held until the verb ends, one step further."""
    rows = Conference.objects.select_for_update(of=("self",)).filter(pk=conference.pk)
    held = rows.select_related("key", "case__key", "case__worker", "case__unit").first()
    if held is None:
        raise Http404
    CONFERENCE.step(held, verb)
    return held


@action("conference.changed", may=policy.may_lead)
def change_conference(*, by: Asker, conference: Conference, called: Called) -> Done:
    held = _held(conference, "change")
    _write(held, called)
    held.save()
    return about(held.case, held)


@action("conference.invited", may=policy.may_lead)
def invite_colleague(*, by: Asker, conference: Conference, staff: Staff) -> Done:
    """A colleague of the agency. They read the brief of this conference, not the case."""
    held = _held(conference, "change")
    if staff.pk == held.case.against_id or staff.agency_id != held.case.agency_id:
        raise Refused(_("Pilih rekan dari lembaga ini."), field="staff")
    last = held.at + timedelta(days=USUAL_DAYS_AFTER)
    seat = Invitation(conference=held, key=held.key, staff_id=staff.pk, invited_by_id=by.staff_id, valid_to=last)
    try:
        with transaction.atomic():
            seat.save(force_insert=True)
    except IntegrityError as error:
        if "staff_once" not in str(error):
            raise
        raise Refused(_("Rekan ini sudah diundang."), field="staff", code="twice") from None
    _let_in(by, held, ("staff", staff.pk), last)
    return about(held.case, seat, conference=held.pk, guest=False)


@dataclass(frozen=True)
class Guest:
    """Somebody from outside, and the ground on which they may know this much."""

    name: str
    profession: str
    ground: str
    ground_words: str = ""
    last_day: date | None = None


@action("conference.invited", may=policy.may_lead)
def invite_guest(*, by: Asker, conference: Conference, guest: Guest) -> Done:
    held = _held(conference, "change")
    if guest.ground == Ground.LAW and not guest.ground_words.strip():
        raise Refused(_("Tulis dasar hukumnya, atau apa yang mengancam klien."), field="ground_words")
    last = _last_moment(held, guest.last_day)
    seat = Invitation(
        conference=held,
        key=held.key,
        code=new_code(),
        invited_by_id=by.staff_id,
        valid_to=last,
        ground=guest.ground,
    )
    seat.guest_name = filled(guest.name, _("Tulis nama tamu."), "name")
    seat.profession = filled(guest.profession, _("Tulis profesi atau lembaganya."), "profession")
    seat.ground_words = guest.ground_words.strip()
    seat.save(force_insert=True)
    _let_in(by, held, ("ticket", seat.pk), last)
    return about(held.case, seat, conference=held.pk, guest=True, ground=guest.ground)


def _last_moment(conference: Conference, last_day: date | None) -> datetime:
    """A guest's way in ends with a day: a week after the conference where nobody says otherwise."""
    region = conference.case.region_code
    day = last_day or clock.local(conference.at, region).date() + timedelta(days=USUAL_DAYS_AFTER)
    if day > clock.local(conference.at, region).date() + timedelta(days=LONGEST_DAYS):
        raise Refused(_("Paling lama 60 hari sesudah pembahasan."), field="last_day")
    days.not_over(day, "last_day", region)
    return datetime.combine(day, time(23, 59), clock.zone(region))


def _let_in(by: Asker, conference: Conference, grantee: tuple[str, UUID], last: datetime) -> None:
    trust.grant(
        by=by,
        subject=("conference", conference.pk),
        grantee=grantee,
        basis=Basis.CONFERENCE,
        reason="conference",
        valid_to=last,
        agency_id=conference.case.agency_id,
    )


@action("conference.seat_ended", may=policy.may_end_seat)
def end_seat(*, by: Asker, invitation: Invitation) -> Done:
    """The way in ends in this transaction; the next page that the guest opens is not there."""
    seat = Invitation.objects.select_for_update(of=("self",)).select_related("conference__case").get(pk=invitation.pk)
    case = seat.conference.case
    if seat.ended_at is not None:
        return about(case, seat, silent=True)
    end_seat_of(by, seat)
    return about(case, seat, conference=seat.conference_id)


def end_seat_of(by: Asker, seat: Invitation) -> None:
    seat.ended_at = clock.now()
    seat.save(update_fields=["ended_at"])
    if seat.locked_at is not None:
        cases.remind(seat.conference.case, GUEST_DOOR, seat.pk, None, grace=GRACE)
    grantee = ("ticket", seat.pk) if seat.is_guest else ("staff", seat.staff_id)
    trust.end_grant(
        by=by,
        subject=("conference", seat.conference_id),
        grantee=grantee,
        basis=Basis.CONFERENCE,
        reason="ended",
    )


def _said(seat: Invitation, **payload) -> Done:
    """What happens at the table: whoever sits there alone does not see the case it is about."""
    return Done(seat, subject=("conference", seat.conference_id), payload={"id": str(seat.pk), **payload})


def held_seats(staff: Staff) -> QuerySet[Invitation]:
    rows = Invitation.objects.filter(staff=staff, ended_at=None, valid_to__gt=clock.now())
    return rows.select_related("conference__case")


@action("conference.seats_ended", may=is_leaving)
def end_seats(*, by: Asker, staff: Staff) -> Done:
    """Their account is closed. Nobody sits there in somebody else's name: the team invites whom it needs."""
    seats = list(held_seats(staff))
    for seat in seats:
        end_seat_of(by, seat)
    where = {"subject": ("staff", staff.pk), "agency_id": staff.agency_id}
    return Done(staff, payload={"n": len(seats)}, silent=not seats, **where)


@action("conference.replied", may=policy.may_reply)
def reply(*, by: Asker, invitation: Invitation, coming: bool) -> Done:
    seat = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    seat.reply = Reply.COMING if coming else Reply.DECLINED
    seat.save(update_fields=["reply"])
    return _said(seat, reply=seat.reply)


@action("conference.opened", may=policy.may_reply)
def note_opening(*, by: Asker, invitation: Invitation) -> Done:
    """The first time that somebody invited came to the table's page."""
    first = Invitation.objects.filter(pk=invitation.pk, opened_at=None).update(opened_at=clock.now())
    return Done(
        invitation,
        subject=("conference", invitation.conference_id),
        payload={"id": str(invitation.pk)},
        silent=not first,
    )


@action("conference.decided", may=policy.may_lead)
def decide(
    *,
    by: Asker,
    conference: Conference,
    text: str,
    due: date,
    owner_kind: str,
    reason: str = "",
    owner: Staff | None = None,
    guest: Invitation | None = None,
) -> Done:
    """What was decided has an owner and a day. A colleague's or the client's becomes a task of the case."""
    held = _held(conference, "change")
    text = filled(text, _("Tulis apa yang diputuskan."), "text")
    name_no_child(held, {"text": text, "reason": reason})
    days.not_over(due, "due", held.case.region_code)
    if guest is not None and guest.conference_id != held.pk:
        raise Refused(_("Pilih tamu dari pembahasan ini."), field="owner")
    row = Decision(
        conference=held, key=held.key, owner_kind=owner_kind, owner=owner, guest=guest, due=due, by_id=by.staff_id
    )
    row.text, row.reason = text, reason.strip()
    if owner_kind != DecisionOwner.GUEST:
        row.task = cases.add_task(by=by, case=held.case, title=text[:200], due=due, owner=owner)
    row.save(force_insert=True)
    return about(held.case, row, conference=held.pk, owner_kind=owner_kind)


@action("conference.dissented", may=policy.may_dissent)
def dissent(
    *,
    by: Asker,
    conference: Conference,
    words: str,
    invitation: Invitation | None = None,
    decision: Decision | None = None,
) -> Done:
    """Somebody at the table sees it otherwise, also after it was held."""
    row = Dissent(conference=conference, key=conference.key, decision=decision)
    if by.kind == "ticket":
        row.guest = invitation
    else:
        row.staff_id = by.staff_id
    row.words = filled(words, _("Tulis pendapat Anda."), "words")
    row.save(force_insert=True)
    return Done(row, subject=("conference", conference.pk), payload={"id": str(row.pk)})


@action("conference.held", may=policy.may_lead)
def hold(
    *,
    by: Asker,
    conference: Conference,
    minutes: str,
    came: Collection[UUID] = (),
    shares_minutes: bool = False,
    next_on: date | None = None,
) -> Done:
    """Minutes and who was there, written once; from then on nothing of it changes. `next_on`: when they meet again."""
    held = _held(conference, "hold")
    held.minutes = filled(minutes, _("Tulis notulennya, walau singkat."), "minutes")
    name_no_child(held, {"minutes": held.minutes})
    if next_on is not None:
        days.not_over(next_on, "next_on", held.case.region_code)
    held.next_on = next_on
    held.shares_minutes = shares_minutes
    held.ended_at, held.ended_by_id = clock.now(), by.staff_id
    seats = held.invitations.filter(ended_at=None)
    seats.filter(pk__in=came).update(attended=True)
    seats.exclude(pk__in=came).update(attended=False)
    held.save()
    cases.remind(held.case, MEETING_AGAIN, held.pk, next_on, grace=GRACE)
    return about(held.case, held, came=len(came))


@action("conference.cancelled", may=policy.may_lead)
def cancel(*, by: Asker, conference: Conference, because: str) -> Done:
    """Everybody's way in ends with it."""
    held = _held(conference, "cancel")
    held.cancelled_because = filled(because, _("Tulis mengapa dibatalkan."), "because")
    held.ended_at, held.ended_by_id = clock.now(), by.staff_id
    held.save()
    for seat in held.invitations.filter(ended_at=None):
        end_seat(by=by, invitation=seat)
    return about(held.case, held)
