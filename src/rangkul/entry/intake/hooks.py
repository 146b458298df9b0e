"""What later packages add to a request. They fill these lists when the house starts."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from rangkul.base.asking import Asker
from rangkul.entry.intake.models import Request

# Run inside `accept`; the cases package opens the case here and returns it.
accepted: list[Callable[[Request, Asker], Any]] = []

# Each tells how many open files the given staff hold, so that routing knows the load beyond the queue.
load: list[Callable[[Iterable[UUID]], dict[UUID, int]]] = []

# Pages of later packages about a request: (words, address), or None where there is none for it.
pages: list[Callable[[Request], tuple[str, str] | None]] = []

# Each says what still has to be done before a worker's decision ends this request, or None.
before_ending: list[Callable[[Request], str | None]] = []
