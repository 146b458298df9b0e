"""What a worker does with a request before deciding: judge its level, give it an owner, say whose it is."""

from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import events
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting
from rangkul.base.clock import now
from rangkul.commons.people.models import Person, Staff, Unit
from rangkul.commons.trust.states import Basis
from rangkul.entry.intake import clocks, policy, rights
from rangkul.entry.intake.actions import telling
from rangkul.entry.intake.actions.carrying import carry_contact
from rangkul.entry.intake.actions.rows import lock
from rangkul.entry.intake.models import LevelChange, Request, RequestKey
from rangkul.entry.intake.queries import above, conflicted
from rangkul.entry.intake.rules import escalation
from rangkul.entry.intake.rules.levels import LEVELS, is_raise, raised_by_machine
from rangkul.entry.intake.states import Level


def _said(request: Request, result: object = None, **payload: object) -> Done:
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id}
    return Done(result or request, subject=("request", request.pk), payload=payload, **where)


@action("request.level_changed", may=policy.may_work)
def change_level(*, by: Asker, request: Request, level: str, reason: str) -> Done:
    """A person raises or lowers, with a reason. A raise begins the new level's clock; a lower one never shortens it."""
    if level not in LEVELS:
        raise Refused(_("Pilih tingkat."), field="level")
    if not reason.strip():
        raise Refused(_("Tulis alasan perubahan tingkat."), field="reason")
    request = lock(request)
    if level == request.level:
        raise Refused(_("Tingkatnya sudah itu."), field="level")
    raises = is_raise(request.level, level)
    if not raises and request.level == Level.MERAH and by.has("junior"):
        raise Refused(_("Tingkat merah hanya diturunkan oleh supervisor atau petugas penuh."), field="level")
    before = change(request, level, by, reason)
    return _said(request, before=before, after=level)


@action("request.level_raised", may=policy.is_clock)
def raise_level(*, by: Asker, request: Request, level: str, reason: str) -> Done:
    """A machine only raises; a lower proposal changes nothing."""
    request = lock(request)
    raised = raised_by_machine(request.level, level)
    if raised == request.level:
        if level == Level.MERAH and not request.is_open:
            telling.at_once(request, by)
        return Done(request, silent=True)
    before = change(request, raised, by, reason)
    return _said(request, before=before, after=raised)


def change(request: Request, level: str, by: Asker, reason: str) -> str:
    """Keep the change and begin the clock that follows from it; returns the level before."""
    before, raises = request.level, is_raise(request.level, level)
    change = LevelChange(
        key=request.key, request=request, before=before, after=level, lowers=not raises, by_id=by.staff_id
    )
    change.reason = reason
    change.save(force_insert=True)
    request.level = level
    if request.is_open:
        fresh = clocks.fresh_due(level, now(), request.region_code)
        request.due_at = min(request.due_at, fresh) if raises else max(request.due_at, fresh)
        request.escalate_at = request.due_at
    request.save(update_fields=["level", "due_at", "escalate_at"])
    if raises:
        telling.at_once(request, by)
    return before


@action("request.assigned", may=policy.may_assign)
def assign(*, by: Asker, request: Request, owner: Staff, reason: str = "") -> Done:
    """Give the request to somebody of the same agency, or take it over; it moves to that person's unit."""
    request = lock(request)
    if not request.is_open:
        said = _("Permintaan ini sudah diputuskan: {state}. Buka lagi dulu, atau pindahkan kasusnya.")
        raise Refused(said.format(state=request.get_state_display()), code="closed")
    if owner.agency_id != request.agency_id or not owner.is_active:
        raise Refused(_("Pilih petugas dari lembaga ini."), field="owner")
    if owner.pk == request.against_id:
        raise Refused(_("Orang ini tidak bisa memegang permintaan ini."), field="owner")
    if owner.pk in conflicted(request.pk):
        said = _("%(name)s punya hubungan pribadi dengan orang ini. Pilih petugas lain.")
        raise Refused(said % {"name": owner.called_name}, field="owner", code="conflict")
    if request.level == Level.MERAH and "junior" in owner.roles:
        raise Refused(_("Permintaan merah tidak diberikan kepada petugas junior."), field="owner")
    if not owner.practises:
        raise Refused(_("Pilih seseorang yang bekerja dengan klien."), field="owner")
    before = request.owner_id
    if before == owner.pk:
        return Done(request, silent=True)
    unit_before = request.unit_id
    request.owner = owner
    _move(request, owner.unit_id or request.unit_id)
    if request.unit_id != unit_before:
        # So that it also leaves the screens of those who no longer see it.
        gone = {"agency_id": request.agency_id, "unit_id": unit_before}
        events.write("request.left_unit", by=by, subject=("request", request.pk), **gone)
    telling.chosen(request, by)
    telling.at_once(request, by)
    return _said(request, before=str(before), owner=str(owner.pk))


@action("request.handed_on", may=policy.is_clock)
def hand_on(*, by: Asker, request: Request) -> Done:
    """The owner's account is closed: whoever stands above owns it, else a colleague. Nobody left changes nothing."""
    request = lock(request)
    if request.owner.is_active or not request.is_open:
        return Done(request, silent=True)
    able = above.colleagues(request.unit_id).exclude(pk=request.owner_id)
    if request.level == Level.MERAH:
        able = able.exclude(roles__contains=["junior"])
    colleagues = [str(staff_id) for staff_id in able.values_list("pk", flat=True)]
    never = map(str, telling.never(request))
    facts = escalation.heir_facts(chain=telling.chain(request), colleagues=colleagues, never=never)
    try:
        ruled = escalation.heir(facts)
    except ValueError:
        return Done(request, silent=True)
    before, request.owner_id = request.owner_id, UUID(ruled.value["owner_id"])
    request.save(update_fields=["owner"])
    telling.explain(request, ruled)
    rights.let_in(request, request.owner_id, Basis.OWNER, ruled.reasons[0].sentence)
    return _said(request, before=str(before), owner=str(request.owner_id))


def _move(request: Request, unit_id: UUID) -> None:
    """As a job: the row may leave the asker's own queue, and the database lets nobody write a row out of sight."""
    with acting(rights.JOB):
        if unit_id != request.unit_id:
            request.unit = Unit.objects.get(pk=unit_id)
            RequestKey.objects.filter(request=request).update(unit_id=unit_id)
        request.save(update_fields=["owner", "unit"])


@action("request.person_linked", may=policy.may_work)
def link_person(*, by: Asker, request: Request, person: Person | None) -> Done:
    """Say who the person in need is, as far as the asker may see them; None takes the link back. How they said that
    they can be reached becomes theirs."""
    request = lock(request)
    if not request.is_open:
        raise Refused(_("Permintaan ini sudah selesai."))
    if person is not None and person.agency_id != request.agency_id:
        raise Refused(_("Orang ini tercatat di lembaga lain."), field="person")
    request.person = person
    request.save(update_fields=["person"])
    if person is not None:
        carry_contact(by, request, person)
    return _said(request, person=str(person.pk) if person else None)
