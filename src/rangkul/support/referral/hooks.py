"""What later packages tell about a referral."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import State


@dataclass(frozen=True)
class Travel:
    """That a referral goes another way than by its link, and how far it came. `tone` is that of a notice; `proofs` are
    sentences about what the other side has signed for, `arrived` whether it has signed for the referral itself."""

    title: Any
    words: Any
    tone: str = "info"
    proofs: Sequence[str] = field(default_factory=tuple)
    arrived: bool = False


# Asked for the page of one referral, a draft too; None where it goes by its link alone.
travels: list[Callable[[Referral], Travel | None]] = []


def travel_of(referral: Referral) -> list[Travel]:
    return [found for look in travels if (found := look(referral)) is not None]


def is_on_its_way(referral: Referral) -> bool:
    """Sent, and not come to whoever should read it; a link is there as soon as it is made."""
    return referral.state == State.SENT and any(not one.arrived for one in travel_of(referral))
