"""Counting for the desks, in a few statements every five minutes."""

from django.db import connection

from rangkul.base import clock
from rangkul.base.work import periodic

_COUNT = """
INSERT INTO desks_tally (agency_id, unit_id, measure, n, counted_at)
SELECT u.agency_id, u.id, m.measure, coalesce(c.n, 0), now()
  FROM people_unit u
 CROSS JOIN unnest(%(measures)s::text[]) AS m(measure)
  LEFT JOIN (
    SELECT unit_id, 'requests_open' AS measure, count(*) AS n FROM intake_request
     WHERE closed_at IS NULL GROUP BY unit_id
    UNION ALL SELECT unit_id, 'requests_late', count(*) FROM intake_request
     WHERE closed_at IS NULL AND due_at < now() GROUP BY unit_id
    UNION ALL SELECT unit_id, 'cases_open', count(*) FROM cases_case WHERE state = 'open' GROUP BY unit_id
    UNION ALL SELECT unit_id, 'cases_high', count(*) FROM cases_case
     WHERE state = 'open' AND level IN ('merah', 'oranye') GROUP BY unit_id
    UNION ALL SELECT unit_id, 'cases_quiet', count(*) FROM cases_case
     WHERE state = 'open'
       AND coalesce(last_contact_at, opened_at) < now() - make_interval(days => contact_days) GROUP BY unit_id
    UNION ALL SELECT unit_id, 'staff', count(*) FROM people_staff
     WHERE is_active AND roles && ARRAY['peksos', 'junior', 'supervisor']::varchar[] GROUP BY unit_id
  ) AS c ON c.unit_id = u.id AND c.measure = m.measure
ON CONFLICT (agency_id, unit_id, measure) DO UPDATE SET n = excluded.n, counted_at = excluded.counted_at
"""


@periodic("*/5 * * * *", name="desks.count")
def count() -> None:
    """Bring every number up to now; the pages show when that was."""
    from rangkul.web.desks.models import Measure

    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"measures": Measure.values})


@periodic("0 20 * * * *", name="desks.equity")
def count_equity() -> None:
    """The equity report, once for each quarter, on the 8th day after it; at any other time there is nothing to do."""
    from rangkul.web.desks.equity.counting import count_what_is_due

    count_what_is_due(clock.now())
