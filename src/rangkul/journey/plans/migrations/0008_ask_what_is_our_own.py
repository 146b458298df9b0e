"""Four questions of our own about the working together; answers to the three of before are kept and read as they were."""

from django.db import migrations, models

_NUMBER = {"blank": True, "null": True}
EVERY = ("heard", "matters", "free", "next_step", "together", "useful", "safe")
IN_RANGE = models.Q(
    *[models.Q((f"{name}__isnull", True), (f"{name}__range", (0, 10)), _connector="OR") for name in EVERY]
)
ANY = models.Q(*[models.Q((f"{name}__isnull", False)) for name in EVERY], _connector="OR")


class Migration(migrations.Migration):
    dependencies = [("plans", "0007_remind_of_the_next_review")]

    operations = [
        migrations.RemoveConstraint("alliancerating", "plans_alliance_in_range"),
        migrations.RemoveConstraint("alliancerating", "plans_alliance_says_something"),
        *[
            migrations.AddField("alliancerating", name, models.PositiveSmallIntegerField(**_NUMBER))
            for name in ("matters", "free", "next_step")
        ],
        migrations.AddConstraint(
            "alliancerating",
            models.CheckConstraint(
                condition=IN_RANGE,
                name="plans_alliance_in_range",
                violation_error_message="Pilih angka 0 sampai 10.",
            ),
        ),
        migrations.AddConstraint(
            "alliancerating",
            models.CheckConstraint(
                condition=ANY,
                name="plans_alliance_says_something",
                violation_error_message="Jawab paling sedikit satu pertanyaan.",
            ),
        ),
    ]
