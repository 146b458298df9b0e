"""Every field says whether it is personal: how it is scrubbed when somebody is erased, or why it is kept.

A package says so in its `personal.py`: `FIELDS = {"Note": {"text": "key", "kind": "keep: a code for statistics"}}`.
A whole table may have one word: `"Region": "keep: places are public"`. The first word counts, a reason may follow:

    key      sealed: unreadable once the key of its row is destroyed
    keep     stays, and the reason says why
    empty    nothing is left: NULL, an empty text, an empty list
    word     "(dihapus)" is left in the place of a name
    shorten  only the regency of a region code is left
    year     only the year of a date is left
    now      the moment of erasing
    random   a new random word, so that the old one opens nothing
    removed  the row goes
    shared   said of the relation `key`: it is the key of somebody else's file too, and an erasure leaves it whole

How a row leads to the person is found through its relations `person`, `request` and `case`; `WAYS` says it where these
names do not: `WAYS = {"Household": ["members__person"]}`. Rows that hold the words of workers about their own work
lead to no client; `NOT_OF_CLIENTS = {"Reflection": "why"}` says so, and no erasure of a client reaches them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.module_loading import module_has_submodule

SCRUBS = frozenset({"empty", "word", "shorten", "year", "now", "random"})
WORDS = SCRUBS | {"key", "keep", "removed", "shared"}
_LEADS = ("person", "request", "case")
_LONGEST_WAY = 3


@dataclass(frozen=True)
class Declared:
    """What one package said of one model; `ways` are relation names from a row to the person, `apart` why there are
    none although something is sealed."""

    model: type[models.Model]
    fields: Mapping[str, str]
    ways: tuple[str, ...]
    apart: str = ""

    @property
    def removed(self) -> bool:
        return any(_first(said) == "removed" for said in self.fields.values())

    @property
    def has_key(self) -> bool:
        """Whether erasing this row's person destroys the key in it."""
        keys = [f for f in self.model._meta.concrete_fields if f.name == "key" and f.is_relation]
        return bool(keys) and _first(self.fields["key"]) != "shared"

    def columns(self) -> dict[str, str]:
        """Column → what the database makes of it: one of SCRUBS, with `empty` told by the column's type."""
        found = {}
        for f in self.model._meta.concrete_fields:
            word = _first(self.fields[f.name])
            if word in SCRUBS:
                found[f.column] = _empty(f) if word == "empty" else word
        return found

    def steps(self, way: str) -> list[str]:
        """From a row to the person, in threes: a column here, the column and the table there that it is looked for in;
        last the column that holds the person: `["case_id", "id", "cases_case", "person_id"]`."""
        if way == "id":
            return ["id"]
        found, model = [], self.model
        *between, last = way.split("__")
        for name in between:
            relation = model._meta.get_field(name)
            model = relation.related_model
            forward = isinstance(relation, models.Field)
            here, there = (relation.column, "id") if forward else ("id", relation.field.column)
            found += [here, there, model._meta.db_table]
        return [*found, model._meta.get_field(last).column]


def _first(said: str) -> str:
    return said.replace(":", " ").split()[0]


def _empty(f: models.Field) -> str:
    if f.null:
        return "null"
    return "list" if isinstance(f, ArrayField) else "blank"


def house_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("rangkul.")]


@cache
def declared() -> dict[type[models.Model], Declared]:
    """All models of the house whose package said something of them."""
    return {entry.model: entry for entry in _declarations()}


def _declarations() -> Iterator[Declared]:
    for config in apps.get_app_configs():
        if config.name.startswith("rangkul.") and module_has_submodule(config.module, "personal"):
            said = import_module(f"{config.name}.personal")
            for model in config.get_models():
                if model.__name__ in said.FIELDS:
                    apart = getattr(said, "NOT_OF_CLIENTS", {}).get(model.__name__, "")
                    yield _entry(model, said.FIELDS[model.__name__], getattr(said, "WAYS", {}), apart)


def _entry(
    model: type[models.Model], said: Mapping[str, str] | str, ways: Mapping[str, list[str]], apart: str
) -> Declared:
    names = [f.name for f in model._meta.concrete_fields]
    fields = dict.fromkeys(names, said) if isinstance(said, str) else said
    named = ways.get(model.__name__)
    return Declared(model, fields, tuple(_ways(model) if named is None else named), apart)


def _ways(model: type[models.Model], depth: int = 0) -> list[str]:
    """Through `person` where there is one, else through the request or the case that the row belongs to."""
    relations = {f.name: f for f in model._meta.concrete_fields if f.is_relation}
    if "person" in relations:
        return ["person"]
    for name in _LEADS[1:]:
        if name in relations and depth < _LONGEST_WAY:
            return [f"{name}__{way}" for way in _ways(relations[name].related_model, depth + 1)]
    return []


def undeclared(model: type[models.Model]) -> list[str]:
    """Fields of a model of which nobody said anything that counts; its own name where nobody spoke of it at all."""
    entry = declared().get(model)
    if entry is None:
        return [model.__name__]
    return [
        f.name for f in model._meta.concrete_fields
        if f.name not in entry.fields or _first(entry.fields[f.name]) not in WORDS
    ]  # fmt: skip
