"""The cache of the framework as a table: a used code and a counted attempt are known to every web process at once."""

from django.db import migrations

TABLE = """
CREATE TABLE django_cache (
  cache_key varchar(255) PRIMARY KEY,
  value text NOT NULL,
  expires timestamp with time zone NOT NULL
);
CREATE INDEX django_cache_expires ON django_cache (expires);
GRANT SELECT, INSERT, UPDATE, DELETE ON django_cache TO rangkul_app;
"""


class Migration(migrations.Migration):
    dependencies = [("web", "0001_framework_rights")]

    operations = [migrations.RunSQL(TABLE, "DROP TABLE django_cache")]
