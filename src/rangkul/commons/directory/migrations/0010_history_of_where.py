"""Where a service is given is a part of its entry: that it left a place is kept as everything else is."""

from django.db import migrations

from rangkul.base.rls import keep_versions


class Migration(migrations.Migration):
    dependencies = [("directory", "0009_nobody_edits_what_they_said")]
    operations = [keep_versions("directory_serviceatlocation")]
