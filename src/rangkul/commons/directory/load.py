"""Where the places of each service are, in what a search looks through: made anew when centres of regions changed."""

from django.db.backends.base.base import BaseDatabaseWrapper

from rangkul.base.progress import Progress, quiet

_PLACES = """
UPDATE directory_sought s SET places = w.codes, shown = w.shown, latitudes = w.latitudes, longitudes = w.longitudes,
       reach = CASE WHEN w.area THEN s.reach ELSE coalesce(w.reach, ARRAY['=']) END
  FROM (SELECT known.service_id AS id, place.*, EXISTS (SELECT 1 FROM directory_servicearea a
                                                         WHERE a.service_id = known.service_id) AS area
          FROM directory_sought known, LATERAL directory_where(known.service_id) place) w
 WHERE w.id = s.service_id AND NOT (
       s.places @> w.codes AND s.places <@ w.codes AND s.shown @> w.shown AND s.shown <@ w.shown
       AND s.latitudes = w.latitudes AND s.longitudes = w.longitudes
       AND (w.area OR (s.reach @> coalesce(w.reach, ARRAY['=']) AND s.reach <@ coalesce(w.reach, ARRAY['=']))))
"""


def load(connection: BaseDatabaseWrapper, progress: Progress = quiet) -> int:
    """As the owner of the tables; how many services stand elsewhere than before. A second run changes nothing."""
    with connection.cursor() as cursor:
        cursor.execute(_PLACES)
        return cursor.rowcount
