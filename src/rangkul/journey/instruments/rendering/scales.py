"""A short scale (0 to 10) is a row of buttons, one for each step: large targets, arrows move, words at both ends.

The engine takes them for the answers of one question, as it takes any choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from lxml import etree
from lxml.etree import _Element as Element

from rangkul.journey.instruments.rendering.before import XF

# More steps than this are typed.
MOST = 11
_OF_NUMBERS = frozenset({"type", "min", "max", "step", "value", "class"})


def take_words(form: Element) -> dict[str, dict[str, str]]:
    """What the steps of each scale are called, by its path and the step; taken out of the form, for the style sheet
    knows scales without words alone."""
    instances = {one.get("id"): one for one in form.iterfind(f".//{{{XF}}}instance[@id]")}
    spoken = {one.get("id"): one.findtext(f"{{{XF}}}value", "") for one in form.iterfind(f".//{{{XF}}}text[@id]")}
    named: dict[str, dict[str, str]] = {}
    for scale in form.iterfind(f".//{{{XF}}}range"):
        for itemset in scale.findall(f"{{{XF}}}itemset"):
            listed = instances.get(itemset.get("nodeset", "").partition("'")[2].partition("'")[0])
            named[scale.get("ref", "")] = dict(_rows(listed, spoken)) if listed is not None else {}
            scale.remove(itemset)
    return named


def _rows(listed: Element, spoken: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for row in listed.findall(f"{{{XF}}}root/{{{XF}}}item"):
        plain = row.findtext(f"{{{XF}}}label", "")
        yield row.findtext(f"{{{XF}}}name", ""), spoken.get(row.findtext(f"{{{XF}}}itextId", ""), plain)


def draw(form: Element, named: Mapping[str, Mapping[str, str]]) -> None:
    for given in form.xpath("//label/input[@type='number'][@min][@max]"):
        steps = steps_between(given.get("min"), given.get("max"), given.get("step", "1"))
        if steps:
            _buttons(given, steps, named.get(given.get("name", ""), {}))


def steps_between(least: str, most: str, by: str) -> list[str]:
    """Every step of a scale; nothing where it is too long for buttons, or no scale at all."""
    try:
        first, last, step = Decimal(least), Decimal(most), Decimal(by)
    except InvalidOperation:
        return []
    if step <= 0 or not 1 <= (last - first) / step <= MOST - 1:
        return []
    count = int((last - first) / step) + 1
    return [f"{first + step * turn:f}" for turn in range(count)]


def _buttons(given: Element, steps: list[str], words: Mapping[str, str]) -> None:
    question = given.getparent()
    question.tag = "fieldset"
    question.set(
        "class", " ".join([*question.get("class", "").replace("non-select", "simple-select").split(), "scale"])
    )
    inner = etree.Element("fieldset")
    legend = etree.SubElement(inner, "legend")
    for part in list(question)[: question.index(given)]:
        legend.append(part)
    row = etree.SubElement(inner, "div")
    row.set("class", "option-wrapper")
    kept = {name: value for name, value in given.attrib.items() if name not in _OF_NUMBERS}
    for step in steps:
        label = etree.SubElement(row, "label")
        etree.SubElement(label, "input", {"type": "radio", "data-name": given.get("name", ""), **kept, "value": step})
        shown = etree.SubElement(label, "span", {"class": "option-label active"})
        shown.text = step
        if words.get(step):
            etree.SubElement(shown, "span", {"class": "visually-hidden"}).text = f": {words[step]}"
    _ends(inner, steps, words)
    question.replace(given, inner)


def _ends(inner: Element, steps: list[str], words: Mapping[str, str]) -> None:
    """Spoken with the steps themselves, so they are shown here and not said again."""
    ends = [(step, words.get(step, "")) for step in (steps[0], steps[-1])]
    if not any(said for _step, said in ends):
        return
    line = etree.SubElement(inner, "p", {"class": "scale-ends", "aria-hidden": "true"})
    for step, said in ends:
        etree.SubElement(line, "span").text = f"{step}: {said}" if said else step
