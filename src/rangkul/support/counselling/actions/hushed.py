"""Somebody looked after a room that its code word closed."""

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.support.counselling import policy
from rangkul.support.counselling.actions.clock import answered
from rangkul.support.counselling.actions.rows import about, lock_living
from rangkul.support.counselling.actions.talking import say
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.states import Lane


@action("room.hush_seen", may=policy.may_see_to)
def see_to(*, by: Asker, room: Room, text: str) -> Done:
    """Says what was done, beside the room: the client reads nothing of it. It stops waiting and climbing until they
    come back; what is said more afterwards is kept beside it too, and changes nothing."""
    room = lock_living(room)
    if room.hushed_at is None:
        raise Refused(_("Klien sudah kembali ke ruang ini. Jawab dia di ruang."), code="returned")
    if not text.strip():
        raise Refused(_("Tulis apa yang sudah Anda lakukan."), field="text", code="empty")
    said = say(by=by, room=room, text=text, lane=Lane.ASIDE)
    waited = room.answer_due is not None
    answered(room)
    return about(room, silent=not waited, number=said.number)
