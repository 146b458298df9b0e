"""Which conversations of a supervisor's unit go on, and for how long nobody has written. Nothing is read."""

from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from rangkul.base.asking import Asker
from rangkul.support.counselling.models import Message, Room, Seat
from rangkul.support.counselling.states import Lane, RoomState

_SHOWN = 50


def open_in_unit(by: Asker) -> list[Room]:
    """Open rooms of the unit in which the asker does not sit: the red first, then those in which an answer is due, then
    the longest silent. Each with `spoke_at`, when somebody last wrote there. Empty for whoever is no supervisor."""
    if not by.has("supervisor"):
        return []
    sits = Seat.objects.filter(room=OuterRef("pk"), staff_id=by.staff_id, left_at=None)
    words = Message.objects.filter(room=OuterRef("pk"), lane=Lane.ROOM, line="").order_by("-number")
    rows = Room.objects.filter(~Exists(sits), unit_id=by.unit_id, state=RoomState.OPEN)
    rows = rows.annotate(spoke_at=Coalesce(Subquery(words.values("at")[:1]), "taken_at"))
    return list(rows.select_related("key", "owner").order_by("-red", "answer_due", "spoke_at")[:_SHOWN])
