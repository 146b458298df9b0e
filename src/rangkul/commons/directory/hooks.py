"""What later packages hang on the list as workers use it: they fill it in their AppConfig.ready().

hooks.choosing.append(fn)   fn(request, wanted) -> Choosing | None: `wanted` is the `untuk` of the address
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest


@dataclass(frozen=True)
class Choosing:
    """A service is sought for something: `words` says for what, `back` leads there, `choose(id)` is the address at
    which this one is taken."""

    wanted: str
    words: str
    back: str
    choose: Callable[[UUID], str]


choosing: list[Callable[[HttpRequest, str], Choosing | None]] = []


def sought_for(request: HttpRequest) -> Choosing | None:
    """Whatever the address names that the asker may choose for, else None."""
    wanted = request.GET.get("untuk", "")
    found = (look(request, wanted) for look in choosing) if wanted else ()
    return next((one for one in found if one is not None), None)
