"""What was told of a life is the team's working paper: read by staff through the case; only its end is ever written to."""

from django.db import migrations

from rangkul.base.rls import keep_versions, protect, through

SEE = f"(SELECT ask_kind()) = 'staff' AND {through('cases_case', 'pictures_lifeevent.case_id')}"


class Migration(migrations.Migration):
    dependencies = [("pictures", "0007_what_happened_in_a_life"), ("cases", "0002_who_sees_what")]

    operations = [
        protect("pictures_lifeevent", see=SEE, columns="ended_on, ended_by_id, ended_because"),
        keep_versions("pictures_lifeevent"),
    ]
