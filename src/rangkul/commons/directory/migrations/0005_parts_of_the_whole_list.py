"""Whether a place of a service may be told is asked of all services at once where the whole list is read, instead of one
after another by a function: 46,000 places were counted in a second."""

from django.db import migrations

_SEE = "((SELECT ask_kind()) IN ('staff', 'job') OR ((SELECT ask_kind()) IS NOT NULL AND %s))"
_EACH = "directory_shown(service_id)"
_AT_ONCE = (
    "EXISTS (SELECT 1 FROM directory_service s JOIN directory_organization o ON o.id = s.organization_id"
    " WHERE s.id = directory_serviceatlocation.service_id AND s.public AND o.public)"
)
_POLICY = "ALTER POLICY directory_serviceatlocation_see ON directory_serviceatlocation USING (%s)"


class Migration(migrations.Migration):
    dependencies = [("directory", "0004_pages_of_public_services")]

    operations = [migrations.RunSQL(_POLICY % (_SEE % _AT_ONCE), _POLICY % (_SEE % _EACH))]
