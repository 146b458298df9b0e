"""Requests as situations, for the tests of this package and of those after it."""

from dataclasses import replace

from rangkul.base.asking import PUBLIC, Asker, asking_as
from rangkul.entry.intake import actions
from rangkul.entry.intake.actions import Agreed, Asked, HandedIn, SafeWays
from rangkul.entry.intake.models import Request

HUNGRY = HandedIn(
    narrative="Suami saya berhenti bekerja. Kami kesulitan membayar sekolah anak.",
    fields=("basic_needs",),
    safe_now="yes",
    for_whom="self",
    region_code="32.73.02.1001",
    asked=Asked(name="Wati Contoh"),
    ways=SafeWays(channels=("ticket",)),
    agreed=Agreed({"service": True, "share": False}, text_version="1"),
)
IN_DANGER = replace(HUNGRY, narrative="Dia mendobrak pintu, tolong cepat", fields=("violence_home",), safe_now="no")


def handed_in(given: HandedIn = HUNGRY, by: Asker = PUBLIC, **changes) -> Request:
    """A request from the public page, or as entered by a worker."""
    with asking_as(by):
        return actions.submit(by=by, given=replace(given, **changes))


def holder(request: Request) -> Asker:
    return Asker("ticket", ticket_id=request.pk)
