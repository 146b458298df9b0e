"""What the list is made of, named as in the Human Services Data Specification."""

from rangkul.commons.directory.models.asset import Asset
from rangkul.commons.directory.models.capacity import Agreement, Capacity
from rangkul.commons.directory.models.conditions import Eligibility, RequiredDocument, ServiceArea
from rangkul.commons.directory.models.contact import Contact
from rangkul.commons.directory.models.distinction import Distinction
from rangkul.commons.directory.models.organization import Organization
from rangkul.commons.directory.models.place import Location, Schedule, ServiceAtLocation
from rangkul.commons.directory.models.service import Service
from rangkul.commons.directory.models.sought import Sought, Word
from rangkul.commons.directory.models.suggestion import Suggestion

__all__ = [
    "Agreement", "Asset", "Capacity", "Contact", "Distinction", "Eligibility", "Location", "Organization",
    "RequiredDocument", "Schedule", "Service", "ServiceArea", "ServiceAtLocation", "Sought", "Suggestion", "Word",
]  # fmt: skip
