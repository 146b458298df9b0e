"""Public entries are read by everybody who says who they are, the others by workers; what an agency owns is changed by
its own people. The search runs with the owner's eyes, because a policy would keep it from its indexes, and gives
back only what the asker may see.
"""

from django.db import migrations

from rangkul.base.rls import keep_versions, protect

STAFF = "(SELECT ask_kind()) = 'staff'"
WORKERS = "(SELECT ask_kind()) IN ('staff', 'job')"
ANYBODY = "(SELECT ask_kind()) IS NOT NULL"
SHOWN = f"({WORKERS} OR ({ANYBODY} AND public))"
OWN = f"{STAFF} AND (agency_id IS NULL OR agency_id = (SELECT ask_agency()))"
KEPT = f"{STAFF} AND directory_kept(organization_id)"

# Whose entry it is decides who changes its parts. A service that is not shown hides them too.
ASKED = """
CREATE FUNCTION directory_kept(wanted uuid) RETURNS boolean STABLE SECURITY DEFINER LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.directory_organization o WHERE o.id = wanted
  AND (o.agency_id IS NULL OR o.agency_id = public.ask_agency())); END $$;
CREATE FUNCTION directory_part_kept(wanted uuid) RETURNS boolean STABLE SECURITY DEFINER LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.directory_service s JOIN public.directory_organization o
  ON o.id = s.organization_id WHERE s.id = wanted
  AND (o.agency_id IS NULL OR o.agency_id = public.ask_agency())); END $$;
CREATE FUNCTION directory_shown(wanted uuid) RETURNS boolean STABLE SECURITY DEFINER LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.directory_service s JOIN public.directory_organization o
  ON o.id = s.organization_id WHERE s.id = wanted AND s.public AND o.public); END $$;
"""
NOT_ASKED = "DROP FUNCTION directory_kept(uuid), directory_part_kept(uuid), directory_shown(uuid)"

# News by a worker or by a declined referral that a service has closed or moved marks the entry, whoever keeps it.
DOUBT = """
CREATE FUNCTION directory_doubt() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE directory_service SET doubt = NEW.topic, doubted_on = NEW.made_at::date
   WHERE id = NEW.service_id AND doubt = '';
  RETURN NULL;
END $$;
CREATE TRIGGER mark_doubt AFTER INSERT ON directory_suggestion FOR EACH ROW
  WHEN (NEW.topic IN ('closed', 'moved') AND NEW.by_kind IN ('staff', 'job')) EXECUTE FUNCTION directory_doubt();
"""
NO_DOUBT = "DROP FUNCTION directory_doubt() CASCADE"

# One row for each service that a search may find, made anew for the services named; `said` are their folded words.
SEEK = """
CREATE FUNCTION directory_around(code text) RETURNS text[] IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
  SELECT array_agg(array_to_string(parts[1:n], '.'))
    FROM (SELECT string_to_array(code, '.') AS parts) split, generate_series(1, cardinality(parts)) n $$;
CREATE FUNCTION directory_reach(code text) RETURNS text[] IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
  SELECT CASE WHEN code = '' THEN ARRAY['='] ELSE
    array_append((SELECT array_agg('<' || a) FROM unnest(directory_around(code)) a WHERE a <> code), '=' || code) END $$;
CREATE FUNCTION directory_seek(ids uuid[], said text[]) RETURNS integer
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE done integer;
BEGIN
  IF ask_kind() IS DISTINCT FROM 'staff' AND ask_kind() IS DISTINCT FROM 'job' THEN
    RAISE EXCEPTION 'directory_sought: only workers write' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM directory_sought WHERE service_id = ANY (ids);
  INSERT INTO directory_sought (service_id, needs, reach, places, words, age_from, age_to, sex, assured, public, offered)
  SELECT s.id, s.categories::text[] || s.helps::text[],
         coalesce(area.codes, near.codes, ARRAY['=']), coalesce(place.codes, '{}'),
         string_to_array(w.said, ' '), coalesce(rule.age_from, 0), coalesce(rule.age_to, 200), coalesce(rule.sex, ''),
         s.assured_date, s.public AND o.public, s.status IN ('active', 'temporarily closed')
    FROM unnest(ids, said) AS w (id, said)
    JOIN directory_service s ON s.id = w.id
    JOIN directory_organization o ON o.id = s.organization_id
    LEFT JOIN LATERAL (SELECT array_agg(DISTINCT r) AS codes FROM directory_servicearea a,
                       unnest(directory_reach(a.region_code)) r WHERE a.service_id = s.id) area ON true
    LEFT JOIN LATERAL (SELECT array_agg(DISTINCT r) AS codes FROM directory_serviceatlocation sl
                       JOIN directory_location l ON l.id = sl.location_id, unnest(directory_around(l.region_code)) r
                       WHERE sl.service_id = s.id AND l.region_code <> '') place ON true
    -- Nobody wrote down whom it serves: whoever lives in the same province may ask there.
    LEFT JOIN LATERAL (SELECT array_agg(CASE WHEN length(c) = 2 THEN '=' ELSE '<' END || c) || '<'::text AS codes
                       FROM unnest(place.codes) c HAVING count(*) > 0) near ON true
    LEFT JOIN LATERAL (SELECT min(coalesce(e.age_from, 0)) FILTER (WHERE e.rule = 'age') AS age_from,
                              max(coalesce(e.age_to, 200)) FILTER (WHERE e.rule = 'age') AS age_to,
                              CASE WHEN count(DISTINCT e.sex) FILTER (WHERE e.rule = 'sex') = 1
                                   THEN max(e.sex) FILTER (WHERE e.rule = 'sex') END AS sex
                         FROM directory_eligibility e WHERE e.service_id = s.id AND NOT e.preferred) rule ON true;
  GET DIAGNOSTICS done = ROW_COUNT;
  RETURN done;
END $$;
"""
NO_SEEK = """
DROP FUNCTION directory_seek(uuid[], text[]);
DROP FUNCTION directory_reach(text);
DROP FUNCTION directory_around(text);
"""

