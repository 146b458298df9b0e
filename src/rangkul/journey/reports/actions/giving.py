"""A person gives a document to the client, who from then on reads it by the ticket."""

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases.queries import has_ticket
from rangkul.journey.reports import policy
from rangkul.journey.reports.actions.rows import done, lock
from rangkul.journey.reports.models import Paper


@action("document.given", may=policy.may_change)
def give_paper(*, by: Asker, paper: Paper) -> Done:
    """Open a signed document to the holder of the ticket. A second time changes nothing."""
    held = lock(paper)
    if not held.is_final:
        raise Refused(_("Dokumen ini belum ditandatangani."), code="not_signed")
    if not has_ticket(held.case):
        raise Refused(_("Klien ini tidak punya tiket. Cetak dokumennya dan serahkan langsung."), code="no_ticket")
    if held.given_at is not None:
        return done(held, held.case, held, silent=True)
    held.given_at, held.given_by_id = clock.now(), by.staff_id
    held.save(update_fields=["given_at", "given_by"])
    return done(held, held.case, held)
