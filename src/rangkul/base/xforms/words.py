"""Labels, hints and messages of an XForm: in each language, with the values that an answer puts into them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from rangkul.base.xforms.questions import BLANK, DEFAULT, which
from rangkul.base.xforms.xml import XFORMS, local

_ITEXT = re.compile(r"^\s*jr:itext\(\s*'([^']+)'\s*\)\s*$")
_MEDIA = frozenset({"image", "big-image", "audio", "video"})
# What pyxform writes where a translation is missing.
_MISSING = "-"


@dataclass(frozen=True, slots=True)
class Output:
    """A place in a label that shows the value of an expression."""

    expression: str


Parts = tuple["str | Output", ...]


@dataclass(slots=True, eq=False)
class Words:
    """One text in all its languages."""

    parts: dict[str, Parts] = field(default_factory=dict)
    guidance: dict[str, Parts] = field(default_factory=dict)
    media: dict[str, str] = field(default_factory=dict)

    def plain(self) -> dict[str, str]:
        return _plain(self.parts)


def _plain(parts: Mapping[str, Parts]) -> dict[str, str]:
    return {
        language: text
        for language, several in parts.items()
        if (text := "".join(part if isinstance(part, str) else BLANK for part in several).strip())
    }


NO_WORDS = Words()


def spoken(words: Words, language: str | None) -> Parts:
    """In the language, else in the first that has words."""
    found = which(words.parts, language)
    return words.parts[found] if found is not None else ()


class Dictionary:
    """The `itext` block of a form."""

    def __init__(self, model: etree._Element):
        self.languages: list[str] = []
        # Files that any language shows.
        self.media: dict[str, None] = {}
        self._texts: dict[str, Words] = {}
        translations = model.findall(f"{{{XFORMS}}}itext/{{{XFORMS}}}translation")
        # The default language first: it stands in where another has no words.
        for translation in sorted(translations, key=lambda one: one.get("default") is None):
            language = translation.get("lang", DEFAULT)
            self.languages.append(language)
            for text in translation.iterchildren(f"{{{XFORMS}}}text"):
                words = self._texts.setdefault(text.get("id", ""), Words())
                for value in text.iterchildren(f"{{{XFORMS}}}value"):
                    if file := _add(words, language, value.get("form", ""), value):
                        self.media[file] = None
        # An untranslated choice list or "other" makes pyxform invent a language that nobody chose.
        if len(self.languages) > 1 and DEFAULT in self.languages:
            self.languages.remove(DEFAULT)

    def by_id(self, name: str) -> Words:
        return self._texts.get(name, NO_WORDS)

    def all(self) -> dict[str, Words]:
        return self._texts

    def of_message(self, written: str) -> Words:
        """What an attribute says: a reference into the dictionary, or the words themselves."""
        found = _ITEXT.match(written)
        if found:
            return self.by_id(found.group(1))
        return Words({DEFAULT: (written.strip(),)}) if written.strip() else NO_WORDS

    def of_element(self, element: etree._Element | None) -> Words:
        """What a `label` or a `hint` says."""
        if element is None:
            return NO_WORDS
        if element.get("ref"):
            return self.of_message(element.get("ref", ""))
        return Words({DEFAULT: _parts(element)})


def _add(words: Words, language: str, form: str, value: etree._Element) -> str:
    """The file that this value names, or ""."""
    parts = _parts(value)
    if not form and parts != (_MISSING,):
        words.parts[language] = parts
    elif form == "guidance" and parts != (_MISSING,):
        words.guidance[language] = parts
    elif form in _MEDIA and value.text and value.text != _MISSING:
        file = value.text.rsplit("/", 1)[-1]
        words.media.setdefault(form, file)
        return file
    return ""


def _parts(element: etree._Element) -> Parts:
    found: list[str | Output] = [element.text.lstrip()] if element.text and element.text.strip() else []
    for child in element:
        if local(child) == "output":
            found.append(Output(child.get("value", "")))
        if child.tail:
            found.append(child.tail)
    if found and isinstance(found[-1], str):
        found[-1] = found[-1].rstrip()
    return tuple(found)


def guidance(words: Words) -> dict[str, str]:
    return _plain(words.guidance)
