"""A volunteer is registered with their consent, seen piece by piece, and vetted when nothing is lacking."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.models import DataKey
from rangkul.journey.cases.actions import settle_between
from rangkul.support.volunteers import policy, queries
from rangkul.support.volunteers.actions.rows import filled, held, known_aid, near_enough, of_volunteer, stepped
from rangkul.support.volunteers.models import Vetting, Volunteer
from rangkul.support.volunteers.states import ACTIVE, EXPIRING


@dataclass(frozen=True)
class VolunteerDraft:
    """What a volunteer says of themself; `agreed_on`: to be kept here and to be called."""

    name: str
    contact: str
    region_code: str
    offers: list[str]
    times: list[str]
    languages: list[str]
    agreed_on: date
    agreed_how: str


@action("volunteer.registered", may=policy.may_keep)
def register(*, by: Asker, given: VolunteerDraft) -> Done:
    """Who registers them keeps them: sees to it that what was seen is renewed."""
    days.not_ahead(given.agreed_on, "agreed_on", given.region_code)
    row = Volunteer(
        key=DataKey.make(), agency_id=by.agency_id, keeper_id=by.staff_id, region_code=near_enough(given.region_code),
        offers=known_aid(given.offers, "offers"), times=sorted(given.times), languages=sorted(given.languages),
        agreed_on=given.agreed_on, agreed_how=given.agreed_how,
    )  # fmt: skip
    row.name = filled(given.name, _("Tulis namanya."), "name")
    row.contact = filled(given.contact, _("Tulis cara menghubunginya."), "contact")
    row.save(force_insert=True)
    stepped(by, row, "register")
    return of_volunteer(row)


@dataclass(frozen=True)
class VettingDraft:
    """One thing seen; `valid_until` for a police letter and for the agreement, and for these alone."""

    kind: str
    what: str
    seen_on: date
    valid_until: date | None = None


@action("volunteer.seen", may=policy.may_keep)
def see(*, by: Asker, volunteer: Volunteer, given: VettingDraft) -> Done:
    row = _active(volunteer)
    days.not_ahead(given.seen_on, "seen_on", row.region_code)
    if given.kind in EXPIRING:
        if given.valid_until is None:
            raise Refused(_("Isi sampai kapan berlakunya."), field="valid_until")
        days.not_over(given.valid_until, "valid_until", row.region_code)
    found = Vetting(
        volunteer=row, key=row.key, kind=given.kind, seen_on=given.seen_on, by_id=by.staff_id,
        valid_until=given.valid_until if given.kind in EXPIRING else None,
    )  # fmt: skip
    found.what = filled(given.what, _("Tulis apa yang Anda lihat atau dengar."), "what")
    found.save(force_insert=True)
    return of_volunteer(row, found, kind=given.kind)


@action("volunteer.vetted", may=policy.may_vet)
def vet(*, by: Asker, volunteer: Volunteer) -> Done:
    """Said by a supervisor, when all five were seen and hold today; until the first of them ends."""
    row = _active(volunteer)
    seen = queries.seen_of(row)
    missing = queries.lacking(seen, days.today())
    if missing:
        said = ", ".join(str(kind.label) for kind in missing)
        raise Refused(_("Belum lengkap: %(what)s.") % {"what": said}, code="lacking")
    stepped(by, row, "vet")
    row.vetted_by_id, row.vetted_at = by.staff_id, clock.now()
    row.vetted_until = min(one.valid_until for one in seen.values() if one.valid_until)
    row.save(update_fields=["state", "vetted_by", "vetted_at", "vetted_until"])
    settle_between([row.keeper_id])
    return of_volunteer(row, until=row.vetted_until.isoformat())


def _active(volunteer: Volunteer) -> Volunteer:
    row = held(volunteer)
    if row.state not in ACTIVE:
        raise Refused(_("Relawan ini sedang tidak bertugas."), code="state")
    return row
