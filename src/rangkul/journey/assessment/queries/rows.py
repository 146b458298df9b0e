"""Reads of an assessment: one case at a time, each page from a handful of indexed queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, Prefetch, Q
from django.utils.translation import gettext as _

from rangkul.journey.assessment import prompts
from rangkul.journey.assessment.models import (
    Assessment,
    CaseCategory,
    Fact,
    Functioning,
    Institution,
    PieCoding,
    PieFinding,
    Risk,
    RiskCheck,
    RiskLook,
)
from rangkul.journey.assessment.states import (
    WEIGHT,
    Dimension,
    Domain,
    Effect,
    InstitutionKind,
    Moment,
    RiskKind,
    RiskLevel,
    View,
)
from rangkul.journey.cases.models import Case

# Children and adults who experienced violence, in the list of the ministry.
_VIOLENT_GROUPS = ("PPKS-06", "PPKS-19")


def newest_round(case: Case) -> Assessment | None:
    return Assessment.objects.filter(case=case).select_related("key").order_by("-number").first()


def rounds(case: Case) -> list[Assessment]:
    """Every round, newest first."""
    return list(Assessment.objects.filter(case=case).select_related("key", "begun_by", "signed_by").order_by("-number"))


@dataclass
class FactLine:
    """A fact as it stands now with the wordings before it, oldest first. `text` is "" where it was taken back."""

    now: Fact
    before: list[Fact] = field(default_factory=list)

    @property
    def taken_back(self) -> bool:
        return not self.now.text


def facts(case: Case, until: Assessment | None = None) -> list[FactLine]:
    """Every fact of the case as it stands, by its day; with `until`, as it stood when that round was signed."""
    rows = Fact.objects.filter(case=case).select_related("key", "recorded_by").order_by("source_date", "id")
    if until is not None:
        rows = rows.filter(assessment__number__lte=until.number)
    return _with_corrections(list(rows))


def _with_corrections(rows: list[Fact]) -> list[FactLine]:
    by_id = {row.pk: row for row in rows}
    corrected = {row.corrects_id for row in rows if row.corrects_id}
    lines = []
    for row in rows:
        if row.pk in corrected:
            continue
        line, at = FactLine(row), row
        while at.corrects_id in by_id:
            at = by_id[at.corrects_id]
            line.before.insert(0, at)
        lines.append(line)
    return lines


@dataclass
class DomainPage:
    """One domain as the workspace shows it; `unexplored` are prompts that no fact touches yet."""

    domain: Domain
    guide: prompts.Guide
    lines: list[FactLine]
    strengths: list[FactLine]
    unexplored: list[prompts.Topic]

    @property
    def known(self) -> int:
        return sum(not line.taken_back for line in self.lines)

    @property
    def strong(self) -> int:
        return sum(not line.taken_back for line in self.strengths)

    @property
    def is_empty(self) -> bool:
        return not (self.known or self.strong)


def domains(lines: Iterable[FactLine], client_kind: str = "") -> list[DomainPage]:
    """All four domains in their order; an empty one is there too. `client_kind`: whom the prompts speak to."""
    lines = list(lines)
    pages = []
    for domain in Domain:
        own = [line for line in lines if line.now.domain == domain]
        touched = {line.now.topic for line in own if not line.taken_back}
        guide = prompts.guide_of(domain, client_kind)
        pages.append(
            DomainPage(
                domain=domain,
                guide=guide,
                lines=[line for line in own if not line.now.is_strength],
                strengths=[line for line in own if line.now.is_strength],
                unexplored=prompts.unexplored(guide, touched),
            )
        )
    return pages


Profile = dict[tuple[str, str, str], Functioning]


def _before(until: datetime | None) -> dict[str, datetime]:
    return {"made_at__lte": until} if until is not None else {}


def _standing(column: str, until: datetime | None) -> Q:
    """Rows that have not ended, or had not ended at `until`."""
    still = Q(**{column: None})
    return still if until is None else still | Q(**{f"{column}__gt": until.date()})


def profile(case: Case, until: datetime | None = None) -> Profile:
    """The newest row for each (moment, dimension, view); with `until`, of what was recorded by then."""
    rows = Functioning.objects.filter(case=case, **_before(until))
    rows = rows.select_related("key", "recorded_by").order_by("seen_on", "id")
    return {(row.moment, row.dimension, row.view): row for row in rows}


def latest_levels(found: Profile, moment: str | None = None) -> dict[tuple[str, str], Functioning]:
    """(dimension, view) → the newest row of this moment, or of any moment."""
    newest: dict[tuple[str, str], Functioning] = {}
    for (at, dimension, view), row in found.items():
        if moment is not None and at != moment:
            continue
        there = newest.get((dimension, view))
        if there is None or (row.seen_on, row.pk) > (there.seen_on, there.pk):
            newest[dimension, view] = row
    return newest


def missing_views(found: Profile, moment: str = Moment.BASELINE) -> list[tuple[Dimension, View]]:
    """Views of a moment that nobody has recorded yet."""
    return [
        (dimension, view)
        for dimension in Dimension
        for view in View
        if (moment, dimension.value, view.value) not in found
    ]


def violence_seen(case: Case) -> Iterator[str]:
    """A risk of violence that stands, however low (also what an instrument found), or a service group that says it."""
    risks_ = Risk.objects.filter(case=case, ended_on=None, kind__in=(RiskKind.VIOLENCE, RiskKind.SEXUAL_VIOLENCE))
    groups = CaseCategory.objects.filter(case=case, until=None, term__code__in=_VIOLENT_GROUPS)
    risk, group = Case.objects.filter(pk=case.pk).values_list(Exists(risks_), Exists(groups)).get()
    if group:
        yield _("kelompok layanannya menyebut kekerasan")
    if risk:
        yield _("risiko kekerasan tercatat di asesmen")


def risks(case: Case, until: datetime | None = None) -> list[Risk]:
    """Open risks, the gravest and those waiting longest for a look first, each with its looks (newest first).

    With `until`, those that were open then.
    """
    looks = RiskLook.objects.select_related("key", "looked_by").order_by("-made_at", "-id")
    rows = Risk.objects.filter(case=case, **_before(until)).select_related("key")
    rows = rows.filter(_standing("ended_on", until))
    rows = rows.prefetch_related(Prefetch("looks", looks))
    return sorted(rows, key=lambda risk: (-WEIGHT[RiskLevel(risk.level)], risk.next_look or date.max))


def ended_risks(case: Case) -> list[Risk]:
    looks = RiskLook.objects.select_related("key", "looked_by").order_by("-made_at", "-id")
    rows = Risk.objects.filter(case=case, ended_on__isnull=False).select_related("key").order_by("-ended_on")
    return list(rows.prefetch_related(Prefetch("looks", looks)))


def checks(case: Case, until: datetime | None = None) -> list[RiskCheck]:
    """Days on which risks were asked about, newest first."""
    rows = RiskCheck.objects.filter(case=case, **_before(until)).select_related("key", "checked_by")
    return list(rows.order_by("-checked_on", "-id"))


def categories(case: Case) -> list[CaseCategory]:
    """Every group that was ever chosen, those that hold now first."""
    rows = CaseCategory.objects.filter(case=case).select_related("key", "set_by", "term__taxonomy")
    return list(rows.order_by(F("until").desc(nulls_first=True), "since", "id"))


def current_categories(case: Case, until: datetime | None = None) -> list[str]:
    """Words for people of the groups that hold now, or that held at `until`."""
    held = CaseCategory.objects.filter(case=case, **_before(until))
    held = held.filter(_standing("until", until))
    return [one.term.label for one in held.select_related("term__taxonomy").order_by("since", "id")]


def never_asked(risks_: Iterable[Risk], checks_: Iterable[RiskCheck]) -> list[RiskKind]:
    """Kinds of risk about which nobody has asked: unknown, which is not the same as low."""
    asked = {risk.kind for risk in risks_} | {kind for check in checks_ for kind in check.kinds}
    return [kind for kind in RiskKind if kind not in asked and kind != RiskKind.OTHER]


@dataclass(frozen=True)
class Compared:
    """One dimension in one person's view at the beginning and at the newest moment after; None: not recorded."""

    dimension: Dimension
    view: View
    before: Functioning | None
    now: Functioning | None


