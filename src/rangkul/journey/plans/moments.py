"""What the plan puts on the timeline of a case: agreements, reviews held and the next one, and what was counted."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.days import today
from rangkul.base.numbers import at_most
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.hooks import Moment
from rangkul.journey.pictures.states import Lane
from rangkul.journey.plans import queries
from rangkul.journey.plans.models import Review
from rangkul.journey.plans.series import of_instruments
from rangkul.journey.plans.states import ReviewKind


def of_case(case: Case) -> Iterator[Moment]:
    yield from _agreed(case)
    yield from _reviewed(case)


def counted(case: Case) -> Iterator[Moment]:
    yield from _counted(case)
    yield from _scored(case)


def _agreed(case: Case) -> Iterator[Moment]:
    for plan in reversed(queries.versions(case)):
        if plan.agreed_on:
            label = _("Rencana disepakati")
            words = _("Rencana versi %(n)d disepakati bersama klien") % {"n": plan.version}
            url = reverse("plans:version", args=[case.pk, plan.version])
            yield Moment(Lane.PLAN, str(plan.pk), plan.agreed_on, label, words, url=url)


def _reviewed(case: Case) -> Iterator[Moment]:
    """No judgement stands on the picture: two of them belong beside each other, on their own page."""
    rows = list(Review.objects.filter(case=case).order_by("held_on", "made_at", "id"))
    url = reverse("plans:evaluation", args=[case.pk])
    for row in rows:
        words = str(ReviewKind(row.kind).label)
        yield Moment(Lane.PLAN, str(row.pk), row.held_on, words, words, url=url)
    if rows and rows[-1].next_on and rows[-1].next_on >= today(case.region_code) and case.is_open:
        words = _("Tinjauan berikutnya")
        yield Moment(Lane.PLAN, f"next-{rows[-1].pk}", rows[-1].next_on, words, words, tone="planned", url=url)


def _counted(case: Case) -> Iterator[Moment]:
    names = {row.pk: row for row in queries.measures(case) if not row.series}
    if not names:
        return
    for measure_id, points in queries.points_of(case).items():
        if (measure := names.get(measure_id)) is None:
            continue
        url = reverse("plans:measure", args=[case.pk, measure_id])
        for point in points:
            value = " ".join(part for part in (at_most(point.value, 2), measure.unit) if part)
            words = _("%(name)s: %(value)s") % {"name": measure.name, "value": value}
            yield Moment(Lane.MEASURE, str(point.pk), point.on, measure.name, words, url=url)


def _scored(case: Case) -> Iterator[Moment]:
    """Totals; the parts of an instrument were counted on the same day."""
    url = reverse("plans:evaluation", args=[case.pk])
    for series in of_instruments(case):
        if "." in series.key:
            continue
        for number, (on, value, _version) in enumerate(series.points):
            words = _("%(name)s: %(value)s") % {"name": series.name, "value": at_most(value)}
            yield Moment(Lane.MEASURE, f"{series.key}-{number}", on, series.name, words, url=url)
