from rangkul.commons.people.models.agency import Agency, Unit
from rangkul.commons.people.models.contact import Address, Phone, SafeContact
from rangkul.commons.people.models.doubt import Doubt
from rangkul.commons.people.models.household import Household, HouseholdMember, Kinship
from rangkul.commons.people.models.merge import Merge
from rangkul.commons.people.models.news import StaffNews
from rangkul.commons.people.models.person import NameCut, Person, PersonKey, PersonName
from rangkul.commons.people.models.pregnancy import Pregnancy
from rangkul.commons.people.models.staff import Staff

__all__ = [
    "Address",
    "Agency",
    "Doubt",
    "Household",
    "HouseholdMember",
    "Kinship",
    "Merge",
    "NameCut",
    "Person",
    "PersonKey",
    "PersonName",
    "Phone",
    "Pregnancy",
    "SafeContact",
    "Staff",
    "StaffNews",
    "Unit",
]
