"""Help lines: public knowledge, so no row-level security; the application reads, adds and changes, never deletes."""

import django.contrib.postgres.fields
import django.db.models
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids

RIGHTS = "GRANT SELECT, INSERT, UPDATE ON crisis_hotline TO rangkul_app; REVOKE DELETE, TRUNCATE ON crisis_hotline FROM rangkul_app;"


class Migration(migrations.Migration):
    initial = True
    dependencies = [("base", "0001_ground")]
    operations = [
        migrations.CreateModel(
            name="Hotline",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("key", models.SlugField(max_length=40, unique=True)),
                ("name_id", models.CharField(max_length=80)),
                ("name_en", models.CharField(max_length=80)),
                ("number", models.CharField(max_length=40)),
                ("dial", models.CharField(blank=True, max_length=20)),
                ("kind", models.CharField(choices=[("short", "Short"), ("e164", "E164")], max_length=5)),
                ("whatsapp", models.CharField(blank=True, max_length=16)),
                ("website", models.URLField(blank=True, max_length=120)),
                ("national", models.BooleanField(default=True)),
                (
                    "area_codes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=13), blank=True, default=list, size=None
                    ),
                ),
                ("hours_said", models.CharField(blank=True, max_length=160)),
                ("hours", models.CharField(blank=True, max_length=80)),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=24), blank=True, default=list, size=None
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("active", "Active"), ("unconfirmed", "Unconfirmed"), ("closed", "Closed")],
                        max_length=11,
                    ),
                ),
                ("verified_on", models.DateField(blank=True, null=True)),
                ("verification", models.CharField(blank=True, max_length=160)),
                ("note", models.CharField(blank=True, max_length=200)),
                ("own", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dial", ""), ("website", ""), ("whatsapp", ""), _negated=True),
                            ("status", "closed"),
                            _connector="OR",
                        ),
                        name="crisis_hotline_reachable",
                        violation_error_message="Saluran bantuan memerlukan nomor, WhatsApp, atau situs.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind", "short"), ("dial", ""), ("dial__startswith", "+"), _connector="OR"),
                        name="crisis_hotline_e164",
                        violation_error_message="Nomor internasional diawali tanda tambah.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "closed"),
                            models.Q(("number__contains", "500-454"), _negated=True),
                            _connector="OR",
                        ),
                        name="crisis_hotline_not_dead",
                        violation_error_message="Nomor ini sudah tutup dan tidak boleh ditampilkan.",
                    ),
                ],
            },
        ),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
    ]
