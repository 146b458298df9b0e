"""How long work says how far it is, without knowing whether anybody looks."""

from typing import Protocol


class Progress(Protocol):
    """Called as progress("Memuat orang", 120, 300) as often as one likes; drawing is the other side's care.

    `total` 0 means that nobody knows. A new label begins a new step.
    """

    def __call__(self, label: str, done: int, total: int) -> None: ...


def quiet(label: str, done: int, total: int) -> None:
    """For tests and for work that nobody watches."""
