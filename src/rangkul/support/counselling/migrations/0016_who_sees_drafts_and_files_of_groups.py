"""A draft is seen by who writes it alone; a file by who reads its message; how far somebody has read is written by the
verb's own job, so that nobody marks for another."""

from django.db import migrations

from rangkul.base.rls import APP, protect, through

JOB = "(SELECT ask_kind()) = 'job'"
MINE = (
    "((SELECT ask_kind()) = 'ticket' AND seat_id = counselling_own_group_seat(seat_id))"
    " OR ((SELECT ask_kind()) = 'staff' AND counselling_own_leading_seat(seat_id))"
)
OWN = """
CREATE FUNCTION counselling_own_leading_seat(wanted uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT 1 FROM counselling_groupseat s
                  WHERE s.id = wanted AND s.staff_id = ask_staff() AND counselling_leads(s.group_id));
$$;
"""
READ = f"""
GRANT UPDATE (read_to) ON counselling_attendance TO {APP};
CREATE POLICY counselling_attendance_change ON counselling_attendance FOR UPDATE TO {APP}
  USING ({JOB}) WITH CHECK ({JOB});
"""
NOT_READ = f"""
DROP POLICY counselling_attendance_change ON counselling_attendance;
REVOKE UPDATE (read_to) ON counselling_attendance FROM {APP};
"""
OF_ROOM = through("counselling_message", "counselling_enclosure.message_id")
OF_EITHER = f"{OF_ROOM} OR {through('counselling_groupmessage', 'counselling_enclosure.said_id')}"


def sees_files(which: str) -> str:
    return f"""
ALTER POLICY counselling_enclosure_see ON counselling_enclosure USING ({which});
ALTER POLICY counselling_enclosure_add ON counselling_enclosure WITH CHECK ({which});
"""


# As `through` makes it.
SEEN = """
CREATE OR REPLACE FUNCTION counselling_groupmessage_seen(wanted uuid) RETURNS boolean
  STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.counselling_groupmessage WHERE id = wanted); END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("counselling", "0015_files_drafts_and_reading_in_groups")]

    operations = [
        migrations.RunSQL(OWN, "DROP FUNCTION counselling_own_leading_seat(uuid);"),
        protect("counselling_groupdraft", see=f"{JOB} OR {MINE}", delete=True),
        migrations.RunSQL(READ, NOT_READ),
        migrations.RunSQL(
            SEEN + sees_files(OF_EITHER), sees_files(OF_ROOM) + "DROP FUNCTION counselling_groupmessage_seen(uuid);"
        ),
    ]
