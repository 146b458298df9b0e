"""A paper answer keyed in, and the way for browsers without scripts: the questions as one plain form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rangkul.base.forms.days import DayField
from rangkul.base.forms.sending import send
from rangkul.base.xforms import Question, Refused
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments import queries, reading
from rangkul.journey.instruments.actions import Given, record
from rangkul.journey.instruments.models import Administration, InstrumentVersion
from rangkul.journey.instruments.pages.forms import AroundForm
from rangkul.journey.instruments.pages.frame import case_or_404, language_of, page, version_or_404
from rangkul.journey.instruments.states import Mode

# More choices than this are one list to pick from.
_FEW = 12
_PLAIN = {"text", "integer", "decimal", "range", "date", "select_one", "select_multiple", "acknowledge", "time"}


class NotPlain(ValueError):
    """This form asks something that a plain page cannot: a repeat, a place, a file."""


class PaperForm(AroundForm):
    """One field a question, named `q_<name>`. Nothing is required here: the form itself says what may stay empty."""

    mode = forms.ChoiceField(
        label=gettext_lazy("Cara"),
        choices=[(Mode.PAPER.value, Mode.PAPER.label), (Mode.INTERVIEW.value, Mode.INTERVIEW.label)],
        initial=Mode.PAPER,
    )

    def __init__(self, *args: Any, questions: tuple[Question, ...], language: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.layout: list[tuple[str, Any]] = []
        for kind, what in _walk(questions, language):
            if kind == "question":
                field = _field(what, language)
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
                yield "group", question.label(language)
            yield from _walk(question.children, language)
        elif question.kind == "note" and question.relevant:
            # It answers an answer; on a page that follows none it would speak to everybody.
            continue
        elif question.kind == "note":
            yield "note", question.label(language)
        elif question.asked and not question.readonly:
            if question.kind not in _PLAIN:
                raise NotPlain(question.name)
            yield "question", question


def _field(question: Question, language: str) -> forms.Field:
    words = {"label": question.label(language), "help_text": question.hint(language), "required": False}
    choices = [(choice.name, choice.label(language)) for choice in question.choices]
    if question.kind == "select_multiple":
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **words)
    if question.choices and len(choices) <= _FEW:
        return forms.ChoiceField(choices=[*choices, ("", _("Tidak dijawab"))], widget=forms.RadioSelect, **words)
    if question.choices:
        return forms.ChoiceField(choices=[("", _("Tidak dijawab")), *choices], **words)
    if question.kind in {"integer", "range"}:
        return forms.IntegerField(**words)
    if question.kind == "decimal":
        return forms.DecimalField(**words)
    if question.kind == "date":
        return DayField(**words)
    if question.kind == "time":
        return forms.TimeField(widget=forms.TimeInput(attrs={"type": "time"}), **words)
    if question.kind == "acknowledge":
        return forms.ChoiceField(choices=[("OK", _("Ya")), ("", _("Tidak dijawab"))], widget=forms.RadioSelect, **words)
    return forms.CharField(max_length=5000, widget=forms.Textarea(attrs={"rows": 2}), **words)


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    case, version = case_or_404(request, case_id), version_or_404(request, version_id)
    language = language_of(version, request.GET.get("bahasa", ""))
    form_of = reading.form_of(version)
    try:
        form = PaperForm(
            request.POST or None, people=queries.people_of(case), questions=form_of.questions, language=language
        )
    except NotPlain:
        return page(request, case, "not_plain", {"version": version})
    if request.method == "POST":
        try:
            if send(
                form, request.asker, f"paper.{version.pk}", lambda words: _record(request, case, version, form, words)
            ):
                row = Administration.objects.get(case=case, instance=_number(form))
                return redirect("instruments:result", case.pk, row.pk)
        except Refused as refused:
            _place(form, refused)
    words = {"version": version, "form": form, "rules": reading.rules_of(version), "language": language}
    return page(request, case, "paper", words, wrong=bool(form.errors))


def _number(form: PaperForm) -> str:
    """The page's own key is the answer's number: the same page sent twice is one answer."""
    return f"uuid:{form.cleaned_data['once'] or uuid4()}"


def _record(
    request: HttpRequest, case: Case, version: InstrumentVersion, form: PaperForm, words: dict[str, Any]
) -> Administration:
    around = dict(words)
    values = form.values(around)
    answer = reading.form_of(version).answer_from(values, instance_id=_number(form))
    language = language_of(version, request.GET.get("bahasa", ""))
    return record(by=request.asker, case=case, version=version, given=Given(answer=answer, language=language, **around))


def _place(form: PaperForm, refused: Refused) -> None:
    """Each refusal beside its question; what belongs to none stands above."""
    for fault in refused.faults:
        name = f"q_{fault.path.rpartition('/')[2].partition('[')[0]}"
        form.add_error(name if name in form.fields else None, fault.message)
