"""What protection adds to a person's copy: what they brought, with its fingerprint, and that a plan was made.

The words of a safety plan stay out of it: a copy lies about in a house, and the plan is handed over by hand. What was
brought by others, claims and children in the matter speak of others.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.commons.trust.hooks import Section, Whose
from rangkul.journey.protection.models import Evidence, SafetyPlan
from rangkul.journey.protection.states import Basis


def copy_of_protection(whose: Whose) -> Iterator[Section]:
    mine = Q(case__person_id__in=whose.person_ids) | Q(request__person_id__in=whose.person_ids)
    if whose.request_id:
        mine |= Q(case__request_id=whose.request_id) | Q(request_id=whose.request_id)
    kept = Evidence.objects.filter(mine, basis=Basis.CONSENT, corrects=None).select_related("key")
    rows = [(f"{_day(one.came_at)}, {one.title}", f"SHA-256 {one.sha}") for one in kept.order_by("came_at", "number")]
    plans = SafetyPlan.objects.filter(mine).select_related("key").order_by("made_at")
    rows += [(_("Rencana keselamatan"), f"{one.get_situation_display()}, {_day(one.made_at)}") for one in plans]
    if rows:
        yield Section(_("Perlindungan"), tuple(rows))


def _day(moment) -> str:
    return f"{clock.local(moment):%d-%m-%Y}"
