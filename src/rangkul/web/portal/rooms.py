"""The conversation of this ticket, on the page of the ticket: the way back into the room, or into a new one."""

from rangkul.base.asking import Asker
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import State
from rangkul.support.counselling import queries
from rangkul.web.portal.parts import Part

_OVER = (State.WITHDRAWN, State.DECLINED, State.HANDED_OVER)


def conversation(request: Request, by: Asker) -> Part | None:
    room = queries.for_ticket(by)
    if room is None and request.state in _OVER:
        return None
    words = {"room": room, "may_begin": request.state not in _OVER}
    if room is not None and room.lives:
        words["until"] = queries.ends_by_itself(room)
    return Part("portal/room.html", words, first=True)


def groups(request: Request, by: Asker) -> Part | None:
    """When the groups of this ticket meet next; the way to others where there are any."""
    meetings = queries.next_meetings(by)
    if not meetings and (request.state in _OVER or not queries.any_offered()):
        return None
    return Part("portal/groups.html", {"meetings": meetings})
