"""Is this paper genuine? The answer names kind, agency, day and version, never a person."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from rangkul.base.asking import Asker
from rangkul.entry.intake.actions.door import knocked_too_often
from rangkul.journey.reports import policy
from rangkul.journey.reports.codes import blind_code, read_code
from rangkul.journey.reports.drafting import spoken_name

# (seconds of the window, attempts from one address)
WINDOWS = ((900, 30), (86_400, 300))


@dataclass(frozen=True)
class Answer:
    """`genuine` false says that nobody signed a document with this code; `newest` is the version that holds now."""

    genuine: bool = False
    too_often: bool = False
    name: str = ""
    agency: str = ""
    on: date | None = None
    version: int = 0
    newest: int = 0

    @property
    def replaced(self) -> bool:
        return self.newest > self.version


def check_code(*, by: Asker, code: str, address: str) -> Answer:
    """Never raises, so that the count of the attempt is kept; the same steps for every code.

    Not a verb: it changes nothing but the count, and an event would tell that a paper exists.
    """
    assert policy.may_check(by=by)
    if any(knocked_too_often("paper", address, seconds=seconds, most=most) for seconds, most in WINDOWS):
        return Answer(too_often=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT kind, agency, day, version, newest FROM reports_check(%s)", [blind_code(read_code(code))]
        )
        found = cursor.fetchone()
    if found is None:
        return Answer()
    kind, agency, on, version, newest = found
    return Answer(True, False, spoken_name(kind), agency, on, version, newest)
