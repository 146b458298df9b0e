"""What `rangkul demo` tells once the world is there."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class DemoReport:
    """`accounts`: role, name, unit, username, password; `tickets`: ticket, pin, about."""

    accounts: list[dict[str, str]] = field(default_factory=list)
    tickets: list[dict[str, str]] = field(default_factory=list)
