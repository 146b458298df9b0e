"""What later packages add to a request. They fill these lists when the house starts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rangkul.base.asking import Asker
from rangkul.commons.people.models import Person, Staff
from rangkul.entry.intake.models import Request


@dataclass(frozen=True)
class Running:
    """A file that runs already for whom the request is about, as the decider may see it. `words`: which, with whom,
    how far; `refuses`: why this request cannot join it, or ""."""

    id: UUID
    words: str
    url: str
    refuses: str = ""


@dataclass(frozen=True)
class Answer:
    """What the decider says of the files that run: the one to join, or why there is to be a second one."""

    join: UUID | None = None
    second: str = ""

    def __bool__(self) -> bool:
        return self.join is not None or bool(self.second.strip())


UNSAID = Answer()


# Run inside `accept`; the cases package opens the case here, or lets the request join one, and returns it.
accepted: list[Callable[[Request, Asker, Answer], Any]] = []

# Which files run for these registrations of one person, for a client of this kind, under the rights of the decider.
running: list[Callable[[Request, Person, str], Iterable[Running]]] = []

# Each tells how many open files the given staff hold, so that routing knows the load beyond the queue.
load: list[Callable[[Iterable[UUID]], dict[UUID, int]]] = []

# Who looks after the person once the request was decided: the worker of the case; None where there is no case.
cared_for: list[Callable[[Request], Staff | None]] = []

# Danger became known on a request that somebody decided about long ago, whose own clock rests, or a red one was
# withdrawn. Each sees to it that people hear of it now.
danger_later: list[Callable[[Request], None]] = []

# Each says what still has to be done before a worker's decision ends this request, or None.
before_ending: list[Callable[[Request], str | None]] = []

# Each says what this worker hands over before they step aside from this request, or None.
before_stepping_aside: list[Callable[[Request, UUID], str | None]] = []


@dataclass(frozen=True)
class First:
    """What is asked in the form of a decision that ends a request, so that nobody has to fill in another form first.

    `fields` names them where they are needed for this request, else none; `keep` hands what was typed to the verb of
    the later package, in the transaction of the decision. `verbs`: only with these decisions; all that end where it is
    None. `hears_why`: the `reason` of a refusal goes along with what was typed."""

    fields: Callable[[Request], dict[str, Any]]
    keep: Callable[[Asker, Request, dict[str, Any]], None]
    verbs: frozenset[str] | None = None
    hears_why: bool = False


asked_first: list[First] = []


@dataclass(frozen=True)
class Beside:
    """What a later package has beside a request: a page with its label, and in one sentence what goes on there; no
    sentence where the page is one more thing to do."""

    words: Any
    label: Any
    url: str


# Asked for the page of one request, under the rights of its reader; None where there is nothing.
beside: list[Callable[[Request, Asker], Beside | None]] = []
