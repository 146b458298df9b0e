"""The client rates the working together in one way. The instrument that asked the same can be chosen no more; what was
answered to it stays readable, by those who read ratings and by nobody else: its team, and the client where it was shared.
"""

from django.db import migrations

KEY = "alliance_own"
RETIRED = "instruments_administration_retired_feedback"
VERSIONS = """
SELECT v.id FROM instruments_instrumentversion v JOIN instruments_instrument i ON i.id = v.instrument_id
 WHERE i.key = %s AND i.agency_id IS NULL
"""
SWITCH_OFF = "UPDATE instruments_instrument SET active = false WHERE key = %s AND agency_id IS NULL"
NARROW = f"""
CREATE POLICY {RETIRED} ON instruments_administration AS RESTRICTIVE FOR SELECT TO rangkul_app
  USING (version_id <> ALL ({{versions}}) OR (SELECT ask_kind()) = 'ticket' OR plans_in_team(case_id))
"""


def retire(apps, schema_editor):
    """Where it was never loaded there is nothing to retire, and nothing to ask of every answer."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(SWITCH_OFF, [KEY])
        cursor.execute(VERSIONS, [KEY])
        versions = [str(row[0]) for row in cursor.fetchall()]
        if versions:
            listed = ", ".join(f"'{one}'::uuid" for one in versions)
            cursor.execute(NARROW.format(versions=f"ARRAY[{listed}]"))


def take_up_again(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(f"DROP POLICY IF EXISTS {RETIRED} ON instruments_administration")
        cursor.execute("UPDATE instruments_instrument SET active = true WHERE key = %s AND agency_id IS NULL", [KEY])


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0008_ask_what_is_our_own"),
        ("instruments", "0002_who_sees_what"),
    ]

    operations = [migrations.RunPython(retire, take_up_again)]
