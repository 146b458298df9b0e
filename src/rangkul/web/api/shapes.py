"""What goes over the wire. Texts are cleaned and bounded like those of every form."""

from datetime import datetime
from enum import Enum
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, Field

from rangkul.base.forms.kit import LONG, SHORT, clean_text
from rangkul.journey.cases.states import Channel

Line = Annotated[str, Field(max_length=SHORT), AfterValidator(clean_text)]
Words = Annotated[str, Field(max_length=LONG), AfterValidator(clean_text)]
Code = Annotated[str, Field(max_length=30, pattern=r"^[a-z0-9_]*$")]


# The values of a case's channels as an enumeration that OpenAPI can show.
ActivityChannel = Enum(
    "ActivityChannel", {name: member.value for name, member in Channel.__members__.items()}, type=str
)


class Message(Schema):
    message: str
    code: str = ""


class RequestIn(Schema):
    """A request for help. Nothing but the words or one field is needed; never send a NIK."""

    narrative: Words = ""
    fields: Annotated[list[Code], Field(max_length=20)] = []
    safe_now: Annotated[str, Field(pattern="^(yes|no|unknown)$")] = "unknown"
    for_whom: Code = "unknown"
    region_code: Annotated[str, Field(max_length=13, pattern=r"^[0-9.]*$")] = ""
    place_words: Line = ""
    name: Line = ""
    called_name: Line = ""
    relation: Line = ""
    consent_service: bool = Field(description="The person agreed that we contact them and handle this request.")
    consent_share: bool = False


class TicketOut(Schema):
    ticket: str
    pin: str


class TicketIn(Schema):
    ticket: Annotated[str, Field(max_length=40)]
    pin: Annotated[str, Field(max_length=20)]


class LineOut(Schema):
    at: datetime
    from_asker: bool
    text: str


class StatusOut(Schema):
    ticket: str
    state: str
    words: str
    received_at: datetime
    due_at: datetime | None
    messages: list[LineOut]


class FoundOut(Schema):
    kind: str
    id: UUID
    label: str
    reasons: list[str]


class CaseOut(Schema):
    id: UUID
    number: str
    client: str
    stage: str
    state: str
    level: str
    opened_at: datetime
    next_due_at: datetime | None
    worker: str


class ActivityIn(Schema):
    """One contact, as in the composer of the case page."""

    channel: ActivityChannel
    minutes: Annotated[int, Field(ge=0, le=1440)]
    result: Annotated[str, Field(min_length=1, max_length=LONG), AfterValidator(clean_text)]
    next_step: Line = ""


class MadeOut(Schema):
    id: UUID
