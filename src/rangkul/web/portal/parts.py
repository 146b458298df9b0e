"""What the holder of a ticket sees besides the request itself, in this order around the messages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from rangkul.base.asking import Asker
from rangkul.entry.intake.models import Request


@dataclass(frozen=True)
class Part:
    """`template` is drawn with `part` in its context; `values` is what it shows. `first`: before the messages."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)
    first: bool = False


# Each is asked with the request and the holder, and answers None where it has nothing to show.
PARTS: list[Callable[[Request, Asker], Part | None]] = []


def parts_of(request: Request, by: Asker) -> list[Part]:
    return [part for part in (make(request, by) for make in PARTS) if part is not None]
