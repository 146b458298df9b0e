"""What later packages hang on to people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rangkul.base.asking import Asker
from rangkul.commons.people.models import Person

# Run inside restrict(): trust gives the worker who hides a person a right of their own, or they would lose sight.
restricted: list[Callable[[Person, Asker], None]] = []
# Code of the right by which the asker opens this file ("team", "break_glass" …); the first that answers counts.
why_open: list[Callable[[Asker, str, UUID], str]] = []
# (kept, absorbed) after a merge and (kept, released) after its undoing, in the same transaction.
merged: list[Callable[[Person, Person, Asker], None]] = []
unmerged: list[Callable[[Person, Person, Asker], None]] = []


@dataclass(frozen=True)
class Fragment:
    """A part of the person page that a later package draws: fetched by HTMX from `url_name` with the person's id."""

    title: Any
    url_name: str


fragments: list[Fragment] = []
