"""What of the pictures belongs to a person's own copy: how they stand in their family, what they told of their life.

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
from rangkul.journey.assessment.states import Source
from rangkul.journey.pictures.lifeline.describing import day_words
from rangkul.journey.pictures.lifeline.reading import life_moment
from rangkul.journey.pictures.models import LifeEvent


def copy_of_family(whose: Whose) -> Iterator[Section]:
    rows = [row for person in Person.objects.filter(pk__in=whose.person_ids) for row in _rows(person)]
    if rows:
        yield Section(_("Keluarga yang tercatat"), tuple(rows))


def copy_of_life(whose: Whose) -> Iterator[Section]:
    """What the client said, as far as it stands; what others said of them is the team's paper."""
    rows = LifeEvent.objects.filter(
        case__person__in=whose.person_ids, source=Source.CLIENT, ended_on__isnull=True, corrections__isnull=True
    )
    told = [life_moment(row) for row in rows.select_related("key").order_by("happened_on", "made_at")]
    if told:
        yield Section(_("Peristiwa hidup yang Anda ceritakan"), tuple((day_words(one), one.words) for one in told))


def _rows(person: Person) -> Iterator[tuple[str, str]]:
    for kin in kin_of(person):
        since = _("sejak %(year)s") % {"year": kin.row.since.year} if kin.row.since else _("tercatat")
        yield kin.label, since
    for row in Pregnancy.objects.filter(mother=person).order_by("made_at"):
        when = (
            str(row.on.year) if row.on and row.year_only else date_format(row.on, "j F Y") if row.on else _("tercatat")
        )
        yield str(row.get_outcome_display()), when
