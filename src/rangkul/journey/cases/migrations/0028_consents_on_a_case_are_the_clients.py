"""What a client answered about their data on their case is read by their own ticket, not by that of who asked for them.
What was agreed to for one referral stands with that referral."""

from django.db import migrations

from rangkul.base.rls import narrow


class Migration(migrations.Migration):
    dependencies = [("cases", "0027_tasks_are_shown_by_a_worker"), ("trust", "0002_who_sees_what")]

    operations = [
        narrow(
            "trust_consent",
            "on_a_case",
            "coalesce((SELECT ask_kind()), '') <> 'ticket' OR subject_kind <> 'case'"
            " OR starts_with(text_version, 'rujukan-') OR cases_reads_own(subject_id)",
        )
    ]
