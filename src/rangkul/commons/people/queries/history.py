"""Who changed what about a person: read from the versions that the database keeps before each change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.models import Version
from rangkul.commons.people.models import Address, Kinship, Merge, Person, PersonName, Phone, SafeContact, Staff
from rangkul.commons.people.words import FIELDS, shown

_MOST = 200
_CHILDREN: tuple[tuple[type[Model], Any], ...] = (
    (PersonName, gettext_lazy("Nama lain")),
    (Phone, gettext_lazy("Nomor telepon")),
    (Address, gettext_lazy("Alamat")),
    (SafeContact, gettext_lazy("Kontak aman")),
    (Kinship, gettext_lazy("Hubungan keluarga")),
)


@dataclass(frozen=True)
class FieldChange:
    """`before` and `after` in words; empty where the value is sealed and only the fact is told."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    at: datetime
    who: str
    what: str
    fields: list[FieldChange]
    words: str = ""


def history_of(person: Person) -> list[Change]:
    """Every change to the person and what hangs on them, newest first, as far as the asker sees the rows."""
    rows: list[tuple[Model, str]] = [(person, _("Data diri"))]
    for model, label in _CHILDREN:
        rows += [(row, str(label)) for row in model.objects.filter(person=person)]
    versions = _versions([row.pk for row, _label in rows])
    names = _names(version.by_id for kept in versions.values() for version in kept)
    changes = [change for row, label in rows for change in _changes(versions.get(row.pk, []), row, label, names)]
    changes += _joined(person)
    return sorted(changes, key=lambda change: change.at, reverse=True)[:_MOST]


def _joined(person: Person) -> Iterable[Change]:
    """Joined with another registration and parted again: each stands with both, with its reason."""
    rows = Merge.objects.filter(Q(kept=person) | Q(absorbed=person))
    for row in rows.select_related("kept", "absorbed", "decided_by", "undone_by"):
        kept = row.kept_id == person.pk
        other = row.absorbed.full_name if kept else row.kept.full_name
        said = _("%(name)s digabung ke sini") if kept else _("Digabung ke %(name)s")
        yield Change(row.made_at, row.decided_by.full_name, said % {"name": other}, [], row.reason)
        if row.undone_at and row.undone_by:
            parted = _("Penggabungan dengan %(name)s dibatalkan") % {"name": other}
            yield Change(row.undone_at, row.undone_by.full_name, parted, [], row.undone_reason)


def _versions(ids: list[UUID]) -> dict[UUID, list[Version]]:
    found: dict[UUID, list[Version]] = defaultdict(list)
    for version in Version.objects.filter(row_id__in=ids).order_by("id"):
        found[version.row_id].append(version)
    return found


def _names(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    return dict(Staff.objects.filter(pk__in={pk for pk in ids if pk}).values_list("pk", "full_name"))


def _changes(kept: list[Version], row: Model, label: str, names: dict[UUID, str]) -> list[Change]:
    """A version holds the row before a change; what came after stands in the next version, or in the row itself."""
    if not kept:
        return []
    found = []
    for version, following in zip(kept, [*[later.before for later in kept[1:]], _now(row)], strict=True):
        fields = list(_fields(version.before, following))
        if fields:
            found.append(Change(version.at, names.get(version.by_id, ""), label, fields))
    return found


def _now(row: Model) -> dict[str, Any]:
    return {field.column: row.__dict__.get(field.attname) for field in row._meta.concrete_fields}


def _fields(before: dict[str, Any], after: dict[str, Any]) -> Iterable[FieldChange]:
    for column, label in FIELDS.items():
        if column in before and shown(column, before[column]) != shown(column, after.get(column)):
            sealed = shown(column, before[column])[:1] == "\x00"
            old, new = ("", "") if sealed else (shown(column, before[column]), shown(column, after.get(column)))
            yield FieldChange(str(label), old, new)
