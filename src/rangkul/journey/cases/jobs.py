"""Periodic work: what stands open after its time, and files that nobody acknowledged."""

import time

from rangkul.base import asking, clock
from rangkul.base.files import vault
from rangkul.base.work import periodic
from rangkul.journey.cases.actions import escalate, escalate_between
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries.late import late_matters
from rangkul.journey.cases.retention import ask_about_old_files

# Long enough for the slowest upload to commit.
GRACE_SECONDS = 3600
# So many are told in one go; what is left waits for the next time.
AT_ONCE = 100


@periodic("23 */2 * * * *", name="cases.clock")
def move_clocks() -> None:
    """Tell somebody above of everything that is late, on a case or between two people."""
    by = asking.current()
    matters = late_matters(clock.now(), AT_ONCE)
    cases = Case.objects.in_bulk({matter.case_id for matter in matters if matter.case_id})
    for matter in matters:
        if matter.case_id:
            escalate(by=by, case=cases[matter.case_id], matter=matter)
        else:
            escalate_between(by=by, matter=matter)


@periodic("0 41 3 * * *", name="cases.retention")
def ask_about_kept_files() -> None:
    """Whose file was kept long enough comes before the data officer, who decides by a day."""
    ask_about_old_files(asking.current())


@periodic("0 17 3 * * *", name="attachments")
def sweep_attachments() -> None:
    sweep(time.time() - GRACE_SECONDS)


def sweep(before: float) -> int:
    """Remove files older than `before` (seconds since 1970) that no row names: a transaction that failed after its
    file was written leaves one. Returns how many."""
    old = [path for path in vault.all_files() if path.stat().st_mtime < before]
    named = {path.name.partition(".")[0] for path in old}
    kept = {found.hex for known in vault.owners for found in known(named)}
    orphans = [path for path in old if path.name.partition(".")[0] not in kept]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)
