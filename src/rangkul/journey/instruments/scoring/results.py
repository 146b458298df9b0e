"""What scoring says. Everything here can be stored as plain JSON and read back as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rangkul.journey.instruments.scoring.levels import gravest
from rangkul.journey.instruments.scoring.rules import Band
from rangkul.journey.instruments.scoring.words import Words, plain


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person must look at. `known` is false where an answer that matters is missing, `danger` the risk that
    the rules themselves name."""

    level: str
    sentence: Words
    items: tuple[str, ...] = ()
    known: bool = True
    danger: str = ""

    @property
    def item(self) -> str:
        return self.items[0] if self.items else ""


@dataclass(frozen=True, slots=True)
class Part:
    """A subscale, or one domain of a profile. `reached` is what that step is called where steps have names."""

    key: str
    words: Words
    total: Decimal | None
    out_of: Decimal
    band: Band | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """`total` is None where too much is missing; `least`…`most` is then where it must lie.

    `at_least` says that the band is reached in any case, although the total is not known.
    """

    key: str
    version: str
    total: Decimal | None
    out_of: Decimal | None
    least: Decimal | None = None
    most: Decimal | None = None
    parts: tuple[Part, ...] = ()
    band: Band | None = None
    at_least: bool = False
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[Words, ...] = ()
    cut: Decimal | None = None
    filled: tuple[str, ...] = ()
    # Bands that begin elsewhere for the agency that asked: (key, own, published).
    own: tuple[tuple[str, Decimal, Decimal], ...] = ()

    @property
    def level(self) -> str:
        """The gravest level found, or "" where nothing asks for one. It may raise a risk and never lowers one."""
        return gravest(finding.level for finding in self.findings)

    @property
    def flagged(self) -> bool:
        """Something here should be talked about: a band, a part or an answer."""
        bands = [self.band, *(part.band for part in self.parts)]
        return bool(self.findings) or any(band.flag for band in bands if band)

    def part(self, key: str) -> Part:
        return next(part for part in self.parts if part.key == key)

    def to_json(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "version": self.version,
            "total": _out(self.total),
            "out_of": _out(self.out_of),
            "least": _out(self.least),
            "most": _out(self.most),
            "parts": [
                {
                    "key": part.key,
                    "words": part.words.to_json(),
                    "total": _out(part.total),
                    "out_of": _out(part.out_of),
                    "band": part.band.to_json() if part.band else None,
                }
                for part in self.parts
            ],
            "band": self.band.to_json() if self.band else None,
            "at_least": self.at_least,
            "findings": [
                {"level": f.level, "sentence": f.sentence.to_json(), "items": list(f.items), "known": f.known}
                | ({"danger": f.danger} if f.danger else {})
                for f in self.findings
            ],
            "missing": list(self.missing),
            "notes": [note.to_json() for note in self.notes],
            "cut": _out(self.cut),
            "filled": list(self.filled),
            "own": [[key, _out(own), _out(published)] for key, own, published in self.own],
        }

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Scored:
        return cls(
            stored["key"],
            stored["version"],
            _in(stored["total"]),
            _in(stored["out_of"]),
            _in(stored["least"]),
            _in(stored["most"]),
            tuple(
                Part(
                    p["key"],
                    Words.of(p["words"]),
                    _in(p["total"]),
                    Decimal(p["out_of"]),
                    Band.of(p["band"]) if p["band"] else None,
                )
                for p in stored["parts"]
            ),
            Band.of(stored["band"]) if stored["band"] else None,
            stored["at_least"],
            tuple(
                Finding(f["level"], Words.of(f["sentence"]), tuple(f["items"]), f["known"], f.get("danger", ""))
                for f in stored["findings"]
            ),
            tuple(stored["missing"]),
            tuple(Words.of(note) for note in stored["notes"]),
            _in(stored["cut"]),
            tuple(stored["filled"]),
            # What was counted before agencies had cut-offs of their own does not say so.
            tuple((key, Decimal(own), Decimal(published)) for key, own, published in stored.get("own", ())),
        )


def _out(number: Decimal | None) -> str | None:
    return None if number is None else plain(number)


def _in(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
