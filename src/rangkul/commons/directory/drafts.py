"""An entry as somebody writes it: what a form, a file or the demo world hands to the verbs. Nothing is checked here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from rangkul.base.wilayah.places import contains
from rangkul.commons.directory.states import Season, Status


@dataclass
class OrganizationDraft:
    name: str
    alternate_name: str = ""
    description: str = ""
    legal_status: str = ""
    psks: str = ""
    website: str = ""
    consented_on: date | None = None
    public: bool = True
    areas: list[str] = field(default_factory=list)


@dataclass
class PlaceDraft:
    region_code: str = ""
    address: str = ""
    name: str = ""
    postal_code: str = ""
    directions: str = ""
    latitude: Any = None
    longitude: Any = None
    accessibility: list[str] = field(default_factory=list)
    accessibility_note: str = ""
    # False: an address that protects people.
    public: bool = True
    # What of this service is had there; all the rest is the place itself, whichever service is given there.
    description: str = ""

    @property
    def itself(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "description"}

    @property
    def key(self) -> tuple[str, str]:
        """By which hours name it."""
        return self.address, self.region_code

    def moved_to(self, region_code: str, address: str) -> PlaceDraft:
        """Where it stood on the map says nothing of another address; its region told more exactly is the same one."""
        same = address == self.address and contains(self.region_code, region_code)
        point: dict[str, Any] = {} if same else {"latitude": None, "longitude": None, "postal_code": ""}
        return replace(self, region_code=region_code, address=address, **point)


@dataclass
class HoursDraft:
    """`at`: address and region code of the one place at which they hold; None: everywhere."""

    opening_hours: str
    season: str = Season.USUAL
    valid_from: date | None = None
    valid_to: date | None = None
    notes: str = ""
    at: tuple[str, str] | None = None


@dataclass
class RuleDraft:
    rule: str
    age_from: int | None = None
    age_to: int | None = None
    sex: str = ""
    codes: list[str] = field(default_factory=list)
    text: str = ""
    preferred: bool = False


@dataclass
class PaperDraft:
    paper: str
    document: str = ""
    needed: bool = True


@dataclass
class ContactDraft:
    channel: str
    value: str
    name: str = ""
    extension: str = ""
    receives_referrals: bool = False
    personal: bool = False
    consented_on: date | None = None
    public: bool = True


@dataclass
class RoomDraft:
    """How much room there was on a day."""

    unit: str
    available: int
    counted_on: date
    maximum: int | None = None
    note: str = ""


@dataclass
class ServiceDraft:
    """`areas` holds region codes, "" is the whole country; none at all: whoever can come."""

    name: str
    alternate_name: str = ""
    description: str = ""
    status: str = Status.ACTIVE
    categories: list[str] = field(default_factory=list)
    helps: list[str] = field(default_factory=list)
    atensi: list[str] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    application_process: str = ""
    cost: str = ""
    amount: int | None = None
    fees_description: str = ""
    languages: list[str] = field(default_factory=list)
    url: str = ""
    wait_time: str = ""
    public: bool = True
    # The other system and what it calls this entry, where it came from a file.
    source: str = ""
    source_key: str = ""
    areas: list[str] = field(default_factory=list)
    places: list[PlaceDraft] = field(default_factory=list)
    hours: list[HoursDraft] = field(default_factory=list)
    rules: list[RuleDraft] = field(default_factory=list)
    papers: list[PaperDraft] = field(default_factory=list)
    contacts: list[ContactDraft] = field(default_factory=list)
    # The newest count of each unit; older ones stay as history, whatever is said here.
    rooms: list[RoomDraft] = field(default_factory=list)
