"""What belongs to no case and climbs by the one clock of the house is shown to whoever was told on one page: each kind
says where it is mended and what of it is open. The packages themselves know no clock of cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rangkul.journey.cases.hooks import LateKind, late_kinds
from rangkul.journey.cases.models import Escalation


@dataclass(frozen=True)
class Line:
    """One thing that stands open, in words; `url` where it has a page of its own."""

    words: str
    url: str = ""


@dataclass(frozen=True)
class Shown:
    """`open(row)` names what stands open; `url` is the page on which whoever was told may mend it, "" for none."""

    open: Callable[[Escalation], Iterable[Line]]
    url: str = ""


shown: dict[str, Shown] = {}


def register(kind: str, label: Any, shows: Shown, **late: Any) -> None:
    shown[kind] = shows
    late_kinds[kind] = LateKind(label, _("Lihat yang naik kepada Anda"), "desks:risen", **late)
