"""People, groups and places of a neighbourhood: seen by the workers of one agency, persons only with their consent."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
from rangkul.base.rls import protect

OURS = (
    "(SELECT ask_kind()) = 'staff' AND agency_id = (SELECT ask_agency())"
    " AND ((SELECT ask_practises()) OR (SELECT ask_role('pimpinan')))"
)
AGREED = models.Q(("agreed_on__isnull", False), models.Q(("agreed_how", ""), _negated=True))
STANDS = models.Q(
    ("off_at__isnull", True), ("off_because", ""), ("off_by__isnull", True), models.Q(("name", ""), _negated=True),
    models.Q(("offers", ""), _negated=True),
)  # fmt: skip
EMPTIED = models.Q(
    ("contact", ""), ("name", ""), ("off_at__isnull", False), ("off_by__isnull", False), ("offers", ""),
    models.Q(("off_because", ""), _negated=True),
)  # fmt: skip


def known(to: str, **more) -> models.ForeignKey:
    return models.ForeignKey(
        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=to, **more
    )


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0014_how_far"),
        ("people", "0001_people"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Asset",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("group", "Kelompok atau lembaga"), ("place", "Tempat"), ("person", "Orang")],
                        max_length=6,
                    ),
                ),
                ("psks", models.CharField(blank=True, max_length=10)),
                ("name", models.CharField(blank=True, max_length=120)),
                ("region_code", models.CharField(max_length=13)),
                ("offers", models.CharField(blank=True, max_length=300)),
                ("contact", models.CharField(blank=True, max_length=120)),
                ("agreed_on", models.DateField(blank=True, null=True)),
                (
                    "agreed_how",
                    models.CharField(
                        blank=True, choices=[("written", "Tertulis"), ("spoken", "Lisan")], max_length=7
                    ),
                ),
                ("off_at", models.DateTimeField(blank=True, null=True)),
                (
                    "off_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("withdrawn", "Orangnya menarik persetujuan"),
                            ("gone", "Sudah tidak ada atau pindah"),
                            ("mistake", "Salah catat"),
                        ],
                        max_length=9,
                    ),
                ),
                ("added_by", known(settings.AUTH_USER_MODEL)),
                ("agency", known("people.agency")),
                ("off_by", known(settings.AUTH_USER_MODEL, blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("off_at__isnull", False), _negated=True),
                        fields=["agency", "region_code"], name="directory_asset_of_area",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("kind", "person"), _negated=True), AGREED, _connector="OR"),
                        name="directory_asset_person_agreed",
                        violation_error_message=(
                            "Orang hanya dicatat sesudah ia sendiri setuju: isi kapan dan bagaimana."
                        ),
                    ),
                    models.CheckConstraint(
                        condition=models.Q(STANDS, EMPTIED, _connector="OR"),
                        name="directory_asset_off_says_nothing",
                        violation_error_message=(
                            "Nama dan apa yang ada padanya diisi; yang sudah diturunkan dikosongkan."
                        ),
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("region_code__regex", r"^\d\d\.\d\d\.\d\d(\.\d{4})?$")),
                        name="directory_asset_of_a_kecamatan",
                        violation_error_message="Pilih desa, kelurahan, atau kecamatan.",
                    ),
                ],
            },
        ),
        protect(
            "directory_asset",
            see=OURS,
            columns="name, offers, contact, off_at, off_by_id, off_because",
        ),
    ]  # fmt: skip
