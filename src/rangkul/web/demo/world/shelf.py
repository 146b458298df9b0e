"""The lists from which the world is drawn, read once from the JSON files in `data/`."""

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def shelf(name: str) -> Any:
    """`data/<name>.json` as it stands."""
    file = resources.files("rangkul.web.demo").joinpath(f"data/{name}.json")
    return json.loads(file.read_text(encoding="utf-8"))


@cache
def words(name: str, *path: str) -> tuple[str, ...]:
    """A list of single words on a shelf: `words("names", "jawa", "male")`; empty where there is none."""
    found = shelf(name)
    for step in path:
        found = found.get(step, "")
    if isinstance(found, list):
        return tuple(found)
    return tuple(found.split("|") if "|" in found else found.split())
