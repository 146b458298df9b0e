"""Deciding that two registrations are one human being, and taking that back. Nothing is moved and nothing is lost:
a merge is a pointer with a reason, and both histories stay where they were written."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rangkul.base import clock, events
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people import hooks, policy
from rangkul.commons.people.actions.doubts import answer_same
from rangkul.commons.people.models import Merge, Person

SHORTEST_REASON = 10


@action("person.merged", may=policy.may_merge)
def merge(*, by: Asker, kept: Person, absorbed: Person, reason: str) -> Done:
    """`absorbed` from now on speaks for `kept`. A person decides this; no rule and no job ever does."""
    reason = reason.strip()
    if len(reason) < SHORTEST_REASON:
        raise Refused(_("Tulis mengapa keduanya orang yang sama."), field="reason")
    kept, absorbed = _locked(kept, absorbed)
    _check(kept, absorbed)
    row = Merge(kept=kept, absorbed=absorbed, decided_by_id=by.staff_id, reason=reason)
    row.save(force_insert=True)
    Person.objects.filter(pk=absorbed.pk).update(merged_into=kept)
    absorbed.merged_into = kept
    answer_same(by, kept, absorbed, reason)
    for hook in hooks.merged:
        hook(kept, absorbed, by)
    return _told_on_both(by, row, "person.absorbed")


def _locked(*persons: Person) -> list[Person]:
    """Both rows, locked in one order so that two merges at once wait instead of blocking each other."""
    rows = {
        row.pk: row for row in Person.objects.select_for_update().filter(pk__in=[p.pk for p in persons]).order_by("pk")
    }
    if len(rows) != len({person.pk for person in persons}):
        raise Refused(_("Salah satu orang ini tidak ditemukan."), code="unknown")
    return [rows[person.pk] for person in persons]


def _check(kept: Person, absorbed: Person) -> None:
    if kept.pk == absorbed.pk:
        raise Refused(_("Orang ini tidak bisa digabung dengan dirinya sendiri."), code="same")
    if kept.merged_into_id or absorbed.merged_into_id:
        raise Refused(_("Salah satunya sudah digabung. Buka data yang dipertahankan, lalu coba lagi."), code="merged")
    if kept.restricted != absorbed.restricted:
        raise Refused(
            _("Salah satunya dibatasi karena bahaya. Batasi keduanya dulu, baru gabungkan."), code="restricted"
        )


@action("person.unmerged", may=policy.may_unmerge)
def unmerge(*, by: Asker, merge: Merge, reason: str) -> Done:
    """They are two people after all. Each has again exactly what was written about them."""
    reason = reason.strip()
    if len(reason) < SHORTEST_REASON:
        raise Refused(_("Tulis mengapa penggabungan ini keliru."), field="reason")
    standing = Merge.objects.filter(pk=merge.pk, undone_at__isnull=True)
    first = standing.update(undone_at=clock.now(), undone_by_id=by.staff_id, undone_reason=reason)
    merge.refresh_from_db()
    if not first:
        return Done(merge, subject=("person", merge.kept_id), silent=True)
    Person.objects.filter(pk=merge.absorbed_id).update(merged_into=None)
    for hook in hooks.unmerged:
        hook(merge.kept, merge.absorbed, by)
    return _told_on_both(by, merge, "person.released")


def _told_on_both(by: Asker, row: Merge, other_name: str) -> Done:
    """The verb's own event stands on the kept person; the other one's history tells it too."""
    payload = {"merge": str(row.pk), "kept": str(row.kept_id), "absorbed": str(row.absorbed_id)}
    events.write(
        other_name, by=by, subject=("person", row.absorbed_id), payload=payload, agency_id=by.agency_id,
        unit_id=row.absorbed.unit_id,
    )  # fmt: skip
    return Done(row, subject=("person", row.kept_id), payload=payload, unit_id=row.kept.unit_id)
