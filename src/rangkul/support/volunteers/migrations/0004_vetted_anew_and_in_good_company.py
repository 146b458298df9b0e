"""After a complaint only what was seen since counts. Who goes along is at work themself: a volunteer whom nobody stopped,
or somebody who works with clients. Whoever lets a volunteer go empties what a colleague saw of them, too."""

from django.db import migrations

SINCE = """
                                           AND v.made_at > coalesce((SELECT max(made_at) FROM volunteers_step s
                                                                      WHERE s.volunteer_id = who AND s.verb = 'restore'),
                                                                    '-infinity')"""
PRACTISES = " AND s.roles && ARRAY['peksos', 'junior', 'supervisor']::varchar[]"
RULES = """
CREATE OR REPLACE FUNCTION volunteers_is_vetted(who uuid, day date) RETURNS boolean STABLE LANGUAGE sql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM volunteers_volunteer
                  WHERE id = who AND state = 'vetted' AND vetted_until >= day)
     AND NOT EXISTS (SELECT 1 FROM unnest(ARRAY['identity', 'talk', 'references', 'police', 'safeguarding']) wanted
                      WHERE NOT EXISTS (SELECT 1 FROM volunteers_vetting v
                                         WHERE v.volunteer_id = who AND v.kind = wanted
                                           AND (v.valid_until IS NULL OR v.valid_until >= day){since}));
$$;
CREATE OR REPLACE FUNCTION volunteers_may_go(one volunteers_match) RETURNS boolean STABLE LANGUAGE sql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (n.child_there = 'no' AND n.older_there = 'no')
      OR volunteers_is_vetted(one.volunteer_id, n.until_day)
      OR EXISTS (SELECT 1 FROM volunteers_volunteer c
                  WHERE c.id = one.companion_id AND c.id <> one.volunteer_id AND c.agency_id = n.agency_id
                    AND volunteers_is_vetted(c.id, n.until_day))
      OR EXISTS (SELECT 1 FROM people_staff s
                  WHERE s.id = one.companion_staff_id AND s.agency_id = n.agency_id AND s.is_active{practises})
    FROM volunteers_need n WHERE n.id = one.need_id;
$$;
CREATE OR REPLACE FUNCTION volunteers_check_match() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM volunteers_volunteer WHERE id IN (NEW.volunteer_id, NEW.companion_id) FOR SHARE;
  PERFORM 1 FROM volunteers_need WHERE id = NEW.need_id FOR SHARE;
  IF EXISTS (SELECT 1 FROM unnest({goes}) who
              WHERE NOT EXISTS (SELECT 1 FROM volunteers_volunteer v JOIN volunteers_need n ON n.agency_id = v.agency_id
                                 WHERE v.id = who AND n.id = NEW.need_id AND v.state IN ('new', 'vetted'))) THEN
    RAISE EXCEPTION 'volunteers_nobody_stopped: this volunteer is not at work' USING ERRCODE = 'check_violation';
  END IF;
  IF volunteers_may_go(NEW) IS NOT TRUE THEN
    RAISE EXCEPTION 'volunteers_never_alone: not vetted, and a child or an older person may be there'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
"""
EMPTY = (
    "ALTER POLICY volunteers_vetting_change ON volunteers_vetting"
    " WITH CHECK ((SELECT ask_kind()) = 'staff' AND volunteers_volunteer_seen(volunteer_id){})"
)
BOTH = "array_remove(ARRAY[NEW.volunteer_id, NEW.companion_id], NULL)"


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0003_words_are_the_clients"), ("people", "0001_people")]

    operations = [
        migrations.RunSQL(
            RULES.format(since=SINCE, practises=PRACTISES, goes=BOTH),
            RULES.format(since="", practises="", goes="ARRAY[NEW.volunteer_id]"),
        ),
        migrations.RunSQL(EMPTY.format(""), EMPTY.format(" AND by_id = (SELECT ask_staff())")),
    ]
