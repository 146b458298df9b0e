"""What a check of typed input found, in words that can stand beside the field."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` is for programs and tests, `message` a lazily translated sentence for the reader."""

    code: str
    message: Any


class Checked:
    """Mixed into results that carry `errors` (cannot be right) and `warnings` (ask, but keep)."""

    __slots__ = ()

    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]

    @property
    def valid(self) -> bool:
        return not self.errors

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(finding.code for finding in (*self.errors, *self.warnings))
