"""The questions of a form as plain fields, for paper that is keyed in and for browsers without scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.widgets import Scale
from rangkul.base.xforms import Question, Refused
from rangkul.base.xforms.questions import FILES
from rangkul.journey.instruments.paper.plainly import plainly
from rangkul.journey.instruments.rendering.cleaning import IN_DOCUMENTS, LATITUDE
from rangkul.journey.instruments.rendering.scales import steps_between
from rangkul.journey.instruments.rendering.showing import Picture

# More choices than this are one list to pick from.
_FEW = 12
_ONE_LINE = FILES | {"barcode", "geopoint"}
_PLAIN = _ONE_LINE | {"text", "integer", "decimal", "range", "date", "time"}
_PLAIN |= {"select_one", "select_multiple", "acknowledge"}


_TICK = [("OK", gettext_lazy("Ya")), ("", gettext_lazy("Tidak dijawab"))]
_MADE: dict[str, tuple[type[forms.Field], dict[str, Any]]] = {
    "integer": (forms.IntegerField, {}),
    "range": (forms.IntegerField, {}),
    "decimal": (forms.DecimalField, {}),
    "time": (forms.TimeField, {"widget": forms.TimeInput({"type": "time"})}),
    "acknowledge": (forms.ChoiceField, {"choices": _TICK, "widget": forms.RadioSelect}),
}
_WRITTEN = (forms.CharField, {"max_length": 5000, "widget": forms.Textarea({"rows": 2})})


class NotPlain(ValueError):
    """This form asks something that a plain page cannot: a repeat, an order, a moment of a day."""


class PlainForm(RangkulForm):
    """One field a question, named `q_<name>`, with the `pictures` that the form shows beside it. Nothing is
    required here: the form itself says what may stay empty."""

    def __init__(
        self,
        *args: Any,
        questions: tuple[Question, ...],
        language: str,
        pictures: Mapping[str, Picture] | None = None,
        **kwargs: Any,
    ):
        super().__init__(*args, **kwargs)
        self.layout: list[tuple[str, Any]] = []
        for kind, what in _walk(questions, language):
            if kind == "question":
                field = _field(what, language, pictures or {})
                self.fields[f"q_{what.name}"] = field
                self._adapt(field)
            self.layout.append((kind, what))

    def rows(self) -> Iterator[tuple[str, Any]]:
        for kind, what in self.layout:
            yield kind, self[f"q_{what.name}"] if kind == "question" else what

    def values(self, words: dict[str, Any]) -> dict[str, Any]:
        """What was keyed in, by the names of the questions; the rest of `words` stays."""
        given = {name: words.pop(name) for name in list(words) if name.startswith("q_")}
        return {
            name.removeprefix("q_"): tuple(value) if isinstance(value, list) else value
            for name, value in given.items()
            if value not in (None, "", [])
        }


def _walk(questions: tuple[Question, ...], language: str) -> Iterator[tuple[str, Any]]:
    for question in questions:
        if question.kind == "repeat":
            raise NotPlain(question.name)
        if question.children:
            if question.label(language) != question.name:
                yield "group", plainly(question.label(language))
            yield from _walk(question.children, language)
        elif question.kind == "note" and question.relevant:
            # It answers an answer; on a page that follows none it would speak to everybody.
            continue
        elif question.kind == "note":
            yield "note", plainly(question.label(language))
        elif question.asked and not question.readonly:
            if question.kind not in _PLAIN:
                raise NotPlain(question.name)
            yield "question", question


def _shown(media: Mapping[str, str], pictures: Mapping[str, Picture], words: str) -> str:
    """The words and under them the picture, which says nothing that the words do not."""
    found = next((pictures[media[kind]] for kind in ("image", "big-image") if media.get(kind) in pictures), None)
    if found is None:
        return words
    drawn = '{} <img class="or-picture" src="{}" width="{}" height="{}" alt="" loading="lazy">'
    return format_html(drawn, words, found.url, found.width, found.height)


def _field(question: Question, language: str, pictures: Mapping[str, Picture]) -> forms.Field:
    hint = _shown(question.media, pictures, plainly(question.hint(language)))
    words = {"label": plainly(question.label(language)), "help_text": hint, "required": False}
    if question.kind == "range" and (steps := _scale(question)):
        named = {choice.name: choice.label(language) for choice in question.choices}
        widget = Scale(low=named.get(steps[0], ""), high=named.get(steps[-1], ""))
        choices = [("", _("Tidak dijawab")), *((step, step) for step in steps)]
        return forms.ChoiceField(choices=choices, widget=widget, **words)
    choices = [
        (choice.name, _shown(choice.media, pictures, plainly(choice.label(language))))
        for choice in question.choices
        if question.kind != "range"
    ]
    if question.kind == "select_multiple":
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **words)
    if question.choices and len(choices) <= _FEW:
        return forms.ChoiceField(choices=[*choices, ("", _("Tidak dijawab"))], widget=forms.RadioSelect, **words)
    if question.choices:
        return forms.ChoiceField(choices=[("", _("Tidak dijawab")), *choices], **words)
    if question.kind == "date":
        return DayField(**words)
    if question.kind in _ONE_LINE:
        told = IN_DOCUMENTS if question.kind in FILES else LATITUDE if question.kind == "geopoint" else ""
        given = {"data-rangkul-photo": question.kind, "data-name": question.path} if question.kind in FILES else {}
        widget = forms.TextInput(given)
        return forms.CharField(max_length=200, widget=widget, **{**words, "help_text": hint or told})
    made, more = _MADE.get(
        question.kind, (forms.CharField, {"max_length": 5000, "widget": forms.Textarea({"rows": 2})})
    )
    return made(**words, **more)


def _scale(question: Question) -> list[str]:
    given = question.parameters
    return steps_between(given.get("start", ""), given.get("end", ""), given.get("step", "1"))


def place(form: PlainForm, refused: Refused) -> None:
    """Each refusal beside its question; what belongs to none stands above."""
    for fault in refused.faults:
        name = f"q_{fault.path.rpartition('/')[2].partition('[')[0]}"
        form.add_error(name if name in form.fields else None, fault.message)
