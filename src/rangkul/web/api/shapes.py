"""What goes over the wire. Texts are cleaned and bounded like those of every form."""

import re
from datetime import date, datetime, time
from enum import Enum
from typing import Annotated, Any, Literal
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja import Header, Schema
from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)
from pydantic_core import PydanticCustomError

from rangkul.base.forms.days import FIRST, LAST
from rangkul.base.forms.kit import LONG, SHORT, clean_text
from rangkul.commons.people.queries import wrong_hours
from rangkul.commons.people.states import BY_NUMBER, PhoneOwner
from rangkul.commons.people.states import Channel as ContactChannel
from rangkul.entry.intake.rules import problems
from rangkul.entry.intake.states import ForWhom, Level, Outcome, Safe, State
from rangkul.journey.cases.states import Channel, Method, PracticeLevel, Stage, WorkerRole

Line = Annotated[str, Field(max_length=SHORT), AfterValidator(clean_text)]
Words = Annotated[str, Field(max_length=LONG), AfterValidator(clean_text)]
Age = Annotated[int, Field(ge=0, le=120)]
Weekday = Annotated[int, Field(ge=1, le=7)]
_CLOCK = "^([01][0-9]|2[0-3]):[0-5][0-9]$"
# Named as it is sent: a header with an underscore is dropped on its way by most servers.
RepeatKey = Annotated[UUID | None, Header(alias="Idempotency-Key")]


def _wrong(code: str, sentence: str) -> PydanticCustomError:
    """A part that does not fit, with the sentence that the answer says."""
    return PydanticCustomError(code, "{said}", {"said": sentence})


def _clock(sent: Any) -> time:
    """Of the many ways to write a time only the one without seconds and zone."""
    if not isinstance(sent, str) or not re.fullmatch(_CLOCK, sent):
        raise _wrong("clock", _("Tulis jam seperti 21:30, menurut waktu di tempat orangnya."))
    return time.fromisoformat(sent)


Clock = Annotated[time, BeforeValidator(_clock), WithJsonSchema({"type": "string", "pattern": _CLOCK})]


def _shown(choices: type[TextChoices], name: str) -> type[Enum]:
    """Values of a fixed list as an enumeration that OpenAPI can show."""
    return Enum(name, {member.name: member.value for member in choices}, type=str)


ActivityChannel = _shown(Channel, "ActivityChannel")
ActivityMethod = _shown(Method, "ActivityMethod")
ActivityLevel = _shown(PracticeLevel, "ActivityLevel")
PlayedRole = _shown(WorkerRole, "WorkerRole")
SafeNow = _shown(Safe, "SafeNow")
For = _shown(ForWhom, "ForWhom")
Way = _shown(ContactChannel, "ContactWay")
WhosePhone = _shown(PhoneOwner, "PhoneOwner")
Problem = Enum("Problem", {code.upper(): code for code in problems.ALL}, type=str)


class Message(Schema):
    """Every refusal: a sentence for a person, and a code for a program."""

    model_config = ConfigDict(extra="forbid")

    message: str
    code: str = ""
    field: str | None = None


class WrongPart(Schema):
    where: list[str]
    why: str


class Invalid(Message):
    parts: list[WrongPart]


_NEEDED = {
    "phone": (BY_NUMBER, gettext_noop("Tulis nomornya, atau pilih cara lain.")),
    "email": (frozenset({ContactChannel.EMAIL}), gettext_noop("Tulis alamat surelnya, atau pilih cara lain.")),
}


