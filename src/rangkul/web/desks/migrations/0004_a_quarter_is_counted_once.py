"""A quarter is counted once, when it is over: of two countings of it the few who came between could be told."""

from django.db import migrations, models

# Of each quarter the last counting stays, and none of one that was still running.
EARLIER = """
DELETE FROM desks_equitycount e
 WHERE extract(day FROM until) <> 1 OR extract(month FROM until) NOT IN (1, 4, 7, 10)
    OR EXISTS (SELECT 1 FROM desks_equitycount later WHERE later.agency_id = e.agency_id
                AND later.quarter = e.quarter AND later.counted_at > e.counted_at)
"""


class Migration(migrations.Migration):
    dependencies = [("desks", "0003_equity")]

    operations = [
        migrations.RunSQL(EARLIER, migrations.RunSQL.noop),
        migrations.RemoveConstraint("equitycount", "desks_equity_once"),
        migrations.AddConstraint(
            "equitycount",
            models.UniqueConstraint(
                fields=("agency_id", "quarter", "dimension", "name", "became"), name="desks_equity_once"
            ),
        ),
        migrations.AddConstraint(
            "equitycount",
            models.CheckConstraint(
                condition=models.Q(("until__day", 1), ("until__month__in", [1, 4, 7, 10])),
                name="desks_equity_of_a_whole_quarter",
                violation_error_message="Hanya triwulan yang sudah selesai yang dihitung.",
            ),
        ),
    ]
