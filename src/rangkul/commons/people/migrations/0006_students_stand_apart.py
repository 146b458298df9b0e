"""A student in practicum holds no other role and belongs to no unit, whose rights its people hold."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0005_staff_first_password"),
    ]

    operations = [
        migrations.AlterField(
            model_name="staff",
            name="roles",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("peksos", "Pekerja sosial"),
                        ("junior", "Pekerja sosial junior"),
                        ("supervisor", "Supervisor"),
                        ("pimpinan", "Pimpinan lembaga"),
                        ("admin", "Admin"),
                        ("pdp", "Pejabat pelindungan data"),
                        ("auditor", "Auditor"),
                        ("praktikan", "Praktikan (mahasiswa)"),
                    ],
                    max_length=12,
                ),
                default=list,
                size=None,
            ),
        ),
        migrations.AddConstraint(
            model_name="staff",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("roles__contains", ["praktikan"]), _negated=True),
                    models.Q(("roles", ["praktikan"]), ("unit__isnull", True)),
                    _connector="OR",
                ),
                name="people_staff_student_stands_apart",
                violation_error_message="Praktikan tidak memegang peran lain dan tidak menjadi anggota unit.",
            ),
        ),
    ]
