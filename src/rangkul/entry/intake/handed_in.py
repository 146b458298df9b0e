"""What a person hands in, from whichever door: the wizard, the staff page, a partner. Already cleaned and bounded."""

from dataclasses import dataclass, field
from datetime import datetime, time
from uuid import UUID

from rangkul.entry.intake.states import ForWhom, Safe, Via


@dataclass(frozen=True)
class SafeWays:
    """How the asker may be reached; `channels` empty: only through the ticket."""

    channels: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    from_time: time | None = None
    to_time: time | None = None
    code_word: str = ""
    never_leave_message: bool = True
    note: str = ""
    phone: str = ""  # E.164
    phone_owner: str = "unknown"
    email: str = ""


@dataclass(frozen=True)
class Asked:
    """Who asks and for whom; everything optional. Never a NIK."""

    name: str = ""
    called_name: str = ""
    about_name: str = ""
    relation: str = ""
    sex: str = ""


@dataclass(frozen=True)
class Agreed:
    """Consent by purpose, and how it was given; empty where the person could not be asked yet."""

    answers: dict[str, bool] = field(default_factory=dict)
    mode: str = "screen"
    text_version: str = ""
    language: str = "id"
    witness: str = ""


@dataclass(frozen=True)
class HandedIn:
    """A request before it has a ticket. Texts are plain; the verb seals them."""

    narrative: str = ""
    fields: tuple[str, ...] = ()
    safe_now: str = Safe.UNKNOWN
    for_whom: str = ForWhom.UNKNOWN
    ages: tuple[int, ...] = ()
    violence_hours: int | None = None
    region_code: str = ""
    place_words: str = ""
    wants_sex: str = ""
    language: str = ""
    via: str = Via.WEB
    # None: now.
    received_at: datetime | None = None
    # Only staff may name an owner or the worker complained about; else routing chooses.
    owner_id: UUID | None = None
    against_id: UUID | None = None
    # The agency that a partner's key belongs to, and the key; routing then stays within that agency.
    agency_id: UUID | None = None
    partner_id: UUID | None = None
    asked: Asked = field(default_factory=Asked)
    ways: SafeWays = field(default_factory=SafeWays)
    agreed: Agreed = field(default_factory=Agreed)
