"""A doubt whether two registrations are one person has an owner and a day; it is answered by a merge, by "not the
same", or put off for what is still looked for. No rule answers it."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people import hooks, policy
from rangkul.commons.people.models import Doubt, Person, Staff
from rangkul.commons.people.queries.doubts import doubt_owners, pair
from rangkul.commons.people.states import DoubtAnswer

WITHIN = timedelta(days=7)
# Whoever puts it off a third time asks their supervisor instead.
MOST_PUT_OFF = 2


def _about(row: Doubt, *, silent: bool = False, **payload: str) -> Done:
    said = {"id": str(row.pk), "owner": str(row.owner_id), **payload}
    return Done(row, subject=("person", row.one_id), payload=said, agency_id=row.agency_id, silent=silent)


@action("doubt.recorded", may=policy.may_doubt)
def doubt(*, by: Asker, one: Person, other: Person, owner: Staff, why: str) -> Done:
    """`owner` answers within a week. About a pair that is doubted already nothing new is written."""
    why = why.strip()
    if not why:
        raise Refused(_("Tulis apa yang membuat ragu."), field="why")
    if one.pk == other.pk:
        raise Refused(_("Pilih dua orang."), code="same")
    if owner.pk not in {staff.pk for staff in doubt_owners((one, other))}:
        raise Refused(_("Pilih siapa yang memastikannya."), field="owner")
    first, second = pair(one.pk, other.pk)
    row, made = Doubt.objects.get_or_create(
        one_id=first, other_id=second, answered_at=None,
        defaults={"agency_id": one.agency_id, "owner": owner, "asked_by_id": by.staff_id, "why": why[:500],
                  "due_at": clock.now() + WITHIN},
    )  # fmt: skip
    return _about(row, silent=not made)


def _held(row: Doubt) -> Doubt:
    return Doubt.objects.select_for_update(of=("self",)).get(pk=row.pk)


@action("doubt.answered", may=policy.may_answer_doubt)
def answer_different(*, by: Asker, doubt: Doubt, why: str) -> Done:
    """They are two. From now on neither is put forward as the other."""
    row = _held(doubt)
    if row.answered_at:
        return _about(row, silent=True)
    if not why.strip():
        raise Refused(_("Tulis mengapa keduanya bukan orang yang sama."), field="why")
    row.answer, row.answer_why = DoubtAnswer.DIFFERENT, why.strip()[:500]
    row.answered_at, row.answered_by_id = clock.now(), by.staff_id
    row.save(update_fields=["answer", "answer_why", "answered_at", "answered_by"])
    return _about(row, answer=row.answer)


@action("doubt.put_off", may=policy.may_answer_doubt)
def look_further(*, by: Asker, doubt: Doubt, why: str) -> Done:
    """`why` is what is still needed; a week more. Raises Refused the third time, for whoever is no supervisor."""
    row = _held(doubt)
    if row.answered_at:
        return _about(row, silent=True)
    if not why.strip():
        raise Refused(_("Tulis apa yang masih diperlukan."), field="why")
    if row.put_off >= MOST_PUT_OFF and not by.has("supervisor"):
        raise Refused(_("Sudah dua kali ditunda. Minta supervisor memutuskan bersama Anda."), code="put_off")
    row.needs, row.put_off, row.due_at = why.strip()[:500], row.put_off + 1, clock.now() + WITHIN
    row.save(update_fields=["needs", "put_off", "due_at"])
    return _about(row)


def answer_same(by: Asker, kept: Person, absorbed: Person, why: str) -> None:
    """Part of a merge, whose event says it."""
    first, second = pair(kept.pk, absorbed.pk)
    standing = Doubt.objects.filter(one=first, other=second, answered_at=None)
    standing.update(answer=DoubtAnswer.SAME, answer_why=why[:500], answered_at=clock.now(), answered_by_id=by.staff_id)


@action("doubt.handed_on", may=policy.is_leaving)
def hand_doubt_on(*, by: Asker, doubt: Doubt, handing: hooks.Handing) -> Done:
    able = Staff.objects.filter(agency_id=doubt.agency_id, is_active=True, roles__overlap=["peksos", "supervisor"])
    # Whoever works beside the one who leaves knows the two better than somebody of another unit.
    near = able.filter(unit_id=handing.staff.unit_id).exclude(pk=handing.staff.pk)
    to = hooks.who_follows(handing, (near if near.exists() else able).order_by("full_name", "pk"))
    Doubt.objects.filter(pk=doubt.pk).update(owner=to)
    doubt.owner_id = to.pk
    return _about(doubt)


def _give(handing: hooks.Handing) -> None:
    for row in _held_by(handing.staff):
        hand_doubt_on(by=hooks.LEAVING, doubt=row, handing=handing)


def _held_by(staff: Staff):
    return Doubt.objects.filter(owner=staff, answered_at=None)


def _words(n: int) -> str:
    words = ngettext(
        "%(n)d keraguan apakah dua pendaftaran satu orang; beralih",
        "%(n)d keraguan apakah dua pendaftaran satu orang; beralih",
        n,
    )
    return words % {"n": n}


HOLDING = hooks.Holding(_words, lambda staff: _held_by(staff).count(), _give, needs_heir=False)
