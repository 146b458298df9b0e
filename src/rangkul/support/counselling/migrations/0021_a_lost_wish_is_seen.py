"""A wish that reaches nobody ends without its address; the client reads so, and who sees the request."""

from django.db import migrations, models

from rangkul.base.rls import also_see, through

SEEN = f"lost_at IS NOT NULL AND (SELECT ask_kind()) = 'staff' AND {through('intake_request', 'request_id')}"


class Migration(migrations.Migration):
    dependencies = [("counselling", "0020_who_steps_aside_reads_no_room")]

    operations = [
        migrations.AddField("newswish", "lost_at", models.DateTimeField(blank=True, null=True)),
        migrations.RemoveConstraint("newswish", "counselling_newswish_reaches_somewhere"),
        migrations.AddConstraint(
            "newswish",
            models.CheckConstraint(
                name="counselling_newswish_reaches_somewhere",
                condition=models.Q(reach_at__isnull=False, lost_at__isnull=True)
                | models.Q(reach_at__isnull=True, lost_at__isnull=False, due_at__isnull=True),
            ),
        ),
        migrations.RunSQL(
            "GRANT UPDATE (reach_at, lost_at) ON counselling_newswish TO rangkul_app",
            "REVOKE UPDATE (reach_at, lost_at) ON counselling_newswish FROM rangkul_app",
        ),
        also_see("counselling_newswish", "lost", SEEN),
    ]
