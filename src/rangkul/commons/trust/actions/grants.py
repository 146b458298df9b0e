"""Giving a right and ending it. A right holds from the statement after it was given, and not one statement longer
than it was ended: both moments are the database's own `now()`, which also decides who sees."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Q

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.commons.trust import policy
from rangkul.commons.trust.models import AccessGrant, Consent


def database_now() -> datetime:
    """The moment at which the open transaction began, by the clock that the policies compare with."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        return cursor.fetchone()[0]


@action("access.granted", may=policy.may_grant)
def grant(
    *,
    by: Asker,
    subject: tuple[str, UUID],
    grantee: tuple[str, UUID],
    basis: str,
    reason: str = "",
    valid_to: datetime | None = None,
    consent: Consent | None = None,
    agency_id: UUID | None = None,
) -> Done:
    """Let `grantee` (("staff" | "unit" | "ticket"), id) see `subject` (kind, id). A right that stands is not doubled.

    `agency_id` says whose file it is where the asker has no agency (the public, a job).
    """
    row = _row(by, subject, grantee, basis, agency_id)
    row.reason, row.valid_to, row.consent = reason, valid_to, consent
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        if "trust_grant_once" not in str(error):
            raise
        return Done(_standing(row), silent=True)
    payload = {"grantee_kind": row.grantee_kind, "grantee": str(row.grantee_id), "basis": basis}
    return Done(row, subject=subject, payload=payload, agency_id=row.agency_id)


def _row(by: Asker, subject: tuple[str, UUID], grantee: tuple[str, UUID], basis: str, agency_id) -> AccessGrant:
    return AccessGrant(
        subject_kind=subject[0],
        subject_id=subject[1],
        grantee_kind=grantee[0],
        grantee_id=grantee[1],
        basis=basis,
        agency_id=agency_id or by.agency_id,
        granted_by_id=by.staff_id,
        valid_from=database_now(),
    )


def _standing(row: AccessGrant) -> AccessGrant:
    same = {"subject_id": row.subject_id, "grantee_id": row.grantee_id, "basis": row.basis}
    return AccessGrant.objects.filter(valid_to__isnull=True, **same).first() or row


@action("access.ended", may=policy.may_end_grant)
def end_grant(
    *, by: Asker, subject: tuple[str, UUID], grantee: tuple[str, UUID], basis: str | None = None, reason: str = ""
) -> Done:
    """End what `grantee` holds on `subject`, of one basis or of all. Returns how many rights ended."""
    moment = database_now()
    standing = AccessGrant.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=moment), subject_id=subject[1], grantee_id=grantee[1]
    )
    ended = (standing.filter(basis=basis) if basis else standing).update(valid_to=moment)
    payload = {"grantee_kind": grantee[0], "grantee": str(grantee[1]), "basis": basis or "", "why": reason}
    return Done(ended, subject=subject, payload=payload, silent=not ended)
