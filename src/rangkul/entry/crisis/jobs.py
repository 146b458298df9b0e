"""Periodic work: shifts begin and end, and a next contact that nobody made climbs."""

from rangkul.base import asking, work
from rangkul.base.clock import now
from rangkul.entry.crisis.actions import begin_shift, end_shift, escalate_contact
from rangkul.entry.crisis.models import NextContact
from rangkul.entry.crisis.queries.rota import to_move

AT_ONCE = 100


@work.periodic("5 * * * * *", name="crisis.rota")
def move_shifts() -> None:
    """Ends come first, so that whoever goes on is not switched off by the shift before."""
    by, at = asking.current(), now()
    shifts = to_move(at)
    for shift in shifts:
        if shift.ends_at <= at:
            end_shift(by=by, shift=shift)
    for shift in shifts:
        if shift.ends_at > at:
            begin_shift(by=by, shift=shift)


@work.periodic("35 * * * * *", name="crisis.contacts")
def look_after_contacts() -> None:
    by = asking.current()
    for contact in NextContact.objects.filter(look_at__lte=now()).order_by("look_at")[:AT_ONCE]:
        escalate_contact(by=by, contact=contact)
