"""The four flags of good practice (A31): planned, together, continuous, supervised. A worklist, never a league table:
a flag is shown to the one who can mend it, and nothing here is counted by worker."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base import clock
from rangkul.journey.cases import hooks
from rangkul.journey.cases.models import Case, Partner, TeamMember
from rangkul.journey.cases.states import Stage

# A case is looked at in supervision at least this often.
SUPERVISION_EVERY = timedelta(days=90)
# Stages in which a plan must stand.
_PLANNED = frozenset({Stage.INTERVENTION, Stage.EVALUATION})


@dataclass(frozen=True)
class Flag:
    """One quality that a case lacks. `code`: plan, partner, contact or supervision."""

    code: str
    sentence: str


NAMES = {
    "plan": gettext_lazy("Terencana"),
    "partner": gettext_lazy("Terpadu"),
    "contact": gettext_lazy("Berkesinambungan"),
    "supervision": gettext_lazy("Tersupervisi"),
}


def flags(cases: Collection[Case]) -> dict[UUID, list[Flag]]:
    """The flags of open cases by id, in three queries and one for each package that keeps plans.

    The cases are fetched with `select_related("key")`.
    """
    ids = [case.pk for case in cases]
    planned = {found for check in hooks.plan_checks for found in check(ids)}
    together = set(Partner.objects.filter(case__in=ids, until=None).values_list("case_id", flat=True))
    together |= _several(ids)
    return {case.pk: list(_flags_of(case, planned, together)) for case in cases}


def worklist(cases: Collection[Case]) -> list[tuple[Case, list[Flag]]]:
    """Only the cases that lack something."""
    found = flags(cases)
    return [(case, found[case.pk]) for case in cases if found[case.pk]]


def _several(ids: Collection[UUID]) -> set[UUID]:
    """Cases on which at least two work together."""
    seen: set[UUID] = set()
    twice: set[UUID] = set()
    for case_id in TeamMember.objects.filter(case__in=ids, until=None).values_list("case_id", flat=True):
        (twice if case_id in seen else seen).add(case_id)
    return twice


def _flags_of(case: Case, planned: set[UUID], together: set[UUID]):
    now = clock.now()
    if case.stage in _PLANNED and hooks.plan_checks and case.pk not in planned:
        yield Flag("plan", _("Belum ada rencana yang berlaku."))
    if case.pk not in together and not case.alone_because:
        yield Flag("partner", _("Belum ada mitra, dan belum ditulis mengapa."))
    if gap := contact_gap(case, now):
        yield Flag(
            "contact",
            _("Sudah {days} hari tanpa kontak; disepakati {agreed} hari.").format(days=gap, agreed=case.contact_days),
        )
    if now - (case.supervised_at or case.opened_at) > SUPERVISION_EVERY:
        yield Flag("supervision", _("Belum dibahas dalam supervisi tiga bulan ini."))


def contact_gap(case: Case, now: datetime) -> int:
    """Days since the last contact where they are more than was agreed, else 0."""
    days = (now - (case.last_contact_at or case.opened_at)).days
    return days if days > case.contact_days else 0
