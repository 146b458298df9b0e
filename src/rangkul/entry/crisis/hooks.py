"""What later packages add. They fill these when the house starts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from rangkul.base.asking import Asker
from rangkul.entry.crisis.models import Outreach

# Where the person goes on after pressing the button of the link that a worker sent: a later package opens a room for
# `outreach.own` and tells its address. Without one it is the ticket page with its messages.
conversations: list[Callable[[Outreach, Asker], str | None]] = []


@dataclass(frozen=True)
class Alarm:
    """What stands on the crisis board from elsewhere: whom it is about, what is the matter (each a few words), by when
    somebody acts. `waits`: that is now. `done_by`, `done_at`: who has looked after it, and when. `verb` and
    `verb_url`: what is to be done instead of opening it."""

    id: Any
    title: str
    matters: tuple[Any, ...]
    url: str
    owner: str
    due_at: datetime | None = None
    waits: bool = False
    done_by: str = ""
    done_at: datetime | None = None
    verb: str = ""
    verb_url: str = ""


# Until when this worker (their id) has said that they are away, None for somebody who is there; under the rights of the
# asker. Whoever is away is not put on duty.
away_until: list[Callable[[UUID], datetime | None]] = []

# Asked for the board, under the rights of its reader.
also_red: list[Callable[[Asker], list[Alarm]]] = []


@dataclass(frozen=True)
class Wording:
    """The makers' words of the screening in one language, from one version of a content pack: `words` by question,
    `licence` says where they are from and by whose leave, `kept_by` who brought them into the house."""

    id: UUID
    name: str
    language: str
    words: Mapping[str, str]
    opening: str = ""
    licence: str = ""
    kept_by: str = ""
    since: datetime | None = None


@dataclass(frozen=True)
class ScreeningWords:
    """`in_use(agency_id)`: what an agency asks with now. `named(agency_id, id, language)`: a version of that agency,
    also an earlier one. Both give None where there is none."""

    in_use: Callable[[UUID | None], Wording | None]
    named: Callable[[UUID | None, UUID, str], Wording | None]


screening_words: list[ScreeningWords] = []


def words_in_use(agency_id: UUID | None) -> Wording | None:
    return next((found for pack in screening_words if (found := pack.in_use(agency_id))), None)


def words_named(agency_id: UUID | None, wording_id: UUID, language: str) -> Wording | None:
    held = (pack.named(agency_id, wording_id, language) for pack in screening_words)
    return next((found for found in held if found), None)
