"""A room keeps when its client last said where they are and whether it is safe: that holds for a session, not for ever."""

from django.db import migrations, models
from django.db.models.functions import Now

import rangkul.base.clock


class Migration(migrations.Migration):
    dependencies = [("counselling", "0017_seal_files_in_the_browser")]

    operations = [
        migrations.AddField(
            model_name="room",
            name="here_at",
            field=models.DateTimeField(default=rangkul.base.clock.now, db_default=Now()),
        ),
        # Reversing drops the column.
        migrations.RunSQL("UPDATE counselling_room SET here_at = began_at", migrations.RunSQL.noop),
    ]
