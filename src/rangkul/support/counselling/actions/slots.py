"""A worker opens times; whoever holds a ticket takes one, moves it or gives it back."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from django.db import connection
from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import State
from rangkul.journey.cases.actions import remind
from rangkul.journey.cases.queries import case_behind
from rangkul.support.counselling import policy
from rangkul.support.counselling.actions.beginning import refuse_blocked
from rangkul.support.counselling.actions.news import slot_cancelled
from rangkul.support.counselling.models import Slot
from rangkul.support.counselling.states import SLOT, SLOT_DAY, SlotState

MOST_AT_ONCE = 12
FARTHEST = timedelta(days=90)
_LONGEST = timedelta(minutes=120)
_JOB = job("counselling.slots")


def _about(slot: Slot, *, silent: bool = False, **payload: object) -> Done:
    return Done(
        slot, subject=("staff", slot.staff_id), payload={"slot": str(slot.pk), **payload},
        agency_id=slot.agency_id, unit_id=slot.unit_id, silent=silent,
    )  # fmt: skip


@action("slot.offered", may=policy.may_offer)
def offer_slots(*, by: Asker, at: datetime, minutes: int = 45, count: int = 1, staff: Staff | None = None) -> Done:
    """`count` times one after the other, from `at` on; returns the first. A supervisor opens a colleague's too."""
    if not 1 <= count <= MOST_AT_ONCE:
        raise Refused(_("Antara 1 dan 12 waktu sekaligus."), field="count")
    if not 15 <= minutes <= 120:
        raise Refused(_("Antara 15 dan 120 menit."), field="minutes")
    length = timedelta(minutes=minutes)
    if at <= clock.now() or at + count * length > clock.now() + FARTHEST:
        raise Refused(_("Pilih waktu yang akan datang, paling jauh 90 hari lagi."), field="at")
    whose = staff or Staff.objects.get(pk=by.staff_id)
    _one_after_the_other(whose)
    if (other := _overlapping(whose, at, at + count * length)) is not None:
        when = {"when": f"{clock.local(other.at):%d-%m %H.%M}"}
        raise Refused(_("Bertabrakan dengan waktu yang sudah dibuka: %(when)s.") % when, field="at", code="overlap")
    made = [
        Slot(
            agency_id=whose.agency_id, unit_id=whose.unit_id, staff=whose, name=whose.called_name,
            at=at + place * length, minutes=minutes,
        )
        for place in range(count)
    ]  # fmt: skip
    for slot in made:
        slot.save(force_insert=True)
    return _about(made[0], count=count)


def _one_after_the_other(staff: Staff) -> None:
    """Two who open times for one worker at the same moment wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"slots:{staff.pk}"])


def _overlapping(staff: Staff, start: datetime, end: datetime) -> Slot | None:
    near = Slot.objects.filter(
        staff=staff, state__in=[SlotState.OPEN, SlotState.TAKEN], at__gt=start - _LONGEST, at__lt=end
    )
    return next((one for one in near if one.at + timedelta(minutes=one.minutes) > start), None)


def _held(slot: Slot) -> Slot:
    """Raises Http404 where the asker no longer sees it: somebody else took it, for whoever holds another ticket."""
    found = Slot.objects.select_for_update(of=("self",)).filter(pk=slot.pk).first()
    if found is None:
        raise Http404
    return found


@action("slot.taken", may=policy.may_pick)
def take_slot(*, by: Asker, request: Request, slot: Slot) -> Done:
    """The first of two who press has it. Whoever has one already moves to the new one, in one step."""
    request = Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if request.state in (State.WITHDRAWN, State.DECLINED, State.HANDED_OVER):
        raise Refused(_("Permintaan dari tiket ini sudah selesai. Mulai percakapan baru tanpa tiket."), code="closed")
    refuse_blocked(request.pk, request.region_code)
    held = Slot.objects.select_for_update(of=("self",)).filter(pk=slot.pk).first()
    if held is not None and held.request_id == request.pk and held.state == SlotState.TAKEN:
        return _said(request, held, silent=True)
    if held is None or held.state != SlotState.OPEN or held.at <= clock.now():
        raise Refused(_("Waktu ini baru saja diambil atau sudah lewat. Pilih waktu lain."), code="taken")
    before = Slot.objects.select_for_update(of=("self",)).filter(request=request, state=SlotState.TAKEN).first()
    if before is not None:
        _free(before)
    SLOT.step(held, "take")
    held.request, held.taken_at = request, clock.now()
    held.save(update_fields=["state", "request", "taken_at"])
    _keep_day(held, clock.local(held.at, request.region_code).date())
    return _said(request, held, moved=before is not None)


def _keep_day(slot: Slot, due: date | None) -> None:
    """On the case of whoever took it, so that it stands in the worker's day. Each taking is a matter of its own: the
    next one may be somebody else's."""
    with acting(_JOB):
        case = case_behind(slot.request_id)
        if case is not None and case.is_open:
            remind(case, SLOT_DAY, uuid5(slot.pk, str(slot.request_id)), due, grace=1)


