"""How far a service is, where that is known. An address that protects people gives nobody outside a hint: neither by a
distance nor by standing first when the right village is asked for."""

from importlib import import_module

import django.contrib.postgres.fields
from django.db import migrations, models

_before = import_module("rangkul.commons.directory.migrations.0002_who_sees_and_finds")

# Where the places of a service are. `codes`: every region around each of them; `shown` and the points: of those that
# everybody may know. A place without a point of its own stands where the centre of its kecamatan or regency lies; that
# of a province would say nothing. `reach` is what is asked where nobody wrote down whom it serves: whoever lives in the
# same province may ask there, and of a hidden place no more than its province is told.
WHERE = """
CREATE FUNCTION directory_where(wanted uuid)
  RETURNS TABLE (codes text[], shown text[], reach text[], latitudes float8[], longitudes float8[])
  STABLE LANGUAGE sql AS $$
  WITH place AS (
    SELECT l.region_code AS code, l.public, coalesce(l.latitude::float8, c.latitude) AS latitude,
           CASE WHEN l.latitude IS NULL THEN c.longitude ELSE l.longitude::float8 END AS longitude
      FROM directory_serviceatlocation sl
      JOIN directory_location l ON l.id = sl.location_id
      LEFT JOIN LATERAL (SELECT r.latitude, r.longitude FROM wilayah_region r
                          WHERE r.code IN (left(l.region_code, 5), left(l.region_code, 8)) AND r.level IN (2, 3)
                            AND r.centre <> '' ORDER BY r.level DESC LIMIT 1) c ON true
     WHERE sl.service_id = wanted),
  around AS (SELECT DISTINCT p.public, a.code FROM place p, unnest(directory_around(p.code)) AS a (code)
              WHERE p.code <> '')
  SELECT coalesce((SELECT array_agg(DISTINCT a.code) FROM around a), '{}'),
         coalesce((SELECT array_agg(DISTINCT a.code) FROM around a WHERE a.public), '{}'),
         (SELECT array_agg(DISTINCT CASE WHEN length(a.code) = 2 THEN '=' ELSE '<' END || a.code) || '<'::text
            FROM around a WHERE a.public OR length(a.code) = 2 HAVING count(*) > 0),
         coalesce((SELECT array_agg(p.latitude ORDER BY p.latitude, p.longitude)
                     FROM place p WHERE p.public AND p.latitude IS NOT NULL), '{}'),
         coalesce((SELECT array_agg(p.longitude ORDER BY p.latitude, p.longitude)
                     FROM place p WHERE p.public AND p.latitude IS NOT NULL), '{}') $$;
"""
NO_WHERE = "DROP FUNCTION directory_where(uuid)"

SEEK = """
CREATE OR REPLACE FUNCTION directory_seek(ids uuid[], said text[]) RETURNS integer
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE done integer;
BEGIN
  IF ask_kind() IS DISTINCT FROM 'staff' AND ask_kind() IS DISTINCT FROM 'job' THEN
    RAISE EXCEPTION 'directory_sought: only workers write' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM directory_sought WHERE service_id = ANY (ids);
  INSERT INTO directory_sought (service_id, needs, reach, places, shown, latitudes, longitudes, words, age_from, age_to,
                                sex, assured, public, offered)
  SELECT s.id, s.categories::text[] || s.helps::text[],
         coalesce(area.codes, place.reach, ARRAY['=']), place.codes, place.shown, place.latitudes, place.longitudes,
         string_to_array(w.said, ' '), coalesce(rule.age_from, 0), coalesce(rule.age_to, 200), coalesce(rule.sex, ''),
         s.assured_date, s.public AND o.public, s.status IN ('active', 'temporarily closed')
    FROM unnest(ids, said) AS w (id, said)
    JOIN directory_service s ON s.id = w.id
    JOIN directory_organization o ON o.id = s.organization_id
    LEFT JOIN LATERAL (SELECT array_agg(DISTINCT r) AS codes FROM directory_servicearea a,
                       unnest(directory_reach(a.region_code)) r WHERE a.service_id = s.id) area ON true
    LEFT JOIN LATERAL directory_where(s.id) place ON true
    LEFT JOIN LATERAL (SELECT min(coalesce(e.age_from, 0)) FILTER (WHERE e.rule = 'age') AS age_from,
                              max(coalesce(e.age_to, 200)) FILTER (WHERE e.rule = 'age') AS age_to,
                              CASE WHEN count(DISTINCT e.sex) FILTER (WHERE e.rule = 'sex') = 1
                                   THEN max(e.sex) FILTER (WHERE e.rule = 'sex') END AS sex
                         FROM directory_eligibility e WHERE e.service_id = s.id AND NOT e.preferred) rule ON true;
  GET DIAGNOSTICS done = ROW_COUNT;
  RETURN done;
END $$;
"""
OLD_SEEK = "CREATE OR REPLACE FUNCTION directory_seek" + _before.SEEK.partition("CREATE FUNCTION directory_seek")[2]

