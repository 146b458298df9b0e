"""What a person agreed to, as the page of a file shows it; the form in which it is asked later; the taking back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line, text
from rangkul.commons.trust.models import ANSWERED_WITHIN, Consent
from rangkul.commons.trust.queries import FOR_ONE_REFERRAL, Subject, consents_of
from rangkul.commons.trust.states import ConsentMode, Purpose

_ANSWERS = (("", _("Belum ditanyakan")), ("yes", _("Setuju")), ("no", _("Tidak setuju")))
# What a worker can take down later; a drawn name or a thumbprint stands under a contract.
_MODES = [(one.value, one.label) for one in (ConsentMode.SPOKEN, ConsentMode.SCREEN)]
_FIELD = "answer_"


class Asked(Protocol):
    """The words in which a purpose is asked."""

    purpose: str
    question: Any
    meaning: Any


@dataclass(frozen=True)
class Answer:
    """One answer. `url` is where it is taken back; `by_asker`: said by who asked for help for somebody else."""

    row: Consent
    url: str
    by_asker: bool = False

    @property
    def stands(self) -> bool:
        return self.row.given and self.row.withdrawn_at is None

    @property
    def for_one_referral(self) -> bool:
        return self.row.text_version.startswith(FOR_ONE_REFERRAL)

    @property
    def stop_by(self) -> datetime | None:
        """By when those who have the data must have stopped using them."""
        return self.row.withdrawn_at and self.row.withdrawn_at + ANSWERED_WITHIN


@dataclass(frozen=True)
class Matter:
    """A purpose with the answer that counts, or none yet."""

    label: str
    answer: Answer | None


class AskForm(RangkulForm):
    """Each purpose by itself; what could not be asked stays open."""

    def __init__(self, *args: Any, texts: Iterable[Asked], **kwargs: Any):
        super().__init__(*args, **kwargs)
        first = {
            _FIELD + one.purpose: forms.ChoiceField(
                label=one.question, help_text=one.meaning, choices=_ANSWERS, required=False, widget=forms.RadioSelect
            )
            for one in texts
        }
        self.fields = first | {
            "mode": choice(_("Bagaimana ia menjawab"), _MODES),
            "witness": line(_("Nama saksi"), most=120, required=False, help_text=_("Untuk jawaban lisan.")),
        } | self.fields  # fmt: skip

    def answers(self) -> dict[str, bool]:
        said = {name.removeprefix(_FIELD): word for name, word in self.cleaned_data.items() if name.startswith(_FIELD)}
        return {purpose: word == "yes" for purpose, word in said.items() if word}


class TakeBackForm(RangkulForm):
    reason = text(
        _("Apa katanya, bila ia mau mengatakannya"),
        rows=2,
        most=1_000,
        required=False,
        help_text=_("Boleh kosong. Tidak ada yang wajib memberi alasan."),
    )


def answers(
    subjects: Iterable[Subject], url: Callable[[UUID], str], by_asker: Callable[[Consent], bool] = lambda _row: False
) -> list[Answer]:
    """Every answer on these files, newest first."""
    rows = consents_of(*subjects).select_related("asked_by")
    return [Answer(row, url(row.pk), by_asker(row)) for row in rows]


def matters(found: Iterable[Answer], texts: Iterable[Asked]) -> list[Matter]:
    """What is asked of everybody, and what else this person was asked; the newest answer counts."""
    newest: dict[str, Answer] = {}
    for one in found:
        if not (one.by_asker or one.for_one_referral):
            newest.setdefault(one.row.purpose, one)
    purposes = dict.fromkeys([*(str(one.purpose) for one in texts), *newest])
    return [Matter(str(Purpose(purpose).label), newest.get(purpose)) for purpose in purposes]
