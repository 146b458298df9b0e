"""That a room was sealed is a decision about it: the version before it is kept like that of the others."""

from django.db import migrations

BEFORE = ("unit_id", "owner_id", "case_id", "state", "kind", "in_file", "hushed_at", "ended_at", "erase_at", "noted")


def versions(watched: tuple[str, ...]) -> str:
    old, new = (", ".join(f"{row}.{name}" for name in watched) for row in ("OLD", "NEW"))
    return (
        "DROP TRIGGER keep_version ON counselling_room;"
        " CREATE TRIGGER keep_version BEFORE UPDATE ON counselling_room FOR EACH ROW"
        f" WHEN (({old}) IS DISTINCT FROM ({new})) EXECUTE FUNCTION keep_version()"
    )


class Migration(migrations.Migration):
    dependencies = [("counselling", "0012_who_sees_groups")]

    operations = [migrations.RunSQL(versions((*BEFORE, "end_to_end")), versions(BEFORE))]
