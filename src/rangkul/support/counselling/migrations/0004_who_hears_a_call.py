"""A call is seen with its room; only who sits there asks and signals, under their own seat. What the browsers told each
other names network addresses, so it can be removed, and is as soon as the call is over.
"""

from django.db import migrations

from rangkul.base.rls import protect, through

OF_ROOM = through("counselling_room", "counselling_call.room_id")
OF_CALL = through("counselling_call", "counselling_callsignal.call_id")


class Migration(migrations.Migration):
    dependencies = [("counselling", "0003_calls")]

    operations = [
        protect(
            "counselling_call",
            see=OF_ROOM,
            add=f"{OF_ROOM} AND counselling_own_seat(caller_id, '')",
            change=OF_ROOM,
            columns="state, other_id, answered_at, ended_at, ending",
        ),
        protect(
            "counselling_callsignal",
            see=OF_CALL,
            add=f"{OF_CALL} AND counselling_own_seat(seat_id, '')",
            keep=True,
            delete=True,
        ),
    ]
