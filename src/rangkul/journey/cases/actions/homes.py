"""The household whose case is opened: the one where the person lives, else a new one that bears their name."""

from django.utils.translation import gettext as _

from rangkul.commons.people.models import Household, Person, Staff


def home_of(person: Person, worker: Staff, *, region_code: str = "") -> Household:
    """Writes a household where the person is in none, with the person in it."""
    member = person.memberships.filter(until=None).select_related("household").first()
    if member is not None:
        return member.household
    name = _("Keluarga {name}").format(name=person.full_name)
    home = new_home(worker, name=name, region_code=region_code or person.region_code)
    home.members.create(person=person)
    return home


def new_home(worker: Staff, *, name: str, region_code: str) -> Household:
    home = Household(agency_id=worker.agency_id, unit_id=worker.unit_id, name=name[:120], region_code=region_code)
    home.save(force_insert=True)
    return home