def _free(slot: Slot) -> None:
    """Open again for others, where its time has not come yet; past it is as good as missed."""
    _keep_day(slot, None)
    if slot.at <= clock.now():
        SLOT.step(slot, "miss")
        slot.save(update_fields=["state"])
        return
    SLOT.step(slot, "give_back")
    slot.request = slot.taken_at = None
    slot.save(update_fields=["state", "request", "taken_at"])


def _said(request: Request, slot: Slot, *, silent: bool = False, **payload: object) -> Done:
    return Done(
        slot, subject=("request", request.pk), payload={"slot": str(slot.pk), "staff": str(slot.staff_id), **payload},
        agency_id=slot.agency_id, unit_id=slot.unit_id, silent=silent,
    )  # fmt: skip


@action("slot.given_back", may=policy.may_pick)
def give_slot_back(*, by: Asker, request: Request, slot: Slot) -> Done:
    """The client does not come at that time; no reason is asked."""
    held = _held(slot)
    if held.request_id != request.pk or held.state != SlotState.TAKEN:
        return _said(request, held, silent=True)
    _free(held)
    return _said(request, held)


@action("slot.cancelled", may=policy.may_keep_slot)
def cancel_slot(*, by: Asker, slot: Slot, seen: UUID | None) -> Done:
    """By the worker. Who had taken it is told that there is news where they wished it, reads it behind the ticket, and
    picks another. `seen`: whose request had it on the page, None where it was free; the time of somebody else is not
    cancelled by a page that shows another."""
    held = _held(slot)
    if held.state == SlotState.CANCELLED:
        return _about(held, silent=True)
    if held.request_id != seen:
        raise Refused(_("Waktu ini baru saja berganti tangan. Lihat dulu siapa yang memegangnya."), code="changed")
    SLOT.step(held, "cancel")
    held.save(update_fields=["state"])
    if held.request_id:
        _keep_day(held, None)
        slot_cancelled(held.request_id)
    return _about(held, request=str(held.request_id) if held.request_id else None)


@action("slot.settled", may=policy.may_keep_slot)
def settle_slot(*, by: Asker, slot: Slot, came: bool) -> Done:
    """The two spoke, or nobody came."""
    held = _held(slot)
    if held.state in (SlotState.HELD, SlotState.MISSED):
        return _about(held, silent=True)
    if held.at > clock.now():
        raise Refused(_("Waktunya belum tiba."), code="early")
    if held.state == SlotState.OPEN:
        raise Refused(_("Tidak ada lagi yang memegang waktu ini: klien sudah melepasnya."), code="free")
    SLOT.step(held, "hold" if came else "miss")
    held.save(update_fields=["state"])
    _keep_day(held, None)
    return _about(held, came=came)
