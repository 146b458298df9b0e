"""What is counted, from which records. One statement reads an agency's requests of a time and hands out numbers of
groups; no row of a person leaves the database.

*Wait for the first answer*: from the request until a person decided something or wrote to the asker. *Wait for a
decision*: until it was accepted, declined, referred or handed over. Who was never answered counts as waiting longer
than everybody else, so that nobody shortens the wait by not answering.

*Sex and age*: of the registered person; else as said with the request, where it is about one person. *Disability*: a
problem field, or a group of the taxonomy, says so. *Area*: the regency.

*Telling it again* is what the records show, each request once:
  again      the same person had asked within 90 days, and that request was declined, referred or handed over
  questions  two workers filled in the same version of an instrument on its case within 30 days, neither wrong nor
             agreed as a repeated measurement
  onward     a receiver to whom it was referred referred it on
What is told again by mouth, or to an organisation that has no records here, leaves no trace and is not counted: the
number says "at least so often". Rules of safe contact keep no dates of asking, so they count nothing.

Left out: requests that were no requests, or the same as another one, and tickets that a worker gave.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import Count, Q

from rangkul.base.asking import PRACTICE_ROLES
from rangkul.commons.people.models import Unit
from rangkul.entry.intake.states import UNASKED
from rangkul.web.desks.equity.states import Age, Became, Dimension, Disability, Retold

# Units of fewer workers are counted together: what is said of one would be said of a person.
FEWEST_WORKERS = 3
SMALL_UNITS = "small"
# After the id of a unit: with all that are smaller.
WITH_SMALL = "+"
# Groups of the taxonomy that say that somebody lives with a disability.
_GROUPS = ["PPKS-05", "PPKS-09"]

_UNMET = "EXISTS (SELECT 1 FROM referral_need n WHERE n.state = 'unmet' AND {of})"
_ONWARD = "EXISTS (SELECT 1 FROM referral_referral n WHERE n.outcome = 'onward' AND {of})"
_OF_REQUEST = "(n.request_id = r.id OR n.case_id IN (SELECT k.id FROM cases_case k WHERE k.request_id = r.id))"
_SQL = """
WITH asked AS (
  SELECT r.id, r.agency_id, r.person_id, r.received_at, r.state, r.closed_at,
    coalesce(%(folded)s::jsonb ->> r.unit_id::text, r.unit_id::text) AS unit,
    coalesce(nullif(w.sex, ''), CASE WHEN r.for_whom = 'self' THEN c.sex END, '') AS sex,
    CASE WHEN w.birth_date IS NOT NULL THEN extract(year FROM age(r.received_at::date, w.birth_date))
         WHEN cardinality(r.ages) = 1 THEN r.ages[1] END AS years,
    'disability' = ANY(r.fields) OR EXISTS (
      SELECT 1 FROM assessment_casecategory g JOIN taxonomy_term t ON t.id = g.term_id
        JOIN cases_case k ON k.id = g.case_id
       WHERE t.code = ANY(%(groups)s) AND (k.request_id = r.id OR k.person_id = r.person_id)) AS disability,
    left(r.region_code, 5) AS area,
    least(d.first_at, (SELECT min(m.sent_at) FROM intake_message m WHERE m.request_id = r.id AND NOT m.from_asker))
      AS first_at,
    d.decided_at, {} AS unmet, {} AS onward
  FROM intake_request r
  LEFT JOIN intake_contact c ON c.request_id = r.id
  LEFT JOIN desks_who_asked(%(since)s, %(until)s) w ON w.request = r.id
  LEFT JOIN LATERAL (SELECT min(x.made_at) FILTER (WHERE x.by_id IS NOT NULL) AS first_at,
    min(x.made_at) FILTER (WHERE x.outcome IN ('accepted', 'declined', 'referred', 'handed_over')) AS decided_at,
    (array_agg(x.decline_reason ORDER BY x.made_at DESC, x.id DESC) FILTER (WHERE x.outcome = 'declined'))[1] AS reason
    FROM intake_decision x WHERE x.request_id = r.id) d ON true
  WHERE r.received_at >= %(since)s AND r.received_at < %(until)s
    AND r.via <> ALL(%(unasked)s)
    AND NOT (r.state = 'declined' AND coalesce(d.reason, '') IN ('same_as_another', 'not_a_request'))
), told AS (
  SELECT a.*,
    CASE WHEN state = 'declined' THEN 'declined' WHEN unmet THEN 'unmet'
      WHEN coalesce(decided_at, closed_at, %(now)s) > received_at + interval '7 days' THEN 'slow'
      ELSE 'other' END AS what,
    CASE WHEN years IS NULL THEN '' WHEN years < 18 THEN 'child' WHEN years < 30 THEN 'young'
      WHEN years < 60 THEN 'adult' ELSE 'old' END AS age,
    CASE
      WHEN EXISTS (SELECT 1 FROM intake_request e WHERE e.person_id = a.person_id AND e.id <> a.id
        AND e.agency_id = a.agency_id AND e.received_at < a.received_at
        AND e.received_at >= a.received_at - interval '90 days' AND e.state IN ('declined', 'referred', 'handed_over'))
        THEN 'again'
      WHEN EXISTS (SELECT 1 FROM cases_case k JOIN instruments_administration f ON f.case_id = k.id
        JOIN instruments_administration s ON s.case_id = k.id AND s.version_id = f.version_id
          AND s.person_id IS NOT DISTINCT FROM f.person_id AND s.recorded_by_id <> f.recorded_by_id
        WHERE k.request_id = a.id AND f.wrong_at IS NULL AND s.wrong_at IS NULL AND f.retest_id IS NULL
          AND s.made_at > f.made_at AND s.answered_on <= f.answered_on + 30) THEN 'questions'
      WHEN onward THEN 'onward' ELSE 'none' END AS retold,
    coalesce(extract(epoch FROM first_at - received_at) / 3600, 'infinity')::float8 AS first_hours,
    coalesce(extract(epoch FROM decided_at - received_at) / 3600, 'infinity')::float8 AS decided_hours
  FROM asked a
)
SELECT agency_id, dimension, name, became, count(*),
  percentile_disc(0.5) WITHIN GROUP (ORDER BY first_hours), percentile_disc(0.5) WITHIN GROUP (ORDER BY decided_hours)
