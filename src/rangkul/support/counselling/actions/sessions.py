"""Where the client is, who can come to them there and whether it is safe: said when a room begins, and asked again at
the start of each session, because a letter room lives for weeks."""

from datetime import timedelta

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.entry.intake.states import Safe
from rangkul.support.counselling import policy
from rangkul.support.counselling.actions.beginning import refuse_unnamed
from rangkul.support.counselling.actions.rows import about, lock_living, sitting, spoke
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.words import plain

# So long what was said holds; whoever comes back later may be somewhere else, with somebody else.
SESSION = timedelta(hours=3)


def asks_again(room: Room) -> bool:
    return room.lives and room.here_at <= clock.now() - SESSION


@action("room.placed", may=policy.is_client)
def say_where(*, by: Asker, room: Room, place: str, nearby: str = "", safe: str = Safe.UNKNOWN) -> Done:
    """The client says it for this session. Where and who can come are answered, "nobody" too; nothing is taken over
    from last time, and whether it is safe stays unknown where it was left open."""
    room = lock_living(room)
    before = (room.place, room.nearby, room.safe)
    fresh = not asks_again(room)
    take_answers(room, place, nearby, safe)
    if fresh and (room.place, room.nearby, room.safe) == before:
        return about(room, silent=True)
    room.save(update_fields=ANSWERS)
    sitting(by, room)
    spoke(room)
    return about(room, safe=room.safe)


ANSWERS = ["place", "nearby", "safe", "here_at"]


def take_answers(room: Room, place: str, nearby: str, safe: str) -> None:
    """Onto the room, which is not saved yet. Raises Refused for what was not answered."""
    place, nearby = plain(place).strip(), plain(nearby).strip()
    if not place:
        raise Refused(_("Tulis di mana Anda sekarang, supaya pertolongan bisa sampai."), field="place")
    refuse_unnamed(nearby)
    room.place, room.nearby, room.here_at = place, nearby, clock.now()
    room.safe = safe if safe in Safe.values else Safe.UNKNOWN


def speaks_safely(room: Room, by: Asker) -> None:
    """The client's button for sound says that it is safe here and now; whoever presses it has answered that anew."""
    if by.kind == "ticket" and room.safe != Safe.YES:
        room.safe = Safe.YES
        room.save(update_fields=["safe"])


def refuse_unplaced(room: Room, by: Asker) -> None:
    """Before sound or a picture goes from browser to browser. Raises Refused."""
    if by.kind == "ticket" and asks_again(room):
        raise Refused(
            _("Sebelum berbicara: jawab dulu di atas di mana Anda sekarang dan apakah aman bersuara."), code="where"
        )
    # However old it is: a no stays a no until the client says otherwise.
    if by.kind == "staff" and room.safe == Safe.NO:
        raise Refused(
            _("Klien berkata: tidak aman. Deringnya bisa terdengar. Tulis dulu, tanyakan apakah ia sendirian."),
            code="unsafe",
        )
