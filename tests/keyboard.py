"""What a page must have so that it is walked with keys alone and read aloud: names, labels, its own order."""

from collections import Counter
from typing import Any

from lxml import html

_TYPED = "//input[not(@type='hidden')] | //select | //textarea"


def barriers(page: str) -> list[str]:
    """In words, each thing that keeps somebody out who uses no mouse or hears the page; [] where there is none."""
    tree = html.fromstring(page)
    return [*_twice(tree), *_unlabelled(tree), *_nameless(tree), *_out_of_order(tree), *_groups(tree)]


def _twice(tree: Any) -> list[str]:
    ids = Counter(tree.xpath("//*[not(self::input[@type='hidden'])]/@id"))
    return [f"id {name} stands {n} times" for name, n in ids.items() if n > 1]


def _unlabelled(tree: Any) -> list[str]:
    named = {one.get("for") for one in tree.xpath("//label[normalize-space()]")}
    return [
        f"{one.tag} {one.get('name')} has no label"
        for one in tree.xpath(_TYPED)
        if one.get("id") not in named and not one.xpath("ancestor::label") and not one.get("aria-label")
    ]


def _nameless(tree: Any) -> list[str]:
    rows = tree.xpath("//button | //a[@href] | //summary")
    return [f"{one.tag} without words: {html.tostring(one)[:80]!r}" for one in rows if not _named(one)]


def _named(one: Any) -> bool:
    return bool(one.text_content().strip() or one.get("aria-label") or one.xpath(".//img[@alt] | .//svg[@aria-label]"))


def _out_of_order(tree: Any) -> list[str]:
    """Keys follow the page from top to bottom; what is no button or link is not pressed."""
    found = [f"{one.tag} has an order of its own" for one in tree.xpath("//*[@tabindex > 0]")]
    pressed = tree.xpath("//*[@role='button'][not(self::button or self::a)]")
    return found + [f"{one.tag} plays a button" for one in pressed]


def _groups(tree: Any) -> list[str]:
    """The answers of one question are read with it."""
    named = "ancestor::fieldset[legend[normalize-space()]] | ancestor::*[@role='radiogroup' or @role='group']"
    answers = tree.xpath("//input[@type='radio' or @type='checkbox']")
    several = {name for name, n in Counter(one.get("name") for one in answers).items() if n > 1}
    rows = [one for one in answers if one.get("name") in several and not one.xpath(named)]
    return [f"{one.get('type')} {one.get('name')} stands in no group with a name" for one in rows]