# The nearest first, then what somebody was sure of last. `near` are the region codes from the smallest place outwards,
# each of `words` is one typed word with all its readings ("rumah|rumha"). Null or empty asks nothing.
FIND = """
CREATE FUNCTION directory_find(
  wanted text[], asked_reach text[], near text[], words text[], age integer, asked_sex text, most integer)
RETURNS TABLE (service_id uuid, step integer) STABLE SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE plpgsql AS $$
DECLARE
  question text := '';
  staff boolean := coalesce(ask_kind() IN ('staff', 'job'), false);
BEGIN
  IF ask_kind() IS NULL THEN RETURN; END IF;
  IF cardinality(wanted) > 0 THEN question := question || ' AND s.needs && $1'; END IF;
  IF cardinality(asked_reach) > 0 THEN question := question || ' AND s.reach && $2'; END IF;
  FOR n IN 1 .. coalesce(cardinality(words), 0) LOOP
    question := question || format(' AND s.words && string_to_array(%L, ''|'')', words[n]);
  END LOOP;
  IF age IS NOT NULL THEN question := question || ' AND $4 BETWEEN s.age_from AND s.age_to'; END IF;
  IF asked_sex <> '' THEN question := question || ' AND s.sex IN ('''', $5)'; END IF;
  IF NOT staff THEN question := question || ' AND s.public'; END IF;
  RETURN QUERY EXECUTE
    'SELECT s.service_id, coalesce((SELECT min(n)::integer FROM generate_subscripts($3, 1) n WHERE s.places @> $3[n:n]), 99)'
    || ' AS step FROM directory_sought s WHERE s.offered' || question
    || ' ORDER BY step, s.assured DESC NULLS LAST, s.service_id LIMIT $6'
    USING wanted, asked_reach, near, age, asked_sex, most;
END $$;
"""
NO_FIND = "DROP FUNCTION directory_find(text[], text[], text[], text[], integer, text, integer)"


def own(table: str, *, see: str, write: str) -> list[migrations.RunSQL]:
    """Seen by many, written and removed by those who keep the entry."""
    narrow = f"CREATE POLICY {table}_own ON {table} AS RESTRICTIVE FOR DELETE TO rangkul_app USING ({write})"
    return [
        protect(table, see=see, add=write, change=write, delete=True),
        migrations.RunSQL(narrow, f"DROP POLICY {table}_own ON {table}"),
    ]


def part(table: str) -> list[migrations.RunSQL]:
    """Written anew with the service that it is a part of."""
    see = f"({WORKERS} OR ({ANYBODY} AND directory_shown(service_id)))"
    return own(table, see=see, write=f"{STAFF} AND directory_part_kept(service_id)")


SUGGEST = f"{ANYBODY} AND state = 'waiting' AND by_kind = (SELECT ask_kind())"
# What the application may not look through is asked by the two functions above.
CLOSED = """
ALTER TABLE directory_sought ENABLE ROW LEVEL SECURITY;
REVOKE ALL ON directory_sought FROM rangkul_app;
CREATE POLICY directory_sought_none ON directory_sought FOR SELECT TO rangkul_app USING (false);
REVOKE UPDATE, DELETE, TRUNCATE ON directory_word FROM rangkul_app;
GRANT SELECT, INSERT ON directory_word TO rangkul_app;
GRANT USAGE ON SEQUENCE directory_word_id_seq TO rangkul_app;
"""
OPENED = "DROP POLICY directory_sought_none ON directory_sought"


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_services_and_places"), ("base", "0001_ground")]

    operations = [
        migrations.RunSQL(ASKED, NOT_ASKED),
        protect("directory_organization", see=SHOWN, add=OWN, change=OWN),
        protect(
            "directory_service",
            see=SHOWN,
            add=KEPT,
            change=KEPT,
        ),
        protect(
            "directory_location",
            see=SHOWN,
            add=KEPT,
            change=KEPT,
        ),
        *own("directory_contact", see=SHOWN, write=KEPT),
        *part("directory_serviceatlocation"),
        *part("directory_schedule"),
        *part("directory_servicearea"),
        *part("directory_eligibility"),
        *part("directory_requireddocument"),
        *part("directory_capacity"),
        protect(
            "directory_agreement",
            see=f"{WORKERS} AND (agency_id = (SELECT ask_agency()) OR (SELECT ask_kind()) = 'job')",
            add=f"{STAFF} AND agency_id = (SELECT ask_agency())",
        ),
        # Whoever suggests from outside cannot read back what others said.
        protect("directory_suggestion", see=WORKERS, add=SUGGEST, change=f"{STAFF} AND directory_part_kept(service_id)"),
        migrations.RunSQL(DOUBT, NO_DOUBT),
        migrations.RunSQL(SEEK, NO_SEEK),
        migrations.RunSQL(FIND, NO_FIND),
        migrations.RunSQL(CLOSED, OPENED),
        keep_versions(
            "directory_organization", "directory_service", "directory_location", "directory_contact",
            "directory_schedule", "directory_servicearea", "directory_eligibility", "directory_requireddocument",
            "directory_capacity", "directory_agreement", "directory_suggestion",
        ),
    ]  # fmt: skip
