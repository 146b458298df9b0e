"""Where the places of each service are, in what a search looks through: made anew when centres of regions changed."""

from django.db.backends.base.base import BaseDatabaseWrapper

from rangkul.base.progress import Progress, quiet

_PLACES = """
UPDATE directory_sought s SET places = place.codes, shown = place.shown, latitudes = place.latitudes,
       longitudes = place.longitudes, edition = directory_edition(),
       reach = CASE WHEN EXISTS (SELECT 1 FROM directory_servicearea a WHERE a.service_id = s.service_id) THEN s.reach
                    ELSE coalesce(place.reach, ARRAY['=']) END
  FROM (SELECT known.service_id AS id, w.*
          FROM directory_sought known, LATERAL directory_where(known.service_id) w
         WHERE known.edition IS DISTINCT FROM (SELECT directory_edition())) place
 WHERE place.id = s.service_id
"""


def load(connection: BaseDatabaseWrapper, progress: Progress = quiet) -> int:
    """As the owner of the tables; how many services were placed anew. Whoever changes an entry places it at once, so a
    second run with the same centres finds nothing to do."""
    with connection.cursor() as cursor:
        cursor.execute(_PLACES)
        return cursor.rowcount
