"""A form for a printer: numbered questions with room for answers. Who makes the page decides how a box looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from itertools import count

from django.utils.translation import gettext as _

from rangkul.base.xforms.form import Form
from rangkul.base.xforms.questions import Question
from rangkul.base.xforms.structure import Spec, Structure
from rangkul.base.xforms.xpath.compiling import expression
from rangkul.base.xforms.xpath.references import references
from rangkul.base.xforms.xpath.syntax import Binary, Call, Literal, Path, Tree

# How often a repeating part is printed.
TURNS = 4
# More choices than this are written, not ticked.
TICKED = 30
MARKS = 21

_BOXES = {
    "select_one": "one of",
    "select_multiple": "some of",
    "rank": "order",
    "integer": "number",
    "decimal": "number",
    "date": "date",
    "time": "time",
    "datetime": "date and time",
    "acknowledge": "tick",
    "note": "none",
    "geopoint": "line",
    "barcode": "line",
}
_FILES = {"image", "audio", "video", "file", "geotrace", "geoshape"}


@dataclass(frozen=True, slots=True)
class Line:
    """`box` is one of: one of, some of, order, scale, number, date, time, date and time, tick, lines, line, none.
    `condition` says in words when it is asked; `name` is where the answer is keyed in."""

    number: int | None
    name: str
    text: str
    hint: str
    box: str
    options: tuple[str, ...] = ()
    required: bool = False
    condition: str = ""
    media: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """`turns` is above 1 where the part repeats."""

    title: str
    condition: str
    turns: int
    lines: tuple[Line, ...]
    depth: int = 0


@dataclass(slots=True)
class Paper:
    title: str
    key: str
    version: str
    sections: tuple[Section, ...] = ()
    numbers: dict[str, int] = field(default_factory=dict)


def blank(form: Form, language: str | None = None) -> Paper:
    paper = Paper(form.title, form.key, form.version)
    counter = count(1)
    for question in form.all_questions():
        if question.asked and question.kind not in _FILES:
            paper.numbers[question.path] = next(counter)
    printer = _Printer(form.structure, paper.numbers, language)
    paper.sections = tuple(printer.sections("", "", 1, form.questions, 0))
    return paper


class _Printer:
    def __init__(self, structure: Structure, numbers: dict[str, int], language: str | None):
        self.structure, self.numbers, self.language = structure, numbers, language

    def sections(
        self, title: str, condition: str, turns: int, questions: tuple[Question, ...], depth: int
    ) -> Iterator[Section]:
        """The questions in order; a group inside them begins a section of its own."""
        lines: list[Line] = []
        for question in questions:
            if question.kind in {"group", "repeat"}:
                if lines:
                    yield Section(title, condition, turns, tuple(lines), depth)
                lines, inside = [], TURNS if question.kind == "repeat" else 1
                label = question.label(self.language) if question.labels else title
                yield from self.sections(label, self.condition(question), inside, question.children, depth + 1)
            elif question.asked or question.kind == "note":
                lines.append(self.line(question))
        if lines:
            yield Section(title, condition, turns, tuple(lines), depth)

    def line(self, question: Question) -> Line:
        box, options = self.box(question)
        return Line(
            number=self.numbers.get(question.path),
            name=question.name,
            text=question.label(self.language),
            hint=question.hint(self.language),
            box=box,
            options=options,
            required=question.required,
            condition=self.condition(question),
            media=tuple(question.media.values()),
        )

    def box(self, question: Question) -> tuple[str, tuple[str, ...]]:
        if question.kind in _FILES:
            return "none", ()
        if question.kind == "range":
            marks = _marks(question)
            return ("scale", marks) if marks else ("number", ())
        if question.choices and len(question.choices) > TICKED:
            return "line", ()
        options = tuple(choice.label(self.language) for choice in question.choices)
        box = _BOXES.get(question.kind, "lines")
        # Choices that come from earlier answers are not known on paper.
        return ("line" if box in {"one of", "some of", "order"} and not options else box), options

    # When to skip.

    def condition(self, question: Question) -> str:
        if not question.relevant:
            return ""
        spec = self.structure.by_path[question.path]
        words = self._words(expression(question.relevant).tree, spec)
        return _("Hanya bila %s.") % words if words else _("Hanya bila sesuai jawaban sebelumnya.")

    def _words(self, tree: Tree, spec: Spec) -> str:
        match tree:
            case Binary("and" | "or" as how, left, right):
                one, other = self._words(left, spec), self._words(right, spec)
                joined = _("%(one)s dan %(other)s") if how == "and" else _("%(one)s atau %(other)s")
                return joined % {"one": one, "other": other} if one and other else ""
            case Binary("=" | "!=" as how, Path() as path, Literal(value)):
                return self._answered(path, str(value), spec, denied=how == "!=")
            case Call("selected", (Path() as path, Literal(value))):
                return self._answered(path, str(value), spec, denied=False)
        return ""

    def _answered(self, path: Path, value: str, spec: Spec, *, denied: bool) -> str:
        found = references(path, spec, {})
        about = found[-1].spec if found else None
        number = self.numbers.get(about.path) if about else None
        if about is None or about.question is None or number is None:
            return ""
        said = next((one.label(self.language) for one in about.question.choices if one.name == value), "")
        if not said:
            return _("nomor %s diisi") % number if denied and not value else ""
        words = _("nomor %(number)s bukan “%(answer)s”") if denied else _("nomor %(number)s dijawab “%(answer)s”")
        return words % {"number": number, "answer": said}


def _marks(question: Question) -> tuple[str, ...]:
    try:
        start, end, step = (Decimal(question.parameters.get(key, "1")) for key in ("start", "end", "step"))
    except InvalidOperation:
        return ()
    size = abs((end - start) / step) if step else Decimal(MARKS)
    if size >= MARKS:
        return ()
    way = abs(step) if end >= start else -abs(step)
    return tuple(format((start + way * at).normalize(), "f") for at in range(int(size) + 1))
