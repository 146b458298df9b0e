"""An XForm drawn as a page: the questions as HTML in one language, and the model that the browser's engine follows.

    render(xform, "id") -> Rendered(questions, model)

Both are made by the two style sheets of the engine's own transformer, which the build lays beside our styles. Nothing
here trusts a form: it is parsed without entities and network, its words become text, and what it points to outside is
left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from rangkul.journey.instruments.rendering import before, cleaning, scales, sheets

_PARSER = {"resolve_entities": False, "no_network": True, "huge_tree": False, "remove_comments": True}


@dataclass(frozen=True)
class Rendered:
    """`questions` is HTML that is safe to place as it is, `model` XML text for the engine."""

    questions: str
    model: str


def render(xform: str, language: str) -> Rendered:
    """`language` is a code as in "Bahasa Indonesia (id)"; one that the form does not speak gives its first language.

    Raises lxml.etree.LxmlError for what is no XForm; versions are checked before they are kept.
    """
    form: Element = etree.fromstring(xform.encode(), etree.XMLParser(**_PARSER))
    before.speak_only(form, language)
    steps = scales.take_words(form)
    before.write_choices_out(form)
    before.prepare_itemsets(form)
    drawn = sheets.questions(form)
    scales.draw(drawn, steps)
    questions = cleaning.clean(drawn, language)
    return Rendered(questions, cleaning.model(sheets.model(form)))
