"""The report in words, for the page and for the file alike."""

from __future__ import annotations

from collections.abc import Iterable
from math import isinf
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rangkul.base.numbers import rounded
from rangkul.base.suppressing import ALL
from rangkul.base.wilayah.queries import paths
from rangkul.commons.people.models import Unit
from rangkul.commons.people.states import PERSON_SEX
from rangkul.web.desks.equity.facts import FEWEST_WORKERS, SMALL_UNITS, WITH_SMALL
from rangkul.web.desks.equity.quarters import Quarter
from rangkul.web.desks.equity.ratios import SURE
from rangkul.web.desks.equity.report import Found, Line, Report
from rangkul.web.desks.equity.states import Age, Became, Dimension, Disability

_DAY = 24


def quarter(text: str) -> str:
    found = Quarter.read(text)
    return _("Triwulan %(number)s tahun %(year)s") % {"number": found.number, "year": found.year} if found else text


def names(report: Report) -> dict[tuple[str, str], str]:
    """What each group of each table is called."""
    areas = [line.name for line in report.tables.get(Dimension.AREA, []) if line.name]
    units = [line.name for line in report.tables.get(Dimension.UNIT, []) if line.name != SMALL_UNITS]
    of_units = {str(unit.pk): unit.name for unit in Unit.objects.filter(pk__in=[_unit_id(name) for name in units])}
    unknown = {(dimension.value, ""): _("Belum tercatat") for dimension in Dimension}
    with_small = {
        name: _("%(unit)s dan unit yang lebih kecil") % {"unit": of_units.get(name[:-1], "")}
        for name in units if name.endswith(WITH_SMALL)
    }  # fmt: skip
    small = _("Unit dengan kurang dari %(n)s petugas, digabung") % {"n": FEWEST_WORKERS}
    return {
        **_labels(Dimension.SEX, PERSON_SEX),
        **_labels(Dimension.AGE, Age.choices),
        **_labels(Dimension.DISABILITY, Disability.choices),
        **_labels(Dimension.AREA, paths(areas).items()),
        **_labels(Dimension.UNIT, [*of_units.items(), *with_small.items(), (SMALL_UNITS, small), (ALL, _("Semua"))]),
        **unknown,
    }


def _unit_id(name: str) -> UUID:
    return UUID(name.removesuffix(WITH_SMALL))


def _labels(dimension: str, labels: Iterable[tuple[str, object]]) -> dict[tuple[str, str], str]:
    return {(dimension, code): str(label) for code, label in labels}


def wait(hours: float | None) -> str:
    if hours is None:
        return _("disembunyikan")
    if isinf(hours):
        return _("lebih dari separuh belum")
    if hours < 1:
        return _("kurang dari 1 jam")
    if hours < 2 * _DAY:
        whole = round(hours)
        return ngettext("%(n)s jam", "%(n)s jam", whole) % {"n": whole}
    days = round(hours / _DAY)
    return ngettext("%(n)s hari", "%(n)s hari", days) % {"n": days}


def cell(n: int | None, of: int | None) -> str:
    """A number with its share; what is hidden says so."""
    if n is None:
        return _("disembunyikan")
    return f"{n} ({rounded(100 * n / of, 0)}%)" if of else str(n)


def ordered(report: Report, dimension: str, called: dict[tuple[str, str], str]) -> list[Line]:
    """By name, never by number: a report on fairness is no league table. What is not known stands last."""
    lines = report.tables.get(dimension, [])
    order = {code: place for place, code in enumerate(Age.values)}
    return sorted(
        lines, key=lambda one: (not one.name, order.get(one.name, 0), called.get((dimension, one.name), one.name))
    )


def finding(found: Found, called: dict[tuple[str, str], str]) -> str:
    """What stands out, with the interval and the numbers behind it."""
    ratio = found.ratio
    said = _(
        "%(group)s, %(what)s: %(hit)s dari %(n)s (%(share)s%%). Yang lain: %(other_hit)s dari %(other_n)s"
        " (%(other_share)s%%). Jadi %(ratio)s kali, dengan rentang %(sure)s%% dari %(low)s sampai %(high)s kali."
    )
    return said % {
        "group": called.get((found.dimension, found.name), found.name), "what": str(Became(found.became).label).lower(),
        "hit": ratio.hit, "n": ratio.n, "share": rounded(ratio.share, 0), "other_hit": ratio.other_hit,
        "other_n": ratio.other_n, "other_share": rounded(ratio.other_share, 0), "ratio": rounded(ratio.ratio),
        "sure": SURE, "low": rounded(ratio.low), "high": rounded(ratio.high),
    }  # fmt: skip
