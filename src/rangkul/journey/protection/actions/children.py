"""A child in a matter is noted, corrected and ended; each step of what the child is owed moves by a person's hand."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.seen import merged
from rangkul.journey.cases.actions.rows import filled
from rangkul.journey.protection import policy, queries
from rangkul.journey.protection.actions.rows import about, beside, held_row, lock_open, promise, soon
from rangkul.journey.protection.models import Child, ChildStep, Folder, within
from rangkul.journey.protection.pathways import STEPS
from rangkul.journey.protection.states import CHILD_STEP, CHILD_STEP_KIND, ChildRole, StepState


def _parts(role: str, also: Iterable[str]) -> tuple[str, list[str]]:
    """The first part and the others, each once."""
    others = {*also} - {role}
    if not {role, *others} <= {*ChildRole.values}:
        raise Refused(_("Pilih salah satu dari daftar."), field="role")
    return role, [one for one in ChildRole.values if one in others]


def _write(row: Child, words: Mapping[str, Any]) -> None:
    row.role, row.also = _parts(words["role"], words["also"])
    row.called = filled(words["called"], _("Tulis sebutan anak ini."), "called")
    row.needs = filled(words["needs"], _("Tulis apa yang anak ini butuhkan."), "needs")
    row.companion = words["companion"].strip()


@action("child.noted", may=policy.may_keep)
def note_child(
    *, by: Asker, folder: Folder, called: str, role: str, needs: str, companion: str = "", also: Iterable[str] = ()
) -> Done:
    folder = lock_open(folder)
    row = Child(**within(folder), key=folder.key, by_id=by.staff_id)
    _write(row, {"called": called, "role": role, "needs": needs, "companion": companion, "also": also})
    row.save(force_insert=True)
    return about(folder, row, role=role)


def _here(child: Child) -> Child:
    held = held_row(Child, child)
    if held.ended_at is not None:
        raise Refused(_("Catatan anak ini sudah diakhiri."), code="ended")
    return held


def stands(child: Child) -> dict[str, Any]:
    """What a correction may change, as it stands."""
    return {name: getattr(child, name) for name in ("called", "role", "also", "needs", "companion")}


@action("child.changed", may=policy.may_of_child)
def change_child(*, by: Asker, child: Child, words: Mapping[str, Any], seen: str = "") -> Done:
    """Correct what was noted, the part too. What stood before is kept. `seen`: see `base.seen`."""
    held = _here(child)
    before = stands(held)
    _write(held, before | merged(before, words, seen))
    changed = sorted(name for name, value in stands(held).items() if value != before[name])
    held.save(update_fields=["called", "role", "also", "needs", "companion"])
    return about(held.folder, held, silent=not changed, fields=changed)


@action("child.ended", may=policy.may_of_child)
def end_child(*, by: Asker, child: Child, because: str) -> Done:
    """The child has no part in the matter any more, or never had: what was promised for them is promised no longer."""
    held = _here(child)
    held.ended_at, held.ended_by_id = clock.now(), by.staff_id
    held.ended_because = filled(because, _("Tulis mengapa catatan ini diakhiri."), "because")
    held.save(update_fields=["ended_at", "ended_by", "ended_because"])
    for step in held.steps.filter(state=StepState.DOING):
        promise(held.folder, CHILD_STEP_KIND, step, None)
    return about(held.folder, held)


@action("child.resumed", may=policy.may_of_child)
def resume_child(*, by: Asker, child: Child) -> Done:
    """Ended too early: what runs is promised for its day again."""
    held = held_row(Child, child)
    if held.ended_at is None:
        return about(held.folder, held, silent=True)
    held.ended_at = held.ended_by = None
    held.ended_because = ""
    held.save(update_fields=["ended_at", "ended_by", "ended_because"])
    for step in held.steps.filter(state=StepState.DOING):
        promise(held.folder, CHILD_STEP_KIND, step, step.due)
    return about(held.folder, held)


@action("child_step.moved", may=policy.may_of_child)
def move_step(
    *,
    by: Asker,
    child: Child,
    step: str,
    verb: str,
    words: str = "",
    owner_id: UUID | None = None,
    due: date | None = None,
) -> Done:
    """`verb`: begin, finish, skip, again. What runs has an owner of the team and a day; what ends says how."""
    held = _here(child)
    if step not in STEPS:
        raise Http404
    if verb not in CHILD_STEP.steps:
        raise Refused(_("Pilih salah satu dari daftar."), field="verb")
    row = ChildStep.objects.select_for_update(of=("self",)).filter(child=held, step=step).first()
    fresh = row is None
    row = row or ChildStep(**beside(held), child=held, step=step)
    row.key = held.key
    CHILD_STEP.step(row, verb)
    row.by_id, row.changed_at = by.staff_id, clock.now()
    row.owner_id, row.due = _promised(by, held.folder, row, owner_id, due)
    row.words = _told(row, words)
    row.save(force_insert=fresh)
    promise(held.folder, CHILD_STEP_KIND, row, row.due)
    return about(held.folder, row, step=step, state=row.state)


def _promised(
    by: Asker, folder: Folder, row: ChildStep, owner_id: UUID | None, due: date | None
) -> tuple[UUID | None, date | None]:
    if row.state != StepState.DOING:
        return row.owner_id, None
    if owner_id not in queries.may_own(by, folder):
        raise Refused(_("Pilih seseorang dari tim kasus ini."), field="owner_id")
    if due is None:
        raise Refused(_("Pilih hari."), field="due")
    return owner_id, soon(due, folder.region_code, "due")


def _told(row: ChildStep, words: str) -> str:
    if row.state == StepState.SKIPPED:
        return filled(words, _("Tulis mengapa tidak perlu."), "words")
    return filled(words, _("Tulis apa hasilnya."), "words") if row.state == StepState.DONE else words.strip()
