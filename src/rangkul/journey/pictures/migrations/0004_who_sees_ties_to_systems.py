"""Ties to systems are the team's working papers: read by staff through the case; only their end is ever written to."""

from django.db import migrations

from rangkul.base.rls import keep_versions, protect, through

SEE = f"(SELECT ask_kind()) = 'staff' AND {through('cases_case', 'pictures_systemtie.case_id')}"


class Migration(migrations.Migration):
    dependencies = [("pictures", "0003_ties_to_systems"), ("cases", "0002_who_sees_what")]

    operations = [
        protect("pictures_systemtie", see=SEE, columns="ended_on, ended_by_id, ended_because"),
        keep_versions("pictures_systemtie"),
    ]
