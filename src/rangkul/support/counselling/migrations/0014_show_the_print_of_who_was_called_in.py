"""A supervisor who was called in was told to the client, and reads; so the client compares that key too. Whoever only
sits beside the room stays untold."""

from importlib import import_module

from django.db import migrations

_before = import_module("rangkul.support.counselling.migrations.0006_who_holds_a_key").HOLDERS
_HIDDEN = "AND (ask_kind() <> 'ticket' OR t.role <> 'supervisor')"
_TOLD = """AND (ask_kind() <> 'ticket' OR t.role <> 'supervisor' OR EXISTS (
           SELECT 1 FROM counselling_message m WHERE m.room_id = r.id AND m.seat_id = t.id AND m.lane = 'room'))"""


def _again(words: str) -> str:
    return words.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)


class Migration(migrations.Migration):
    dependencies = [("counselling", "0013_keep_when_letters_were_sealed")]

    operations = [migrations.RunSQL(_again(_before.replace(_HIDDEN, _TOLD)), _again(_before))]
