"""A breach is reported by whoever notices it, and handled by the data officer against the clock of the law."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.trust import policy, reviewing
from rangkul.commons.trust.models import Breach

TOLD_WITHIN = timedelta(hours=72)
SHORTEST = 15


@action("breach.reported", may=policy.may_report_breach)
def report_breach(*, by: Asker, what: str, kinds: Sequence[str], persons: int | None = None) -> Done:
    """From now on the clock runs; the data officer of the agency answers for it."""
    what = what.strip()
    if len(what) < SHORTEST:
        raise Refused(_("Tulis apa yang terjadi dalam satu kalimat, tanpa menyebut nama klien."), field="what")
    owner = reviewing.data_officer_of(by.agency_id)
    breach = Breach(agency_id=by.agency_id, reported_by_id=by.staff_id, owner=owner, what=what, kinds=list(kinds))
    breach.persons, breach.due_at = persons, breach.noticed_at + TOLD_WITHIN
    breach.save(force_insert=True)
    return Done(breach, payload={"owner": str(owner.pk), "kinds": breach.kinds})


@action("breach.handled", may=policy.may_handle_breach)
def handle_breach(
    *, by: Asker, breach: Breach, handling: str, persons: int | None, persons_told: bool, authority_told: bool
) -> Done:
    """What was done so far. Whom one has told stays told, with the moment at which it was said here."""
    if breach.closed_at is not None:
        raise Refused(_("Insiden ini sudah ditutup."), code="state")
    breach.handling, breach.persons = handling.strip(), persons
    if persons_told and breach.persons_told_at is None:
        breach.persons_told_at = clock.now()
    if authority_told and breach.authority_told_at is None:
        breach.authority_told_at = clock.now()
    breach.save(update_fields=["handling", "persons", "persons_told_at", "authority_told_at"])
    payload = {
        "persons_told": breach.persons_told_at is not None,
        "authority_told": breach.authority_told_at is not None,
    }
    return Done(breach, payload=payload)


@action("breach.closed", may=policy.may_handle_breach)
def close_breach(*, by: Asker, breach: Breach, not_told_because: str = "") -> Done:
    """Closed once both were told, or with the reason why not."""
    if breach.closed_at is not None:
        return Done(breach, silent=True)
    reason = not_told_because.strip()
    if not breach.told and not reason:
        raise Refused(
            _("Sebelum ditutup: beri tahu orangnya dan lembaga, atau tulis mengapa tidak."), field="not_told_because"
        )
    breach.not_told_because, breach.closed_at = reason, clock.now()
    breach.save(update_fields=["not_told_because", "closed_at"])
    return Done(breach, payload={"told": breach.told})


@action("breach.raised", may=lambda *, by, **_: by.kind == "job")
def raise_breach(*, by: Asker, breach: Breach) -> Done:
    """The clock has run out and not everybody was told: somebody above the owner learns it, once."""
    above = reviewing.above(breach.owner)
    if above is None or breach.raised_at is not None:
        return Done(breach, silent=True)
    Breach.objects.filter(pk=breach.pk).update(raised_to=above, raised_at=clock.now())
    return Done(breach, payload={"to": str(above.pk)}, agency_id=breach.agency_id)
