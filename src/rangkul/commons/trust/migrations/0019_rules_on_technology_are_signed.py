"""An agency's rules on technology, by version, and who signed which. Nothing of either is ever changed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
from rangkul.base.rls import protect

STAFF = "(SELECT ask_kind()) = 'staff'"
MY_AGENCY = "agency_id = (SELECT ask_agency())"
OFFICE = f"{STAFF} AND {MY_AGENCY}"
DECIDES = f"{OFFICE} AND (SELECT ask_role('pimpinan', 'admin'))"
MYSELF = f"{OFFICE} AND staff_id = (SELECT ask_staff())"


def own(**more):
    return [
        ("id", models.UUIDField(default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
        ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
        *more.items(),
    ]


def to(model, name="+"):
    return models.ForeignKey(to=model, on_delete=django.db.models.deletion.PROTECT, db_index=False, related_name=name)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_people"),
        ("trust", "0018_a_stop_is_confirmed_by_who_had_it"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PracticePolicy",
            fields=own(
                version=models.PositiveSmallIntegerField(),
                parts=models.JSONField(),
                changed=models.CharField(max_length=400, blank=True),
                agency=to("people.agency"),
                by=to(settings.AUTH_USER_MODEL),
            ),
            options={
                "constraints": [
                    models.UniqueConstraint(
                        name="trust_practicepolicy_version_once",
                        fields=["agency", "version"],
                        violation_error_message="Pedoman ini baru saja diubah orang lain. Buka lagi halamannya.",
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="PracticeSignature",
            fields=own(
                agency=to("people.agency"),
                policy=to("trust.practicepolicy", "signatures"),
                staff=to(settings.AUTH_USER_MODEL),
            ),
            options={"indexes": [models.Index(fields=["policy", "staff", "-made_at"], name="trust_practice_signed")]},
        ),
        protect("trust_practicepolicy", see=OFFICE, add=DECIDES, keep=True),
        protect("trust_practicesignature", see=OFFICE, add=MYSELF, keep=True),
    ]
