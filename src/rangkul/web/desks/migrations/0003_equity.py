"""The equity report: numbers of groups, written by one job, read by who leads; and what that job may know of persons."""

from django.db import migrations, models

import rangkul.base.clock
from rangkul.base.rls import protect

COUNTS = "(SELECT ask_kind()) = 'job' AND (SELECT ask_name()) = 'desks.equity'"

# With the owner's eyes, for the counting job alone: sex and day of birth of those who asked, no name and no number.
WHO_ASKED = """
CREATE FUNCTION desks_who_asked(since timestamptz, until timestamptz)
  RETURNS TABLE (request uuid, sex varchar, birth_date date)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.id, p.sex, p.birth_date FROM intake_request r JOIN people_person p ON p.id = r.person_id
   WHERE ask_kind() = 'job' AND ask_name() = 'desks.equity' AND r.received_at >= since AND r.received_at < until
$$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("desks", "0002_labels_of_the_numbers"),
        ("intake", "0001_requests"),
        ("people", "0001_people"),
    ]

    operations = [
        migrations.CreateModel(
            name="EquityCount",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("agency_id", models.UUIDField()),
                ("quarter", models.CharField(max_length=6)),
                ("until", models.DateField()),
                ("counted_at", models.DateTimeField(default=rangkul.base.clock.now)),
                (
                    "dimension",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sex", "Jenis kelamin"),
                            ("age", "Umur"),
                            ("disability", "Disabilitas"),
                            ("area", "Wilayah"),
                            ("unit", "Unit"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=40)),
                ("became", models.CharField(blank=True, max_length=9)),
                ("n", models.IntegerField(null=True)),
                ("first_hours", models.FloatField(null=True)),
                ("decided_hours", models.FloatField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agency_id", "quarter", "counted_at", "dimension", "name", "became"),
                        name="desks_equity_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("n__isnull", True), ("n", 0), ("n__gte", 5), _connector="OR"),
                        name="desks_equity_no_small_number",
                        violation_error_message="Angka di bawah 5 tidak disimpan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_hours__isnull", True), ("first_hours__isnull", True)),
                            models.Q(("became", ""), ("n__gte", 5)),
                            _connector="OR",
                        ),
                        name="desks_equity_wait_of_those_told",
                        violation_error_message=(
                            "Waktu tunggu hanya disimpan untuk kelompok yang jumlahnya ditunjukkan."
                        ),
                    ),
                ]
            },
        ),
        protect(
            "desks_equitycount",
            see=f"({COUNTS}) OR (agency_id = (SELECT ask_agency()) AND (SELECT ask_role('pimpinan', 'supervisor')))",
            add=COUNTS,
            keep=True,
        ),
        migrations.RunSQL(WHO_ASKED, "DROP FUNCTION desks_who_asked(timestamptz, timestamptz)"),
    ]