FROM told CROSS JOIN LATERAL (VALUES ('', '', what), ('sex', sex, what), ('age', age, what),
  ('disability', CASE WHEN disability THEN 'noted' ELSE 'not_noted' END, what), ('area', area, what),
  ('unit', unit, retold)) AS by(dimension, name, became)
GROUP BY GROUPING SETS ((agency_id, dimension, name, became), (agency_id, dimension, name))
"""


@dataclass
class Group:
    """`counts` by what became of them; medians in hours, infinite where more than half of them were never answered."""

    counts: dict[str, int] = field(default_factory=dict)
    first_hours: float = 0
    decided_hours: float = 0

    @property
    def n(self) -> int:
        return sum(self.counts.values())


# Dimension → name of a group → its numbers; the dimension "" holds everybody.
Facts = dict[str, dict[str, Group]]


def facts(since: datetime, until: datetime, now: datetime) -> dict[UUID, Facts]:
    """By agency. Numbers are bare here: only `weighing` may pass them on."""
    found: dict[UUID, Facts] = defaultdict(lambda: defaultdict(lambda: defaultdict(Group)))
    for agency_id, dimension, name, became, n, first, decided in _rows(since, until, now):
        group = found[agency_id][dimension][name]
        if became is None:
            group.first_hours, group.decided_hours = first, decided
        else:
            group.counts[became] = n
    return found


def _folded() -> dict[str, str]:
    """Unit → what it is counted as, where that is not itself. Small units count as one; where even all of them are
    only a person or two, together with the smallest of the others."""
    working = Count("staff", filter=Q(staff__is_active=True, staff__roles__overlap=sorted(PRACTICE_ROLES)))
    of: dict[UUID, list[tuple[int, str]]] = defaultdict(list)
    for unit in Unit.objects.annotate(workers=working):
        of[unit.agency_id].append((unit.workers, str(unit.pk)))
    found: dict[str, str] = {}
    for units in of.values():
        small, large = ([one for one in units if (one[0] < FEWEST_WORKERS) is less] for less in (True, False))
        name = SMALL_UNITS
        if small and large and sum(workers for workers, _pk in small) < FEWEST_WORKERS:
            smallest = min(large)
            name = smallest[1] + WITH_SMALL
            small.append(smallest)
        found |= {pk: name for _workers, pk in small}
    return found


def _rows(since: datetime, until: datetime, now: datetime) -> Iterator[tuple]:
    refers = apps.is_installed("rangkul.support.referral")
    statement = _SQL.format(*(one.format(of=_OF_REQUEST) if refers else "false" for one in (_UNMET, _ONWARD)))
    given = {
        "since": since, "until": until, "now": now, "groups": _GROUPS, "unasked": list(UNASKED),
        "folded": json.dumps(_folded()),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        yield from cursor.fetchall()


# The statement writes these words; a test holds the two together.
WRITTEN = {
    "became": {one.value for one in Became},
    "retold": {one.value for one in Retold},
    Dimension.AGE: {"", *(one.value for one in Age)},
    Dimension.DISABILITY: {one.value for one in Disability},
}
