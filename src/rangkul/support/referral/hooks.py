"""What later packages tell about a referral."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import State


@dataclass(frozen=True)
class Travel:
    """That a referral goes another way than by its link, and how far it came. `tone` is that of a notice; `proofs` are
    sentences about what the other side has signed for."""

    title: Any
    words: Any
    tone: str = "info"
    proofs: Sequence[str] = field(default_factory=tuple)


# Asked for the page of one referral, a draft too; None where it goes by its link alone.
travels: list[Callable[[Referral], Travel | None]] = []
# Of so many that were sent, those which the other side has not signed for.
underway: list[Callable[[Collection[UUID]], set[UUID]]] = []


def travel_of(referral: Referral) -> list[Travel]:
    return [found for look in travels if (found := look(referral)) is not None]


def on_their_way(referrals: Iterable[Referral]) -> set[UUID]:
    """Which of them were sent and have not come to whoever should read them. A link is there as soon as it is made, and
    only a receiver of the list is reached another way."""
    sent = [one.pk for one in referrals if one.state == State.SENT and one.organization_id]
    return {pk for look in underway for pk in look(sent)} if sent else set()