class ContactIn(Schema):
    """How the asker may be reached without danger. Without it, answers wait behind ticket and PIN.

    `call`, `sms` and `whatsapp` need `phone`, `email` needs `email`. `days` are safe days, 1 for Monday to 7; none
    means every day. `from_time` and `to_time` come together, as `HH:MM` on the clock of the asker's place, and may pass
    midnight: from 22:00 to 02:00."""

    channels: Annotated[list[Way], Field(max_length=6)] = []
    days: Annotated[list[Weekday], Field(max_length=7)] = []
    from_time: Clock | None = None
    to_time: Annotated[Clock | None, Field(validate_default=True)] = None
    phone: Annotated[str, Field(max_length=40, validate_default=True)] = ""
    phone_owner: WhosePhone = WhosePhone(PhoneOwner.UNKNOWN.value)
    email: Annotated[str, Field(max_length=SHORT, pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$", validate_default=True)] = ""
    may_leave_message: bool = False
    code_word: Annotated[str, Field(max_length=60), AfterValidator(clean_text)] = ""
    note: Annotated[str, Field(max_length=500), AfterValidator(clean_text)] = ""

    @field_validator("phone", "email")
    @classmethod
    def _there_where_needed(cls, typed: str, given: ValidationInfo) -> str:
        ways, missing = _NEEDED[str(given.field_name)]
        if not typed.strip() and not ways.isdisjoint(way.value for way in given.data.get("channels", ())):
            raise _wrong("missing", _(missing))
        return typed

    @field_validator("to_time")
    @classmethod
    def _hours_fit(cls, end: time | None, given: ValidationInfo) -> time | None:
        if sentence := wrong_hours(given.data.get("from_time"), end):
            raise _wrong("hours", sentence)
        return end


class RequestIn(Schema):
    """A request for help. Nothing but the words or one field is needed; never send a NIK."""

    narrative: Words = ""
    fields: Annotated[list[Problem], Field(max_length=len(problems.ALL))] = []
    safe_now: SafeNow = SafeNow(Safe.UNKNOWN.value)
    for_whom: For = For(ForWhom.UNKNOWN.value)
    ages: Annotated[list[Age], Field(max_length=12)] = []
    region_code: Annotated[str, Field(max_length=13, pattern=r"^(\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?)?$")] = ""
    place_words: Line = ""
    name: Line = ""
    called_name: Line = ""
    about_name: Line = ""
    relation: Line = ""
    contact: ContactIn = ContactIn()
    consent_service: Literal[True] = Field(
        description="The person agreed that we contact them and handle this request. Without it nothing is taken."
    )
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


class DecisionOut(Schema):
    """What a person decided about the request, and the answer that they wrote to the asker. `partner`: who helps from
    then on, where it was referred."""

    at: datetime
    outcome: _shown(Outcome, "RequestOutcome")
    words: str
    text: str
    partner: str


class StatusOut(Schema):
    """Where the request stands. `words` say `state` in the language of the asker; `decisions` and `messages` are in
    the order in which they were made. Show the decisions with their `text`: it is the answer to the asker."""

    ticket: str
    state: _shown(State, "RequestState")
    words: str
    received_at: datetime
    due_at: datetime | None
    decisions: list[DecisionOut]
    messages: list[LineOut]


class SearchIn(Schema):
    """A name in any spelling, a NIK, a telephone number, a case number or a ticket."""

    q: Annotated[str, Field(max_length=SHORT), AfterValidator(clean_text)]


class FoundOut(Schema):
    kind: Enum("Kind", {"CASE": "case", "REQUEST": "request", "PERSON": "person"}, type=str)
    id: UUID
    label: str
    reasons: list[str]


class GoalOut(Schema):
    """A goal of the plan; its `id` is the `goal_id` of an activity that served it."""

    id: UUID
    words: str


class CaseOut(Schema):
    id: UUID
    number: str
    client: str
    stage: _shown(Stage, "Stage")
    state: str
    level: _shown(Level, "Level")
    opened_at: datetime
    next_due_at: datetime | None
    worker: str
    goals: list[GoalOut]


class ActivityIn(Schema):
    """One contact, as in the composer of the case page. Without `method` and `level` they are those of the kind of
    client. A `next_step` with a day, `next_due`, becomes a task of the worker. Where the file tells of
    violence a mediator says in `despite` why both sides were brought together."""

    channel: ActivityChannel
    minutes: Annotated[int, Field(ge=1, le=1440)]
    result: Annotated[str, Field(min_length=1, max_length=LONG), AfterValidator(clean_text)]
    next_step: Line = ""
    next_due: Annotated[date, Field(ge=FIRST, le=LAST)] | None = None
    method: ActivityMethod | None = None
    level: ActivityLevel | None = None
    worker_role: PlayedRole | None = None
    despite: Line = ""
    goal_id: UUID | None = None


class MadeOut(Schema):
    id: UUID


class AlertIn(Schema):
    """What a device says. `test`: somebody tries the line; nobody is called."""

    model_config = ConfigDict(extra="forbid")

    test: bool = False


class AlertOut(Schema):
    """`alert`: its number; the same for what rings on. Empty for a test."""

    model_config = ConfigDict(extra="forbid")

    alert: UUID | None
    test: bool
