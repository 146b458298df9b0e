"""Supervisors and heads say whether the list of danger words fits where they work."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
from rangkul.base.rls import append_only, protect

STAFF = "(SELECT ask_kind()) = 'staff'"
OURS = f"{STAFF} AND agency_id = (SELECT ask_agency())"
MINE = f"{OURS} AND by_id = (SELECT ask_staff()) AND (SELECT ask_role('supervisor', 'pimpinan'))"


class Migration(migrations.Migration):
    dependencies = [
        ("crisis", "0011_a_device_calls_for_help"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="WordsReview",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "verdict",
                    models.CharField(
                        choices=[("usable", "Bisa dipakai di daerah kami"), ("lacking", "Ada yang kurang")],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=2000)),
                (
                    "agency",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="people.agency"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["agency", "-made_at"], name="crisis_wordsreview_of_agency")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verdict", "usable"), models.Q(("words", ""), _negated=True), _connector="OR"
                        ),
                        name="crisis_wordsreview_says_what_lacks",
                        violation_error_message="Tulis apa yang kurang.",
                    )
                ],
            },
        ),
        protect("crisis_wordsreview", see=OURS, add=MINE, keep=True),
        append_only("crisis_wordsreview"),
    ]
