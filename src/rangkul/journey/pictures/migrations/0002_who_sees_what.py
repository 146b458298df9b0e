"""Relation lines are the team's working papers: read by staff through the case, drawn and ended by people alone."""

from django.db import migrations

from rangkul.base.rls import keep_versions, protect, through

SEE = f"(SELECT ask_kind()) = 'staff' AND {through('cases_case', 'pictures_familytie.case_id')}"


class Migration(migrations.Migration):
    dependencies = [("pictures", "0001_family_ties"), ("cases", "0002_who_sees_what")]

    operations = [
        protect("pictures_familytie", see=SEE, columns="ended_on, ended_by_id, ended_because"),
        keep_versions("pictures_familytie"),
    ]
