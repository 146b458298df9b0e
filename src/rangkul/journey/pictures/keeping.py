"""What of the pictures belongs to a person's own copy: how they stand in their family, in their own words for kin.

Names of relatives, and what somebody said runs between people, are others' too and stay out. An erasure takes kinship,
pregnancies and relation lines with either of their people (`personal.py` of people and of this package).
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rangkul.commons.people.models import Person, Pregnancy
from rangkul.commons.people.queries import kin_of
from rangkul.commons.trust.hooks import Section, Whose


def copy_of_family(whose: Whose) -> Iterator[Section]:
    rows = [row for person in Person.objects.filter(pk__in=whose.person_ids) for row in _rows(person)]
    if rows:
        yield Section(_("Keluarga yang tercatat"), tuple(rows))


def _rows(person: Person) -> Iterator[tuple[str, str]]:
    for kin in kin_of(person):
        since = _("sejak %(year)s") % {"year": kin.row.since.year} if kin.row.since else _("tercatat")
        yield kin.label, since
    for row in Pregnancy.objects.filter(mother=person).order_by("made_at"):
        when = (
            str(row.on.year) if row.on and row.year_only else date_format(row.on, "j F Y") if row.on else _("tercatat")
        )
        yield str(row.get_outcome_display()), when
