"""News that reached nobody waits for whoever counsels, until they say that they know."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("counselling", "0021_a_lost_wish_is_seen")]

    operations = [
        migrations.AddField("newswish", "known_at", models.DateTimeField(blank=True, null=True)),
        migrations.RunSQL(
            "GRANT UPDATE (known_at) ON counselling_newswish TO rangkul_app",
            "REVOKE UPDATE (known_at) ON counselling_newswish FROM rangkul_app",
        ),
    ]
