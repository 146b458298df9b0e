"""A draft as its page shows it: each part beside what the record says today, and what stands before a signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from django.forms import Form

from rangkul.base.actions import Refused
from rangkul.journey.cases.queries.secrets import Secret
from rangkul.journey.reports.actions.signing import leaks, needs_ground, unwritten
from rangkul.journey.reports.drafting import kind_of, write
from rangkul.journey.reports.models import Paper, Passage
from rangkul.journey.reports.pages.forms import LeaveOutForm, PassageForm, PressForm
from rangkul.journey.reports.states import Shape
from rangkul.journey.reports.writing.parts import Line, Part

_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """A run of words: "" as the record says it, "new" the worker's, "gone" what the worker took out."""

    text: str
    kind: str = ""


@dataclass
class PassageView:
    """`older` are sentences that the record no longer says, `newer` those that it says since."""

    passage: Passage
    part: Part
    older: list[Line] = field(default_factory=list)
    newer: list[Line] = field(default_factory=list)
    empty: bool = False
    secrets: list[Secret] = field(default_factory=list)
    form: Form | None = None
    leave_form: Form | None = None
    renew_form: Form | None = None

    @property
    def anchor(self) -> str:
        return f"bagian-{self.passage.code}"

    @property
    def rows(self) -> list[tuple[str, str]]:
        pairs = (line.partition(":") for line in self.lines)
        return [(name.strip(), value.strip()) for name, _colon, value in pairs]

    @property
    def lines(self) -> list[str]:
        return [line for line in self.passage.now.split("\n") if line.strip()]

    @property
    def said(self) -> list[tuple[str, bool]]:
        """Each line with whether it says that nothing is known."""
        gaps = {line.text for line in self.part.lines if line.gap}
        return [(line, line in gaps) for line in self.lines]

    @property
    def is_table(self) -> bool:
        return self.passage.shape == Shape.FACTS

    @property
    def is_prose(self) -> bool:
        return self.passage.shape == Shape.PROSE

    @property
    def sources(self) -> list[Line]:
        return [line for line in self.part.lines if line.told]

    @property
    def pieces(self) -> list[Piece]:
        return compared(self.part.words, self.passage.text) if self.passage.changed else []

    @property
    def moved_on(self) -> bool:
        return bool(self.older or self.newer)


def compared(before: str, after: str) -> list[Piece]:
    """What was changed, word by word."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("".join(old[a:b])))
            continue
        if a < b:
            pieces.append(Piece("".join(old[a:b]), "gone"))
        if c < d:
            pieces.append(Piece("".join(new[c:d]), "new"))
    return pieces


@dataclass
class DraftView:
    parts: list[PassageView]
    unwritten: list[PassageView]
    moved_on: list[PassageView]
    held: list[str]
    secrets: list[tuple[PassageView | None, Secret]]
    asks_ground: bool

    @property
    def firm(self) -> bool:
        """Something stands in it that no reader gets."""
        return any(secret.firm for _view, secret in self.secrets)

    @property
    def may_be_signed(self) -> bool:
        return not (self.unwritten or self.firm)


def view_of(paper: Paper, passages: Sequence[Passage], wrong: dict[str, Form] | None = None) -> DraftView:
    """`wrong` holds forms that came back with something to mend, by the code of their part."""
    today = _today(paper)
    views = {one.pk: _view(one, today.get(one.code), (wrong or {}).get(one.code)) for one in passages}
    for one in unwritten(list(passages)):
        views[one.pk].empty = True
    secrets = [(views[one.pk] if one else None, secret) for one, secret in leaks(paper, list(passages))]
    for view, secret in secrets:
        if view:
            view.secrets.append(secret)
    parts = list(views.values())
    return DraftView(
        parts,
        [one for one in parts if one.empty],
        [one for one in parts if one.moved_on],
        list(dict.fromkeys(reason for one in parts for reason in one.part.held)),
        secrets,
        needs_ground(paper),
    )


def _today(paper: Paper) -> dict[str, Part]:
    """What the record says now; nothing where it no longer holds a document of this kind."""
    try:
        return {part.code: part for part in write(paper.case, kind_of(paper.kind), paper.reader).parts}
    except Refused:
        return {}


def _view(passage: Passage, now: Part | None, wrong: Form | None) -> PassageView:
    part = passage.part
    view = PassageView(passage, part)
    if now is not None:
        then_words, now_words = {line.text for line in part.lines}, {line.text for line in now.lines}
        view.older = [line for line in part.lines if line.text not in now_words and not (part.own and line.gap)]
        view.newer = [line for line in now.lines if line.text not in then_words and not (now.own and line.gap)]
    ids = f"id_{passage.code}_%s"
    view.form = wrong or PassageForm(initial={"text": _to_edit(passage)}, auto_id=ids)
    # Nobody signs before the own parts are written, so no page says that they may stay empty.
    view.form.fields["text"].when_chosen = part.own  # type: ignore[attr-defined]
    view.leave_form = LeaveOutForm(initial={"left_out": not passage.left_out}, auto_id=f"id_leave_{passage.code}_%s")
    view.renew_form = PressForm(auto_id=f"id_renew_{passage.code}_%s")
    return view


def _to_edit(passage: Passage) -> str:
    """An own part begins empty: its remark that nothing is written is no text to mend."""
    if passage.changed:
        return passage.text
    part = passage.part
    return "\n".join(line.text for line in part.lines if not (part.own and line.gap))
