"""A pregnancy is seen by who sees the mother, and the father where one is named."""

from django.db import migrations

from rangkul.base.rls import keep_versions, protect, through

SEE = (
    f"{through('people_person', 'mother_id')} AND (father_id IS NULL OR {through('people_person', 'father_id')})"
    " AND (SELECT ask_kind()) = 'staff'"
)


class Migration(migrations.Migration):
    dependencies = [
        ("trust", "0010_legal_holds"),
        ("people", "0004_kinds_of_kinship_and_pregnancies"),
    ]

    operations = [
        protect("people_pregnancy", see=SEE, columns='outcome, "on", year_only'),
        keep_versions("people_pregnancy"),
    ]
