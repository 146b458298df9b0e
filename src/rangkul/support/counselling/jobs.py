"""What runs by itself: words that nobody agreed to keep are erased when their days are over."""

from rangkul.base import asking, work
from rangkul.base.clock import now
from rangkul.support.counselling.actions import erase
from rangkul.support.counselling.models import Room

AT_ONCE = 200


@work.periodic("0 23 * * * *", name="counselling.erase")
def erase_words() -> None:
    by = asking.current()
    for room in Room.objects.filter(erase_at__lte=now(), state="ended").order_by("erase_at")[:AT_ONCE]:
        erase(by=by, room=room)