def compared(case: Case) -> list[Compared]:
    """The previous and the current functioning profile, for an evaluation."""
    found = profile(case)
    later = latest_levels({place: row for place, row in found.items() if place[0] != Moment.BASELINE})
    return [
        Compared(
            dimension,
            view,
            found.get((Moment.BASELINE.value, dimension.value, view.value)),
            later.get((dimension.value, view.value)),
        )
        for dimension in Dimension
        for view in View
    ]


def _uncorrected(rows: Iterable[Any]) -> list[Any]:
    """Rows as they stand: the last of each chain of corrections, without what was taken back."""
    rows = list(rows)
    corrected = {row.corrects_id for row in rows if row.corrects_id}
    return [row for row in rows if row.pk not in corrected and not row.taken_back]


def standing_codings(round_: Assessment) -> list[PieCoding]:
    """What this round codes in factors I and II, as it stands."""
    rows = PieCoding.objects.filter(assessment=round_).select_related("key", "coded_by").order_by("made_at", "id")
    return _uncorrected(rows)


def codings_by_round(case: Case) -> dict[UUID, list[PieCoding]]:
    """Standing codings of every round under the round's id; one query."""
    rows = PieCoding.objects.filter(case=case).select_related("key", "coded_by").order_by("made_at", "id")
    found: dict[UUID, list[PieCoding]] = {}
    for row in _uncorrected(rows):
        found.setdefault(row.assessment_id, []).append(row)
    return found


def findings(case: Case, until: Assessment | None = None) -> list[PieFinding]:
    """What others found, as it stands, newest first; with `until`, as it stood when that round was signed."""
    rows = PieFinding.objects.filter(case=case).select_related("key", "noted_by").order_by("-found_on", "-id")
    return _uncorrected(rows.filter(assessment__number__lte=until.number) if until is not None else rows)


def institutions(case: Case, until: Assessment | None = None) -> list[Institution]:
    """Institutions as they stand, in the order of their kinds."""
    rows = Institution.objects.filter(case=case).select_related("key", "recorded_by").order_by("source_date", "id")
    standing = _uncorrected(rows.filter(assessment__number__lte=until.number) if until is not None else rows)
    order = list(InstitutionKind)
    return sorted(standing, key=lambda row: order.index(InstitutionKind(row.kind)))


def unexplored_institutions(known: Iterable[Institution]) -> list[InstitutionKind]:
    """Kinds about which nothing is known yet; what is not known is shown, never left out."""
    told = {row.kind for row in known if row.effect != Effect.UNKNOWN}
    return [kind for kind in InstitutionKind if kind not in told and kind != InstitutionKind.OTHER]
