"""An XForm drawn as a page: the questions as HTML in one language, and the model that the browser's engine follows.

    render(xform, "id", pictures) -> Rendered(questions, model)

Both are made by the two style sheets of the engine's own transformer, which the build lays beside our styles. Nothing
here trusts a form: it is parsed without entities and network, its words become text, and what it points to outside is
left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from rangkul.base.xforms import Form
from rangkul.journey.instruments.rendering import before, cleaning, scales, sheets
from rangkul.journey.instruments.rendering.showing import Picture

# Questions and choices on one page. So many are drawn in about a second, once in each process and language, and are
# read by nobody in one go.
MOST_PARTS = 12_000
_PARSER = {"resolve_entities": False, "no_network": True, "huge_tree": False, "remove_comments": True}


@dataclass(frozen=True)
class Rendered:
    """`questions` is HTML that is safe to place as it is, `model` XML text for the engine."""

    questions: str
    model: str


def parts(form: Form) -> int:
    """How many questions and choices stand on its page from the start."""
    return sum(1 + (0 if one.choice_filter else len(one.choices)) for one in form.all_questions())


def render(xform: str, language: str, pictures: Mapping[str, Picture] | None = None) -> Rendered:
    """`language` is a code as in "Bahasa Indonesia (id)"; one that the form does not speak gives its first language.
    `pictures` are those that may be shown, by the name that the form gives them; others are left out.

    Raises lxml.etree.LxmlError for what is no XForm; versions are checked before they are kept.
    """
    form: Element = etree.fromstring(xform.encode(), etree.XMLParser(**_PARSER))
    before.speak_only(form, language)
    steps = scales.take_words(form)
    before.write_choices_out(form)
    before.prepare_itemsets(form)
    drawn = sheets.questions(form)
    scales.draw(drawn, steps)
    questions = cleaning.clean(drawn, language, pictures or {}, before.filled(form))
    return Rendered(questions, cleaning.model(sheets.model(form)))
