"""Whoever leads the agency is told where the newest counting shows a disparity, until they have read it (A102)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from rangkul.base.asking import Asker
from rangkul.base.models import Event
from rangkul.web.desks.equity import words
from rangkul.web.desks.equity.report import quarters, report

# So long it may lie unread before it counts as late.
_TO_READ = timedelta(days=7)


@dataclass(frozen=True)
class Disparity:
    """`first` is one of the comparisons that stand out, in a sentence."""

    title: str
    first: str
    due: datetime


def unread(asker: Asker) -> Disparity | None:
    """What stands out in the newest counting of the asker's agency; None where nothing does, or where they have opened
    the report since."""
    there = quarters(asker.agency_id)
    newest = report(asker.agency_id, there[0]) if there else None
    if newest is None:
        return None
    found = newest.standing_out
    reads = Event.objects.filter(by_id=asker.staff_id, subject_id=asker.agency_id, name="equity.read")
    if not found or reads.filter(at__gt=newest.counted_at).exists():
        return None
    title = _("Pemerataan, %(quarter)s: ada perbedaan yang menonjol") % {"quarter": words.quarter(newest.quarter)}
    return Disparity(title, words.finding(found[0], words.names(newest)), newest.counted_at + _TO_READ)
