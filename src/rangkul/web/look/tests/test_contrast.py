"""Every text colour can be read on every ground it stands on (WCAG AA, 4.5), in light and dark."""

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[1] / "scss" / "_tokens.scss").read_text()
READ = ("text", "muted", "primary", "accent", "red", "orange", "amber", "green", "blue")
SOFT = {"primary", "red", "orange", "amber", "green", "blue"}


def _theme(name: str) -> dict[str, str]:
    block = re.search(rf"\${name}: \((.*?)\n\);", TOKENS, re.DOTALL).group(1)
    return dict(re.findall(r'"([\w-]+)": (#[0-9a-f]{6})', block))


def _light(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_are_readable_on_every_ground(name):
    theme = _theme(name)
    pairs = [(colour, ground) for colour in READ for ground in ("ground", "surface")]
    pairs += [(colour, f"{colour}-soft") for colour in SOFT]
    pairs += [(colour, "sunk") for colour in ("text", "muted", "primary")]
    pairs += [("accent-deep", "accent-soft"), ("on-primary", "primary"), ("on-primary", "primary-deep")]
    pairs += [("text", f"{colour}-soft") for colour in (*SOFT, "accent")]
    weak = {pair: round(contrast(theme[pair[0]], theme[pair[1]]), 2) for pair in pairs}
    assert {pair: value for pair, value in weak.items() if value < 4.5} == {}


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_edge_of_a_field_is_visible(name):
    theme = _theme(name)
    assert all(contrast(theme["edge"], theme[ground]) >= 3 for ground in ("ground", "surface"))
