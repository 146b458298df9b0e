"""What later packages add. They fill these when the house starts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rangkul.base.asking import Asker
from rangkul.entry.crisis.models import Outreach

# Where the person goes on after pressing the button of the link that a worker sent: a later package opens a room for
# `outreach.own` and tells its address. Without one it is the ticket page with its messages.
conversations: list[Callable[[Outreach, Asker], str | None]] = []


@dataclass(frozen=True)
class Alarm:
    """What stands on the crisis board from elsewhere: whom it is about, what is the matter (each a few words), by when
    somebody acts. `waits`: that is now."""

    id: Any
    title: str
    matters: tuple[Any, ...]
    url: str
    owner: str
    due_at: datetime | None = None
    waits: bool = False


# Asked for the board, under the rights of its reader.
also_red: list[Callable[[Asker], list[Alarm]]] = []

# The official words of a question of the screening, from a content pack that an agency may load; "" where it has none.
screening_words: list[Callable[[str], str]] = []
