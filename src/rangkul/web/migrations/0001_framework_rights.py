"""What the libraries may remove from their own tables. Our tables say so themselves, row by row."""

from django.db import migrations

REMOVABLE = (
    "django_session",
    "mfa_authenticator",
    "account_emailaddress",
    "account_emailconfirmation",
    "axes_accessattempt",
    "axes_accessattemptexpiration",
    "axes_accesslog",
    "axes_accessfailurelog",
    "procrastinate_jobs",
    "procrastinate_events",
    "procrastinate_periodic_defers",
    "procrastinate_workers",
)


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0001_ground"),
        ("sessions", "0001_initial"),
        ("account", "__latest__"),
        ("mfa", "__latest__"),
        ("axes", "__latest__"),
        ("procrastinate", "__latest__"),
    ]

    operations = [
        migrations.RunSQL(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO rangkul_app", migrations.RunSQL.noop)
        for table in REMOVABLE
    ]
