"""What later packages tell about a referral."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from rangkul.support.referral.models import Referral


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


def travel_of(referral: Referral) -> list[Travel]:
    return [found for look in travels if (found := look(referral)) is not None]
