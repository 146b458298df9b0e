"""From the JSON beside a form to rules. Strict: a key that nobody reads is a mistake, not an extension."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from rangkul.journey.instruments.scoring.levels import GRAVEST_FIRST
from rangkul.journey.instruments.scoring.rules import (
    BETTER,
    CONDITIONAL,
    CORE,
    CUT,
    KINDS,
    OWN,
    WORSE,
    Answers,
    BadRules,
    Band,
    Critical,
    Cut,
    Licence,
    Minimal,
    Missing,
    Population,
    Rules,
    Scale,
    Step,
    Talk,
    Unanswered,
    When,
)
from rangkul.journey.instruments.scoring.words import Words

_NEEDED = ("key", "version", "name", "purpose", "status", "pack", "kind", "items", "answers", "licence", "population")
_ALLOWED = frozenset(
    (
        *_NEEDED,
        *("direction", "reversed", "times", "decimals", "counts_from", "bands", "bands_by_sex", "part_bands", "scales"),
        *("critical", "steps", "otherwise", "asked_if", "missing", "minimal_change", "talk", "retest_days", "cut"),
        *("answers_of", "notes", "sources", "unconfirmed"),
    )
)


class Reader:
    """One scoring.json being read; every complaint names the instrument and the place."""

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.stored = stored
        self.key = str(stored.get("key", "?"))

    def wrong(self, place: str, why: str) -> BadRules:
        return BadRules(f"{self.key}, {place}: {why}")

    def words(self, place: str, value: Any) -> Words:
        if (
            not isinstance(value, Mapping)
            or set(value) != {"id", "en"}
            or not all(str(v).strip() for v in value.values())
        ):
            raise self.wrong(place, "perlu kalimat dalam dua bahasa (id, en)")
        return Words.of(value)

    def number(self, place: str, value: Any) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise self.wrong(place, f"{value!r} bukan angka")
        try:
            return Decimal(str(value))
        except ArithmeticError as error:
            raise self.wrong(place, f"{value!r} bukan angka") from error

    def level(self, place: str, value: Any) -> str:
        if value and value not in GRAVEST_FIRST:
            raise self.wrong(place, f"tingkat {value!r} tidak dikenal")
        return str(value or "")

    def only(self, place: str, value: Mapping[str, Any], allowed: Sequence[str]) -> Mapping[str, Any]:
        if unread := sorted(set(value) - set(allowed)):
            raise self.wrong(place, f"kunci tidak dikenal: {', '.join(unread)}")
        return value

    def maybe(self, name: str, read: Callable[[str, Any], Any]) -> Any:
        value = self.stored.get(name)
        return None if value is None else read(name, value)

    def answers(self, place: str, value: Any) -> Answers:
        """{"ya": 1, "tidak": 0, "tidak_tahu": null}, or {"from": 0, "to": 10} for whole numbers."""
        if set(value) == {"from", "to"}:
            value = {str(n): n for n in range(value["from"], value["to"] + 1)}
        points = {code: None if p is None else self.number(place, p) for code, p in value.items()}
        if len({p for p in points.values() if p is not None}) < 2:
            raise self.wrong(place, "perlu sedikitnya dua jawaban dengan nilai berbeda")
        return Answers(points)

    def band(self, place: str, value: Any) -> Band:
        self.only(place, value, ("key", "from", "words", "says", "flag", "level", "danger"))
        since = value.get("from", 0)
        if since == CUT:
            since = self.stored["cut"]["default"]
        return Band(
            value["key"],
            self.number(place, since),
            self.words(place, value["words"]),
            self.words(place, value["says"]),
            bool(value.get("flag", False)),
            self.level(place, value.get("level")),
            str(value.get("danger", "")),
        )

    def bands(self, place: str, value: Any) -> tuple[Band, ...]:
        bands = tuple(self.band(f"{place}[{n}]", band) for n, band in enumerate(value))
        starts = [band.since for band in bands]
        if starts != sorted(set(starts)):
            raise self.wrong(place, "batas harus naik dan tidak berulang")
        return bands

    def unanswered(self, place: str, value: Any) -> Unanswered:
        self.only(place, value, ("level", "sentence"))
        return Unanswered(self.level(place, value["level"]), self.words(place, value["sentence"]))

    def critical(self, place: str, value: Any) -> Critical:
        self.only(place, value, ("item", "at_least", "at_most", "level", "sentence", "unanswered", "danger"))
        bounds = {name: self.number(place, value[name]) for name in ("at_least", "at_most") if name in value}
        if not bounds:
            raise self.wrong(place, "perlu at_least atau at_most")
        return Critical(
            value["item"],
            self.level(place, value["level"]),
            self.words(place, value["sentence"]),
            bounds.get("at_least"),
            bounds.get("at_most"),
            self.unanswered(place, value["unanswered"]) if "unanswered" in value else None,
            str(value.get("danger", "")),
        )

    def when(self, place: str, value: Any) -> When:
        self.only(place, value, ("item", "is"))
        return When(value["item"], frozenset(value["is"]))

    def step(self, place: str, value: Any) -> Step:
        self.only(place, value, ("key", "words", "says", "flag", "level", "any", "if_unknown"))
        return Step(
            self.band(place, {k: v for k, v in value.items() if k not in {"any", "if_unknown"}}),
            tuple(self.when(f"{place}.any", when) for when in value["any"]),
            self.unanswered(f"{place}.if_unknown", value["if_unknown"]),
        )

    def scale(self, place: str, value: Any) -> Scale:
        self.only(place, value, ("key", "words", "items", "bands"))
        bands = value.get("bands", self.stored.get("part_bands", ()))
        return Scale(
            value["key"], self.words(place, value["words"]), tuple(value["items"]), self.bands(f"{place}.bands", bands)
        )

    def each(self, name: str, read: Callable[[str, Any], Any]) -> tuple[Any, ...]:
        return tuple(read(f"{name}[{n}]", value) for n, value in enumerate(self.stored.get(name, ())))

    def population(self, place: str, value: Any) -> Population:
        self.only(place, value, ("words", "ages", "sexes"))
        least, most = value.get("ages", (None, None))
        return Population(self.words(place, value["words"]), (least, most), tuple(value.get("sexes", ())))

    def licence(self, place: str, value: Any) -> Licence:
        self.only(place, value, ("name", "holder", "notice", "url"))
        return Licence(value["name"], value["holder"], self.words(place, value["notice"]), value.get("url", ""))

    def missing(self, place: str, value: Any) -> Missing:
        self.only(place, value, ("allowed", "fill", "source"))
        rule = Missing(int(value.get("allowed", 0)), value.get("fill", ""), value.get("source", ""))
        if rule.fill not in {"", "mean"} or (rule.allowed and not rule.source):
            raise self.wrong(place, "jawaban kosong hanya boleh diganti rata-rata, dengan sumber yang diterbitkan")
        return rule

    def minimal(self, place: str, value: Any) -> Minimal:
        self.only(place, value, ("points", "source", "holds_for"))
        if not value["source"]:
            raise self.wrong(place, "perubahan terkecil perlu sumber")
        holds_for = self.words(place, value["holds_for"]) if "holds_for" in value else None
        return Minimal(self.number(place, value["points"]), value["source"], holds_for)

    def talk(self, place: str, value: Any) -> Talk:
        self.only(place, value, ("points", "sentence"))
        return Talk(self.number(place, value["points"]), self.words(place, value["sentence"]))

    def cut(self, place: str, value: Any) -> Cut:
        self.only(place, value, ("default", "from", "to", "words", "source"))
        at, least, most = (self.number(place, value[name]) for name in ("default", "from", "to"))
        if not least <= at <= most:
            raise self.wrong(place, "nilai bawaan di luar rentang")
        return Cut(at, least, most, self.words(place, value["words"]), value["source"])


def load(stored: Mapping[str, Any]) -> Rules:
    from rangkul.journey.instruments.scoring.checking import check

    read = Reader(stored)
    read.only("berkas", stored, tuple(_ALLOWED))
    if absent := [name for name in _NEEDED if name not in stored]:
        raise read.wrong("berkas", f"belum ada: {', '.join(absent)}")
    items = tuple(stored["items"])
    everyone = read.answers("answers", stored["answers"])
    answers = dict.fromkeys(items, everyone)
    answers |= {item: read.answers(f"answers_of.{item}", v) for item, v in stored.get("answers_of", {}).items()}
    rules = Rules(
        key=read.key,
        version=str(stored["version"]),
        name=read.words("name", stored["name"]),
        purpose=read.words("purpose", stored["purpose"]),
        status=read.words("status", stored["status"]),
        pack=_one_of(read, "pack", (CORE, CONDITIONAL, OWN)),
        kind=_one_of(read, "kind", KINDS),
        items=items,
        answers=answers,
        licence=read.licence("licence", stored["licence"]),
        population=read.population("population", stored["population"]),
        sources=tuple(stored.get("sources", ())),
        direction=_one_of(read, "direction", ("", WORSE, BETTER)),
        reversed=frozenset(stored.get("reversed", ())),
        times=read.number("times", stored.get("times", 1)),
        decimals=int(stored.get("decimals", 0)),
        counts_from=read.maybe("counts_from", read.number),
        bands=read.bands("bands", stored.get("bands", ())),
        bands_by_sex={sex: read.bands(f"bands_by_sex.{sex}", v) for sex, v in stored.get("bands_by_sex", {}).items()},
        scales=read.each("scales", read.scale),
        critical=read.each("critical", read.critical),
        steps=read.each("steps", read.step),
        otherwise=read.maybe("otherwise", read.band),
        asked_if={item: read.when(f"asked_if.{item}", v) for item, v in stored.get("asked_if", {}).items()},
        missing=read.maybe("missing", read.missing) or Missing(),
        minimal=read.maybe("minimal_change", read.minimal),
        talk=read.maybe("talk", read.talk),
        retest_days=stored.get("retest_days"),
        cut=read.maybe("cut", read.cut),
        unconfirmed=read.maybe("unconfirmed", read.words),
        notes=read.each("notes", read.words),
    )
    check(rules, read.wrong)
    return rules


def _one_of(read: Reader, name: str, allowed: Sequence[str]) -> str:
    value = str(read.stored.get(name, ""))
    if value not in allowed:
        raise read.wrong(name, f"{value!r} tidak dikenal")
    return value
