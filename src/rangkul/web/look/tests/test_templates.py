"""What every template of the house keeps to, because the Content-Security-Policy and the sprite expect it."""

import csv
import re
from pathlib import Path

import rangkul

SOURCE = Path(rangkul.__file__).parent
LOOK = SOURCE / "web" / "look"
TEMPLATES = {path: path.read_text() for path in SOURCE.rglob("templates/**/*.html")}
# JSON between script tags is data that no browser runs.
INLINE = re.compile(
    r"<style[\s>]|<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>|\s(?:style|on[a-z]+)=[\"']|javascript:",
    re.IGNORECASE,
)
# `{% icon "phone" %}` and the `icon="phone"` of a component; names chosen by a variable are not seen here.
# Lists of terms name the icons of their choices in a column.
LISTS = {path: path.read_text() for path in SOURCE.rglob("data/*.csv") if "icon" in path.read_text().split("\n", 1)[0]}
NAMED = re.compile(r"""{% icon ["']([a-z0-9-]+)["']|{%[^%]*\bicon=["']([a-z0-9-]+)["']""")


def _name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def test_no_template_writes_inline_styles_scripts_or_handlers():
    wrong = {_name(path): found.group(0) for path, text in TEMPLATES.items() if (found := INLINE.search(text))}
    assert wrong == {}, "Use a class, an SVG attribute or a data-rangkul-* behaviour instead."


def test_every_icon_of_a_template_is_in_the_sprite():
    listed = set((LOOK / "icons.txt").read_text().split())
    used = {(_name(path), one or other) for path, text in TEMPLATES.items() for one, other in NAMED.findall(text)}
    wrong = {(path, name) for path, name in used if name not in listed}
    assert wrong == set(), "Add the name to icons.txt; every Tabler outline icon will do."


def _listed_icons() -> set[str]:
    return {row["icon"] for text in LISTS.values() for row in csv.DictReader(text.splitlines())}


def test_every_icon_of_a_list_is_in_the_sprite():
    assert _listed_icons() - set((LOOK / "icons.txt").read_text().split()) == set()
    assert len(_listed_icons()) > 10


def test_every_icon_of_the_sprite_is_used():
    sources = [*TEMPLATES.values(), *(path.read_text() for path in SOURCE.rglob("*.py"))]
    named = set(re.findall(r"""["']([a-z0-9-]+)["']""", "\n".join(sources))) | _listed_icons()
    unused = [name for name in (LOOK / "icons.txt").read_text().split() if name not in named]
    assert unused == [], "Every icon costs each visitor some bytes: take these names out of icons.txt."


def test_the_list_of_icons_is_sorted_and_without_doubles():
    names = (LOOK / "icons.txt").read_text().split()
    assert names == sorted(set(names))


def test_nothing_comes_from_another_host():
    sent = re.compile(r"""<(?:link|script|img|iframe)[^>]+(?:href|src)=["'](?:https?:)?//""")
    assert [_name(path) for path, text in TEMPLATES.items() if sent.search(text)] == []