# First what lies in the same village, kecamatan and regency; then what lies in the province or within 100 km of the
# centre of the smallest region of `near` that has one, the nearest first; then everything else likewise. Where a
# distance is not known a place stands behind those of its kind for which it is.
FIND = """
CREATE OR REPLACE FUNCTION directory_find(
  wanted text[], asked_reach text[], near text[], words text[], age integer, asked_sex text, most integer)
RETURNS TABLE (service_id uuid, step integer) STABLE SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE plpgsql AS $$
DECLARE
  question text := '';
  km text := 'NULL::float8';
  places text := 's.places';
  here record;
  within integer := (SELECT count(*) FROM unnest(near) n WHERE length(n) > 2);
BEGIN
  IF ask_kind() IS NULL THEN RETURN; END IF;
  IF cardinality(wanted) > 0 THEN question := question || ' AND s.needs && $1'; END IF;
  IF cardinality(asked_reach) > 0 THEN question := question || ' AND s.reach && $2'; END IF;
  FOR n IN 1 .. coalesce(cardinality(words), 0) LOOP
    question := question || format(' AND s.words && string_to_array(%L, ''|'')', words[n]);
  END LOOP;
  IF age IS NOT NULL THEN question := question || ' AND $4 BETWEEN s.age_from AND s.age_to'; END IF;
  IF asked_sex <> '' THEN question := question || ' AND s.sex IN ('''', $5)'; END IF;
  IF ask_kind() NOT IN ('staff', 'job') THEN
    question := question || ' AND s.public';
    places := 's.shown';
  END IF;
  SELECT r.latitude, r.longitude INTO here FROM wilayah_region r
   WHERE r.code = ANY (near) AND r.level IN (2, 3) AND r.centre <> '' ORDER BY r.level DESC LIMIT 1;
  IF FOUND THEN
    km := 'CASE cardinality(s.latitudes) WHEN 0 THEN NULL'
      || ' WHEN 1 THEN wilayah_km($7, $8, s.latitudes[1], s.longitudes[1])'
      || ' ELSE (SELECT min(wilayah_km($7, $8, p.a, p.b)) FROM unnest(s.latitudes, s.longitudes) p (a, b)) END';
  END IF;
  RETURN QUERY EXECUTE
    'SELECT found.service_id, found.step FROM (SELECT s.service_id, s.assured, ' || km || ' AS km,'
    || ' coalesce((SELECT min(n)::integer FROM generate_subscripts($3, 1) n WHERE ' || places || ' @> $3[n:n]), 99)'
    || ' AS step FROM directory_sought s WHERE s.offered' || question || ' OFFSET 0) found'
    || ' ORDER BY CASE WHEN found.step <= $9 THEN found.step WHEN found.step < 99 OR found.km <= 100 THEN 50 ELSE 99 END,'
    || ' found.km NULLS LAST, found.step, found.assured DESC NULLS LAST, found.service_id LIMIT $6'
    USING wanted, asked_reach, near, age, asked_sex, most, here.latitude, here.longitude, within;
END $$;
"""
OLD_FIND = _before.FIND.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)


def _list_of(field):
    return django.contrib.postgres.fields.ArrayField(base_field=field, default=list, db_default=[], size=None)


class Migration(migrations.Migration):
    dependencies = [("directory", "0013_told_apart"), ("wilayah", "0002_centres")]

    operations = [
        # Half a point passed before: a comparison with nothing is not false.
        migrations.RunSQL(
            "UPDATE directory_location SET latitude = NULL, longitude = NULL WHERE (latitude IS NULL) <> (longitude IS NULL)",
            migrations.RunSQL.noop,
        ),
        migrations.RemoveConstraint("location", "directory_location_point_is_whole"),
        migrations.AddConstraint(
            "location",
            models.CheckConstraint(
                name="directory_location_point_is_whole",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(
                    latitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__isnull=False,
                    longitude__range=(-180, 180),
                ),
                violation_error_message="Titik peta memerlukan lintang dan bujur yang benar.",
            ),
        ),
        migrations.AddField("sought", "shown", _list_of(models.TextField())),
        migrations.AddField("sought", "latitudes", _list_of(models.FloatField())),
        migrations.AddField("sought", "longitudes", _list_of(models.FloatField())),
        migrations.RunSQL(WHERE, NO_WHERE),
        migrations.RunSQL(SEEK, OLD_SEEK),
        migrations.RunSQL(FIND, OLD_FIND),
    ]
