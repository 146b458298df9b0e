"""What a worker notes down to do may hold what the client must not read, or who looks over their shoulder: the client
reads their own tasks, and those of staff that a worker shows them."""

from django.db import migrations, models

from rangkul.base.rls import narrow


class Migration(migrations.Migration):
    dependencies = [("cases", "0026_who_takes_part")]

    operations = [
        migrations.AddField("task", "shown", models.BooleanField(db_default=False, default=False)),
        narrow(
            "cases_task",
            "shown_to_client",
            "coalesce((SELECT ask_kind()), '') <> 'ticket' OR owner_kind = 'client' OR shown",
        ),
    ]
