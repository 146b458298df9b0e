"""A worker sees their own keys, an admin those of partners; only the end of a key can be changed by hand."""

import django.db.models.deletion
from django.db import migrations, models

from rangkul.base.rls import APP

KIND = "(SELECT ask_kind())"
OWN = f"({KIND} = 'staff' AND staff_id = (SELECT ask_staff()) AND agency_id = (SELECT ask_agency()))"
PARTNERS = (
    f"({KIND} = 'staff' AND staff_id IS NULL AND agency_id = (SELECT ask_agency()) AND (SELECT ask_role('admin')))"
)
LOGIN = f"{KIND} = 'login'"
KEEPS = f"{OWN} OR {PARTNERS}"

POLICIES = f"""
DROP POLICY api_apitoken_see ON api_apitoken;
DROP POLICY api_apitoken_add ON api_apitoken;
DROP POLICY api_apitoken_change ON api_apitoken;
CREATE POLICY api_apitoken_see ON api_apitoken FOR SELECT TO {APP} USING ({KEEPS} OR {LOGIN});
CREATE POLICY api_apitoken_add ON api_apitoken FOR INSERT TO {APP} WITH CHECK ({KEEPS});
CREATE POLICY api_apitoken_change ON api_apitoken FOR UPDATE TO {APP} USING ({KEEPS}) WITH CHECK ({KEEPS});
REVOKE UPDATE ON api_apitoken FROM {APP};
GRANT UPDATE (revoked_at) ON api_apitoken TO {APP};
"""
OLD = "staff_id = (SELECT ask_staff())"
BACK = f"""
DROP POLICY api_apitoken_see ON api_apitoken;
DROP POLICY api_apitoken_add ON api_apitoken;
DROP POLICY api_apitoken_change ON api_apitoken;
CREATE POLICY api_apitoken_see ON api_apitoken FOR SELECT TO {APP} USING ({OLD} OR {LOGIN});
CREATE POLICY api_apitoken_add ON api_apitoken FOR INSERT TO {APP} WITH CHECK ({OLD});
CREATE POLICY api_apitoken_change ON api_apitoken FOR UPDATE TO {APP} USING ({OLD}) WITH CHECK ({OLD});
GRANT UPDATE ON api_apitoken TO {APP};
"""
# With the owner's right, because nobody may change the time by hand. A use is no new state of the key: no version.
USED = """
CREATE FUNCTION api_key_used(wanted uuid) RETURNS void SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE sql AS $$
  UPDATE api_apitoken SET last_used_at = now()
   WHERE id = wanted AND (last_used_at IS NULL OR last_used_at < now() - interval '10 minutes')
$$;
DROP TRIGGER keep_version ON api_apitoken;
CREATE TRIGGER keep_version BEFORE UPDATE OF staff_id, agency_id, label, digest, scopes, hourly, ends_at, revoked_at
  OR DELETE ON api_apitoken FOR EACH ROW EXECUTE FUNCTION keep_version();
"""
NOT_USED = """
DROP TRIGGER keep_version ON api_apitoken;
CREATE TRIGGER keep_version BEFORE UPDATE OR DELETE ON api_apitoken FOR EACH ROW EXECUTE FUNCTION keep_version();
DROP FUNCTION api_key_used(uuid);
"""


class Migration(migrations.Migration):
    dependencies = [("api", "0002_keys_of_partners")]

    operations = [
        migrations.AlterField(
            "apitoken",
            "agency",
            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"),
        ),
        migrations.AddConstraint(
            "apitoken",
            models.CheckConstraint(
                condition=models.Q(scopes__contained_by=["submit", "follow"], staff__isnull=True)
                | models.Q(scopes__contained_by=["search", "read", "record"], staff__isnull=False),
                name="api_apitoken_scopes_fit_owner",
                violation_error_message="Izin ini bukan untuk kunci semacam itu.",
            ),
        ),
        migrations.AddConstraint(
            "apitoken",
            models.CheckConstraint(
                condition=models.Q(scopes__len__gt=0),
                name="api_apitoken_opens_something",
                violation_error_message="Pilih paling sedikit satu izin.",
            ),
        ),
        migrations.AddConstraint(
            "apitoken",
            models.CheckConstraint(
                condition=models.Q(hourly__gte=1, hourly__lte=5_000),
                name="api_apitoken_hourly_bounded",
                violation_error_message="Batas per jam harus antara 1 dan 5.000.",
            ),
        ),
        migrations.RunSQL(POLICIES, BACK),
        migrations.RunSQL(USED, NOT_USED),
    ]
