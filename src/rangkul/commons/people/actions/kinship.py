"""Who belongs to whom, and what somebody means to a client."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people import policy
from rangkul.commons.people.models import Kinship, Person
from rangkul.commons.people.states import INVERSE, KINDS_OF, Relation, Standing


@action("kinship.added", may=policy.may_write)
def add_kinship(
    *,
    by: Asker,
    person: Person,
    relative: Person,
    relation: str,
    kind: str = "",
    since: date | None = None,
    years_only: bool = False,
    influence: str = "",
    role: str = "",
    may_contact: bool = False,
) -> Done:
    """`person` is <relation> of `relative`. Known from the other side already, it is not written a second time.

    `kind` is what sort of it ("adopted", "cohabiting": `KINDS_OF`); with `years_only` the day of `since` means nothing.
    `influence`, `role` and `may_contact` are what `relative` says about `person`; `may_contact` is theirs to give.
    """
    if person.pk == relative.pk:
        raise Refused(_("Pilih orang lain sebagai kerabat."), field="relative")
    _check(relation, kind, since)
    known = _known(person, relative, relation)
    if known is not None:
        return Done(known, silent=True)
    row = Kinship(person=person, relative=relative, relation=relation, kind=kind, since=since, years_only=years_only)
    row.influence, row.role, row.may_contact = influence, role, may_contact
    row.save(force_insert=True)
    payload = {"relative": str(person.pk), "relation": relation, "kind": kind, "may_contact": may_contact}
    return Done(row, subject=("person", relative.pk), payload=payload)


def _check(relation: str, kind: str, since: date | None, until: date | None = None) -> None:
    if kind and kind not in KINDS_OF.get(Relation(relation), ()):
        raise Refused(_("Jenis ini tidak cocok dengan hubungannya."), field="kind", code="kind")
    today = clock.local(clock.now()).date()
    if (since and since > today) or (until and until > today):
        raise Refused(_("Tanggal ini belum tiba. Periksa lagi."), field="since", code="ahead")
    if since and until and until < since:
        raise Refused(_("Tanggal akhir tidak bisa sebelum tanggal mulai."), field="until", code="order")


def _known(person: Person, relative: Person, relation: str) -> Kinship | None:
    inverse = INVERSE.get(Relation(relation), relation)
    same = Q(person=person, relative=relative, relation=relation)
    mirrored = Q(person=relative, relative=person, relation=inverse)
    # A guardian is not the guardian of their guardian: such a relation has no mirror.
    both = same | mirrored if relation in {*INVERSE, *_SYMMETRIC} else same
    return Kinship.objects.filter(both, until__isnull=True).first()


_SYMMETRIC = frozenset({Relation.SPOUSE, Relation.SIBLING, Relation.IN_LAW, Relation.OTHER})


@action("kinship.permission_set", may=policy.may_write)
def set_permission(*, by: Asker, kinship: Kinship, may_contact: bool, role: str = "", influence: str = "") -> Done:
    """The client allows, or no longer allows, that this relative is contacted."""
    values = {"may_contact": may_contact, "role": role, "influence": influence}
    if all(getattr(kinship, name) == value for name, value in values.items()):
        return Done(kinship, silent=True)
    for name, value in values.items():
        setattr(kinship, name, value)
    kinship.save(update_fields=list(values))
    payload = {"relative": str(kinship.person_id), "may_contact": may_contact, "role": role}
    return Done(kinship, subject=("person", kinship.relative_id), payload=payload)


@action("kinship.described", may=policy.may_write)
def describe_kinship(
    *,
    by: Asker,
    kinship: Kinship,
    kind: str,
    standing: str = "",
    since: date | None = None,
    until: date | None = None,
    years_only: bool = False,
) -> Done:
    """What sort of relation it is, since when, and how it stands: a separation or a divorce needs the day it came."""
    _check(kinship.relation, kind, since, until)
    if standing and until is None:
        raise Refused(_("Isi sejak kapan keadaan ini."), field="until", code="until")
    if not standing:
        until = None
    values = {"kind": kind, "standing": standing, "since": since, "until": until, "years_only": years_only}
    if all(getattr(kinship, name) == value for name, value in values.items()):
        return Done(kinship, silent=True)
    if until is None and kinship.until and _known(kinship.person, kinship.relative, kinship.relation):
        raise Refused(_("Hubungan ini sudah tercatat."), field="standing", code="known")
    for name, value in values.items():
        setattr(kinship, name, value)
    kinship.save(update_fields=list(values))
    payload = {"relative": str(kinship.person_id), "relation": kinship.relation, "kind": kind, "standing": standing}
    return Done(kinship, subject=("person", kinship.relative_id), payload=payload)


@action("kinship.ended", may=policy.may_write)
def end_kinship(*, by: Asker, kinship: Kinship, standing: str = Standing.IN_FORCE) -> Done:
    """A divorce, a guardianship that ended, or a mistake: the row stays with its end."""
    today = clock.local(clock.now()).date()
    open_row = Kinship.objects.filter(pk=kinship.pk, until__isnull=True)
    first = open_row.update(until=today, standing=standing, may_contact=False)
    payload = {"relative": str(kinship.person_id), "relation": kinship.relation, "standing": standing}
    return Done(kinship, subject=("person", kinship.relative_id), payload=payload, silent=not first)
