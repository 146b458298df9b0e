"""Erasing a person: their keys are destroyed and every declared field is scrubbed, in one transaction.

What is sealed can never be read again, in no backup either once its key is gone from there. What is kept says why in
the `personal.py` of its package.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.declaring import Declared, declared
from rangkul.base.ids import new_id
from rangkul.base.models import DataKey
from rangkul.commons.trust import hooks, policy
from rangkul.commons.trust.actions.rights import end_granted
from rangkul.commons.trust.models import Erasure, RightsRequest
from rangkul.commons.trust.queries import holds_of
from rangkul.commons.trust.states import ERASING, Right

SHORTEST_REASON = 10
_ERASING = job("trust.erase")
# Rows that hang on a file by its bare id.
_BY_FILE = frozenset({"subject_id"})


@action("person.erased", may=policy.may_erase)
def erase(*, by: Asker, person_id: UUID, reason: str) -> Done:
    """Destroy what names this person, with every registration merged into them. It cannot be undone.

    Raises Refused while something must still be kept (an open case, a legal hold: `hooks.must_keep`), and where no such
    person is in the agency. A second time does nothing.
    """
    reason = reason.strip()
    if len(reason) < SHORTEST_REASON:
        raise Refused(_("Tulis alasannya dalam satu kalimat, tanpa menyebut nama."), field="reason")
    if (done := Erasure.objects.filter(person_id=person_id).first()) is not None:
        return Done(done, silent=True)
    _check(by, person_id)
    decision = Erasure(person_id=person_id, agency_id=by.agency_id, decided_by_id=by.staff_id, reason=reason)
    decision.save(force_insert=True)
    with acting(_ERASING):
        decision.rows = _carry_out(decision)
        decision.done_at = clock.now()
        decision.save(update_fields=["done_at", "rows"])
    return Done(decision, subject=("person", person_id), payload={"rows": decision.rows})


@action("rights.erasure_followed", may=policy.may_follow_erasure)
def erase_as_granted(*, by: Asker, wish: RightsRequest, reason: str) -> Done:
    """Carry out a deletion that was granted in writing; `reason` is kept as the proof and names nobody."""
    if wish.right not in ERASING:
        raise Refused(_("Permintaan ini belum dihubungkan dengan orang yang terdaftar."), code="unknown")
    person_id = person_of(wish) or _stand_in(wish)
    if wish.right == Right.RETENTION:
        _check_time(person_id)
    done = end_granted(wish, _("Data dihapus."))
    # So that the words of the wish itself are reached too.
    RightsRequest.objects.filter(pk=wish.pk, person_id=None).update(person_id=person_id)
    erase(by=by, person_id=person_id, reason=reason)
    return Done(done, subject=("person", person_id), payload={"rights": str(wish.pk)})


def _check_time(person_id: UUID) -> None:
    """One file was kept long enough; another registration of the same human being may have one that was not."""
    whole = registrations(person_id)
    with acting(_ERASING):
        said = [sentence for asked in hooks.keep_longer for one in whole for sentence in asked(one)]
    if said:
        raise Refused(" ".join(dict.fromkeys(said)), code="must_keep")


def person_of(wish: RightsRequest) -> UUID | None:
    """Whom the wish is about: as it was asked, or as the request was linked since."""
    if wish.person_id is not None or wish.subject_kind not in hooks.strangers:
        return wish.person_id
    with acting(_ERASING):
        return hooks.strangers[wish.subject_kind].person_of(wish.subject_id)


def stranger_reasons(wish: RightsRequest) -> list[str] | None:
    """Why what a person without registration handed in must be kept; None where there is no such thing."""
    if wish.subject_kind not in hooks.strangers:
        return None
    asked = (hooks.strangers[wish.subject_kind].must_keep, *hooks.stranger_must_keep)
    with acting(_ERASING):
        return list(dict.fromkeys(sentence for one in asked for sentence in one(wish.subject_id)))


def _stand_in(wish: RightsRequest) -> UUID:
    """An empty person behind what was handed in. Raises Refused where it must be kept."""
    reasons = stranger_reasons(wish)
    if reasons is None:
        raise Refused(_("Permintaan ini belum dihubungkan dengan orang yang terdaftar."), code="unknown")
    if reasons:
        raise Refused(" ".join(reasons), code="must_keep")
    person_id, register = new_id(), hooks.strangers[wish.subject_kind].stand_in
    with acting(_ERASING), connection.cursor() as cursor:
        cursor.callproc(register, [wish.subject_id, person_id, DataKey.make().pk])
    return person_id


def reasons_to_keep(person_id: UUID) -> list[str]:
    """Why this human being cannot be erased now, under whatever registration; empty where nothing speaks against it."""
    whole = registrations(person_id)
    with acting(_ERASING):
        said = [_("Wajib disimpan: %(why)s") % {"why": hold.reason} for hold in holds_of(whole)]
        said += [sentence for asked in hooks.must_keep for one in whole for sentence in asked(one)]
    return list(dict.fromkeys(said))


def registrations(person_id: UUID) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT trust_registrations(%s)", [person_id])
        return cursor.fetchone()[0]


def foreseen(person_id: UUID) -> dict[str, int]:
    """How many rows of each part of the house an erasure would empty or remove: counts, for who may not read them."""
    found: dict[str, int] = {}
    with connection.cursor() as cursor:
        for entry, way in _entries():
            if way in _BY_FILE or not (entry.removed or entry.columns() or entry.has_key):
                continue
            cursor.execute(
                "SELECT trust_foreseen(%s, %s, %s)", [person_id, entry.model._meta.db_table, entry.steps(way)]
            )
            part = str(entry.model._meta.app_config.verbose_name)
            found[part] = found.get(part, 0) + cursor.fetchone()[0]
    return {part: rows for part, rows in found.items() if rows}


def in_my_agency(person_id: UUID | None) -> bool:
    """Whether the asker's agency registered this person; nobody else erases them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT file_in_my_agency(%s, %s)", ["person", person_id])
        return cursor.fetchone()[0]


def _check(by: Asker, person_id: UUID) -> None:
    if not in_my_agency(person_id):
        raise Refused(_("Orang ini tidak ditemukan di lembaga Anda."), code="unknown")
    if reasons := reasons_to_keep(person_id):
        raise Refused(" ".join(reasons), code="must_keep")


def _carry_out(decision: Erasure) -> int:
    entries = list(_entries())
    # What hangs on a file by its bare id (a consent, an emergency access) is reached through the person's files.
    files = [pk for entry, way in entries if entry.has_key and way == "person" for pk in _reached(decision, entry, way)]
    # Rows that lead to others go last, and the person's own row after all of them.
    ordered = sorted(entries, key=lambda each: (each[0].removed, each[1] == "id"))
    return sum(_scrubbed(decision, entry, way, files) for entry, way in ordered)


def _entries() -> Iterator[tuple[Declared, str]]:
    return ((entry, way) for entry in declared().values() for way in entry.ways)


def _reached(decision: Erasure, entry: Declared, way: str) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT trust_reach(%s, %s, %s)", [decision.pk, entry.model._meta.db_table, entry.steps(way)])
        return cursor.fetchone()[0]


def _scrubbed(decision: Erasure, entry: Declared, way: str, files: list[UUID]) -> int:
    changes = {} if entry.removed else entry.columns()
    place = entry.model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT trust_scrub(%s, %s, %s, %s::uuid[], %s::jsonb, %s, %s)",
            [decision.pk, place, entry.steps(way), files, json.dumps(changes), entry.removed, entry.has_key],
        )
        return cursor.fetchone()[0]
