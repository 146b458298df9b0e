"""Pictures for a document: the drawing with its own ink, its sentences, and what this reader does not get."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.ecomap import describing as around_words
from rangkul.journey.pictures.ecomap.drawing import draw as draw_ecomap
from rangkul.journey.pictures.ecomap.reading import ecomap_of
from rangkul.journey.pictures.ecomap.values import Around
from rangkul.journey.pictures.genogram import describing as family_words
from rangkul.journey.pictures.genogram.drawing import draw as draw_genogram
from rangkul.journey.pictures.genogram.family import Family
from rangkul.journey.pictures.genogram.layout import lay_out
from rangkul.journey.pictures.genogram.reading import family_of
from rangkul.journey.pictures.genogram.sparing import Spared, spared
from rangkul.journey.pictures.inking import inked
from rangkul.journey.pictures.lifeline import describing as road_words
from rangkul.journey.pictures.lifeline.describing import moment_words
from rangkul.journey.pictures.lifeline.drawing import draw as draw_lifeline
from rangkul.journey.pictures.lifeline.placing import place
from rangkul.journey.pictures.lifeline.reading import life_moment, road_of
from rangkul.journey.pictures.lifeline.scale import PAPER
from rangkul.journey.pictures.lifeline.values import Moment
from rangkul.journey.pictures.models import LifeEvent
from rangkul.journey.pictures.queries.family import records_of
from rangkul.journey.pictures.queries.systems import household_of, system_ties_of
from rangkul.journey.pictures.states import Exactness, Lane, System


@dataclass(frozen=True)
class Sheet:
    """`lacks` names what was left out of it: "names", "ties", "homes", "restricted". `uses` names what has to be
    explained: kinds of relation lines, "homes", "years"."""

    svg: str
    sentences: Sequence[str]
    lacks: frozenset[str] = frozenset()
    uses: frozenset[str] = frozenset()


def genogram_sheet(case: Case, reader: Spared) -> Sheet | None:
    """None where nobody but the client is known."""
    whole = family_of(records_of(case))
    if len(whole.members) < 2:
        return None
    family = spared(whole, reader)
    layout = lay_out(family)
    # A word for kin may begin a sentence.
    said = [f"{one[:1].upper()}{one[1:]}" for one in family_words.sentences(family, layout.unions)]
    title = _("Genogram keluarga %(name)s") % {"name": case.client_name}
    uses = {tie.kind for tie in family.ties} | ({"homes"} if family.homes else set())
    uses |= {"years"} if any(one.since or one.until for one in family.couples) else set()
    drawing = inked(draw_genogram(layout, title, ""))
    return Sheet(drawing, said, frozenset(_lacks(whole, family, reader)), frozenset(uses))


def _lacks(whole: Family, family: Family, reader: Spared) -> set[str]:
    found = {"names"} if not reader.names else set()
    if any(one.restricted and not one.index for one in whole.members):
        found.add("restricted")
    for name in ("ties", "homes"):
        if len(getattr(family, name)) < len(getattr(whole, name)):
            found.add(name)
    return found


def life_told(events: Sequence[LifeEvent]) -> list[tuple[LifeEvent, str]]:
    """What happened, in the order of life, each with its sentence: when, what, and who says so."""
    return [(row, moment_words(life_moment(row))) for row in events if row.ended_on is None]


_OF_THE_HOUSE = frozenset({Lane.LIFE, Lane.CONFERENCE})
# With fewer there is no road to be seen.
_LEAST = 4


def lifeline_sheet(case: Case, reader: Spared, events: Sequence[LifeEvent]) -> Sheet | None:
    """None where too little happened. Levels and values have parts of their own, with their words. What is only planned
    is not drawn; without names neither a life nor the conferences about it are."""
    whole = road_of(case, events, weighed=False)
    told = [one for one in whole.moments if one.tone not in ("planned", "missed")]
    drawn = [one for one in told if reader.names or one.lane not in _OF_THE_HOUSE]
    if len(drawn) < _LEAST:
        return None
    road = replace(whole, moments=tuple(drawn))
    title = _("Garis waktu %(name)s") % {"name": case.client_name}
    drawing = inked(draw_lifeline(place(road, PAPER), title, ""))
    lacks = {"life"} if any(one.lane == Lane.LIFE for one in told) and not reader.names else set()
    return Sheet(drawing, road_words.sentences(road), frozenset(lacks), _uses(drawn))


def _uses(drawn: Sequence[Moment]) -> frozenset[str]:
    """Which marks have to be explained."""
    found = {"guess"} if any(one.exact != Exactness.DAY for one in drawn) else set()
    return frozenset(found | ({"lasting"} if any(one.until or one.lasting for one in drawn) else set()))


def ecomap_sheet(case: Case, reader: Spared) -> Sheet | None:
    """None where nothing stands around the household yet. Without names a system is called by its kind alone, without
    homes the client stands alone in the middle."""
    ties = system_ties_of(case)
    if not any(tie.ended_on is None for tie in ties):
        return None
    whole = ecomap_of(case, household_of(case), ties)
    home = [one for one in whole.home if one.index or reader.homes]
    named = [one if one.index or (reader.names and not one.restricted) else replace(one, name="") for one in home]
    around = whole.around if reader.names else tuple(map(_unnamed, whole.around))
    ecomap = replace(whole, home=tuple(named), around=around, more=whole.more if reader.homes else 0)
    lacks = {"names"} if around != whole.around else set()
    lacks |= {"homes"} if len(home) < len(whole.home) else {"restricted"} if named != home and reader.names else set()
    return Sheet(inked(draw_ecomap(ecomap, "", "")), around_words.sentences(ecomap), frozenset(lacks))


def _unnamed(one: Around) -> Around:
    return replace(one, name="", kind=_("Yang lain") if one.system == System.OTHER else one.kind)
