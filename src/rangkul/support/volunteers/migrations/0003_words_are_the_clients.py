"""What a volunteer was told and what the client said of it is no ticket's: the copy of a client comes by a worker's hand."""

from django.db import migrations

from rangkul.base.rls import narrow


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0002_who_sees_what")]

    operations = [
        narrow("volunteers_matchnote", "for_staff", "coalesce((SELECT ask_kind()), '') IN ('staff', 'job')"),
    ]
