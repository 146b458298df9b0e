"""What labels carry besides words: pictures, and marks for bold and slanted print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from lxml import etree
from lxml.etree import _Element as Element

# Bounded, so that a label made to be slow is not.
_MARKED = re.compile(r"\*\*(?=\S)([^*]{1,500}?)(?<=\S)\*\*|(?<![\w*])[*_](?=\S)([^*_]{1,500}?)(?<=\S)[*_](?![\w*])")
_LINK = re.compile(r"\[([^\]\[]{1,300})\]\([^)\s]{1,500}\)")
_HASHES = re.compile(r"^#{1,6}\s+", re.MULTILINE)
_SPOKEN = (
    "//span[contains(@class, 'question-label') or contains(@class, 'or-hint') or contains(@class, 'option-label')]"
)


@dataclass(frozen=True)
class Picture:
    """Where it lies, and its size, so that nothing jumps when it arrives."""

    url: str
    width: int
    height: int


def show_pictures(form: Element, pictures: Mapping[str, Picture]) -> None:
    """Only what came with the form is shown; whatever else a form points to is left out."""
    for link in form.xpath("//a[img]"):
        # Leads to the larger copy of a picture; we keep one size.
        link.tag = "unwrapped"
    etree.strip_tags(form, "unwrapped")
    for image in form.xpath("//img"):
        picture = pictures.get(image.get("src", "").rsplit("/", 1)[-1])
        if picture is None:
            image.set("src", "")
            continue
        words = "".join(image.xpath("string(preceding-sibling::span[1])")).strip()
        name = re.sub(r"[-_]+", " ", image.get("src").rsplit("/", 1)[-1].rpartition(".")[0])
        image.attrib.clear()
        # Words beside it say what it shows; alone it is called by its name.
        image.set("alt", "" if words else _("Gambar: %s") % name)
        image.set("class", "or-picture active")
        for key, value in (("src", picture.url), ("width", picture.width), ("height", picture.height)):
            image.set(key, str(value))
        image.set("loading", "lazy")
        _below_its_words(image)


def _below_its_words(image: Element) -> None:
    """What must be answered, and the hint, belong to the words and stand before the picture."""
    while (after := image.getnext()) is not None and after.get("class", "").split()[:1] in (["required"], ["or-hint"]):
        after.addnext(image)


def speak_marks(form: Element) -> None:
    """XLSForms write **bold** and *slanted*; links and headings within a label are their words."""
    for label in form.xpath(_SPOKEN):
        for part in [label, *label.iterdescendants("span")]:
            for place in ("text", "tail"):
                if (part is not label or place == "text") and (said := getattr(part, place)) and _has_marks(said):
                    _mark(part, place, _HASHES.sub("", _LINK.sub(r"\1", said)))


def _has_marks(said: str) -> bool:
    return any(sign in said for sign in "*_[#")


def _mark(part: Element, place: str, said: str) -> None:
    pieces = list(_pieces(said))
    setattr(part, place, pieces[0][1] if pieces and not pieces[0][0] else "")
    holder, at = (part, 0) if place == "text" else (part.getparent(), part.getparent().index(part) + 1)
    last: Element | None = None
    for tag, words in pieces if not pieces or pieces[0][0] else pieces[1:]:
        if tag:
            last = etree.Element(tag)
            last.text = words
            holder.insert(at, last)
            at += 1
        elif last is not None:
            last.tail = words


def _pieces(said: str) -> Iterator[tuple[str, str]]:
    """(element or "", words), as they follow each other."""
    end = 0
    for found in _MARKED.finditer(said):
        if found.start() > end:
            yield "", said[end : found.start()].replace("**", "")
        yield ("strong", found[1]) if found[1] is not None else ("em", found[2])
        end = found.end()
    if end < len(said):
        # What is left stood around a value that only an answer gives.
        yield "", said[end:].replace("**", "")
