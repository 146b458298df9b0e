"""Narrow states write the same tables as the framework's whole ones."""

import pytest
from django.db import connections, migrations, models, transaction
from django.db.migrations.state import ProjectState

from rangkul.base.migrating import NarrowState

pytestmark = pytest.mark.django_db(databases=["default", "owner"])


def count_back(apps, schema_editor):
    """Code of a migration may go from the referred to what refers."""
    house = apps.get_model("uji", "House").objects.using("owner").create(name="Satu")
    house.room_set.create(label="Dapur")
    assert apps.get_model("uji", "Room").objects.using("owner").filter(house__name="Satu").count() == 1
    house.room_set.all().delete()
    house.delete()
    # A real migration ends here, and with it what its keys still had to look at.
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


NUMBER = ("id", models.AutoField(primary_key=True))
OPERATIONS = [
    migrations.CreateModel("House", [NUMBER, ("name", models.CharField(max_length=9))]),
    migrations.CreateModel("Floor", [("house", models.OneToOneField("uji.House", models.CASCADE, primary_key=True))]),
    migrations.CreateModel(
        "Room",
        [
            NUMBER,
            ("house", models.ForeignKey("uji.House", models.CASCADE)),
            ("floor", models.ForeignKey("uji.Floor", models.CASCADE, null=True)),
            ("label", models.CharField(max_length=9)),
        ],
    ),
    migrations.AddField("room", "beside", models.ForeignKey("self", models.SET_NULL, null=True)),
    migrations.AddField("room", "doors", models.ManyToManyField("uji.House", related_name="+")),
    migrations.AddConstraint("room", models.UniqueConstraint(fields=["house", "label"], name="uji_one_label")),
    migrations.AddConstraint("room", models.CheckConstraint(condition=~models.Q(label=""), name="uji_labelled")),
    migrations.AddIndex("room", models.Index(fields=["label", "floor"], name="uji_by_label")),
    migrations.RunPython(count_back),
    # The columns that refer to it follow, one of them through another key.
    migrations.AlterField("house", "id", models.BigAutoField(primary_key=True)),
    migrations.AlterField("room", "label", models.CharField(max_length=20)),
    migrations.RenameField("room", "label", "called"),
    migrations.RemoveConstraint("room", "uji_labelled"),
    migrations.RemoveIndex("room", "uji_by_label"),
    migrations.AddConstraint("room", models.CheckConstraint(condition=models.Q(called__gt=""), name="uji_called")),
    migrations.RemoveField("room", "beside"),
    migrations.RenameModel("House", "Home"),
    migrations.CreateModel("Gone", [NUMBER, ("of", models.ForeignKey("uji.Home", models.CASCADE))]),
    migrations.DeleteModel("Gone"),
]

TABLES = """
SELECT table_name, column_name, data_type, character_maximum_length, is_nullable FROM information_schema.columns
WHERE table_name LIKE 'uji\\_%' ORDER BY 1, 2"""
RULES = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE conrelid::regclass::text LIKE 'uji\\_%' ORDER BY 1, 2"""
INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE tablename LIKE 'uji\\_%' ORDER BY 1"


def written_by(state: ProjectState) -> list[tuple]:
    """What stands in the catalogue after all of them, each a migration of its own; nothing of it stays."""
    owner, found = connections["owner"], []
    with transaction.atomic(using="owner"):
        for operation in OPERATIONS:
            migration = migrations.Migration("uji", "uji")
            migration.operations = [operation]
            with owner.schema_editor() as editor:
                state = migration.apply(state, editor)
        with owner.cursor() as cursor:
            for query in (TABLES, RULES, INDEXES):
                cursor.execute(query)
                found += cursor.fetchall()
        transaction.set_rollback(True, using="owner")
    return found


def test_both_write_the_same_tables():
    narrow = written_by(NarrowState())
    assert narrow == written_by(ProjectState())
    # The key of the house was altered, and whoever refers to it followed.
    assert {row[:3] for row in narrow if row[1] == "house_id"} == {
        ("uji_room", "house_id", "bigint"),
        ("uji_floor", "house_id", "bigint"),
    }


def test_an_operation_sees_the_model_that_it_names_and_the_keys_of_others():
    state = NarrowState()
    for operation in OPERATIONS[:3]:
        operation.state_forwards("uji", state)
    room = state.clone().apps.get_model("uji", "Room")
    assert [field.name for field in room._meta.fields] == ["id", "house", "floor", "label"]
    assert [field.name for field in room._meta.get_field("floor").related_model._meta.fields] == ["house"]
    assert not room._meta.apps.get_model("uji", "House")._meta.related_objects[0].hidden
