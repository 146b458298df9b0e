"""The decisions that there are, each with its verb, its form and its words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rangkul.base.forms import RangkulForm
from rangkul.entry.intake import actions
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.pages.staff import forms
from rangkul.entry.intake.pages.staff.words import DECISIONS
from rangkul.entry.intake.states import CLOSED, TABLE


@dataclass(frozen=True)
class Kind:
    """`verb` is the word of the state table, `act` the verb itself."""

    verb: str
    act: Callable[..., Any]
    form: type[RangkulForm] = forms.DecideForm
    danger: bool = False

    @property
    def ends(self) -> bool:
        return TABLE.steps[self.verb][1] in CLOSED


KINDS = {
    "terima": Kind("accept", actions.accept, forms.AcceptForm),
    "rujuk": Kind("refer", actions.refer, forms.ReferForm),
    "pastikan": Kind("confirm_handover", actions.confirm_handover),
    "tolak": Kind("decline", actions.decline, forms.DeclineForm, danger=True),
    "tunggu": Kind("waitlist", actions.waitlist, forms.WaitForm),
    "tanya": Kind("ask_information", actions.ask_information),
    "buka": Kind("reopen", actions.reopen),
}


def possible(request: Request) -> list[tuple[str, Any]]:
    """(slug, words) of the decisions that the request's state allows."""
    return [(slug, DECISIONS[slug][0]) for slug, kind in KINDS.items() if TABLE.allows(kind.verb, request.state)]
