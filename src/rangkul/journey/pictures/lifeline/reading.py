"""From rows to moments: what this package and earlier ones know; later packages add theirs through `hooks.moments`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.days import today
from rangkul.entry.intake.states import Level
from rangkul.journey.assessment.states import RiskKind, RiskLevel
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import Channel, Stage
from rangkul.journey.pictures import hooks, queries
from rangkul.journey.pictures.lifeline.values import Moment, Road
from rangkul.journey.pictures.models import LifeEvent
from rangkul.journey.pictures.states import Lane


def road_of(case: Case, events: Iterable[LifeEvent], *, weighed: bool = True) -> Road:
    """Without what is `weighed` (levels, risks, values) it is what happened and was done alone."""
    moments = [*map(life_moment, (one for one in events if one.ended_on is None)), *_stages(case), *_done(case)]
    moments += [*_levels(case), *_risks(case)] if weighed else []
    for told in (*hooks.moments, *(hooks.values if weighed else ())):
        moments += told(case)
    ended = day_of(case, case.closed_at) if case.closed_at else None
    return Road(day_of(case, case.opened_at), today(case.region_code), tuple(moments), ended)


def day_of(case: Case, moment: datetime) -> date:
    """The day in the calendar of the place in which the case lies."""
    return clock.local(moment, case.region_code).date()


def life_moment(event: LifeEvent) -> Moment:
    return Moment(
        Lane.LIFE,
        str(event.pk),
        event.happened_on,
        event.words,
        event.words,
        exact=event.exactness,
        told=f"{event.get_source_display()}, {date_format(event.source_date, 'j F Y')}",
    )


def _stages(case: Case) -> Iterator[Moment]:
    """Each stage from its step to the next; one that was left on the day it began is a dot."""
    steps = [step for step in queries.steps_of(case) if step.verb != "emergency"]
    last = day_of(case, case.closed_at) if case.closed_at else None
    ends = [*(day_of(case, step.at) for step in steps[1:]), last][: len(steps)]
    url = reverse("cases:case", args=[case.pk])
    for step, end in zip(steps, ends, strict=True):
        name = str(Stage(step.to_stage).label)
        yield Moment(
            Lane.STAGE, str(step.pk), day_of(case, step.at), name, name, until=end, lasting=end is None, url=url
        )


def _levels(case: Case) -> Iterator[Moment]:
    """The level of the case from one change to the next; before the first change it was what that change left."""
    changes = queries.level_changes_of(case)
    begins = [(str(case.pk), day_of(case, case.opened_at), changes[0].before if changes else case.level)]
    begins += [(str(one.pk), day_of(case, one.at), one.after) for one in changes]
    ends = [*(day for _id, day, _level in begins[1:]), day_of(case, case.closed_at) if case.closed_at else None]
    for (row, start, level), end in zip(begins, ends, strict=True):
        label = str(Level(level).label)
        words = _("Tingkat kasus: %(level)s") % {"level": label}
        yield Moment(Lane.RISK, row, start, label, words, until=end, lasting=end is None, tone=level)


def _risks(case: Case) -> Iterator[Moment]:
    url = reverse("assessment:risks", args=[case.pk])
    for risk in queries.risks_of(case):
        kind, level = str(RiskKind(risk.kind).label), str(RiskLevel(risk.level).label).partition(":")[0].lower()
        # The last kind calls itself a risk already.
        named = kind if risk.kind == RiskKind.OTHER else _("Risiko %(kind)s") % {"kind": kind.lower()}
        label, words = f"{kind}: {level}", _("%(risk)s, sekarang %(level)s") % {"risk": named, "level": level}
        if risk.ended_on:
            label, words = kind, _("%(risk)s, sudah berakhir") % {"risk": named}
        start = risk.since or risk.first_look or day_of(case, risk.made_at)
        yield Moment(
            Lane.RISK, str(risk.pk), start, label, words, until=risk.ended_on, lasting=risk.ended_on is None,
            tone=risk.level, url=url,
        )  # fmt: skip


def _done(case: Case) -> Iterator[Moment]:
    url = reverse("cases:case", args=[case.pk])
    for one in queries.done_of(case):
        words = str(Channel(one.channel).label)
        lane = Lane.URGENT if one.emergency else Lane.VISIT if one.channel == Channel.VISIT else Lane.CONTACT
        label = _("Bantuan darurat") if one.emergency else words
        words = _("Bantuan darurat, %(way)s") % {"way": words.lower()} if one.emergency else words
        yield Moment(lane, str(one.pk), day_of(case, one.at), label, words, url=url)
