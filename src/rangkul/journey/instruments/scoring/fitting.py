"""Whether a form that somebody else wrote can be scored by rules of ours: an agency that fills in the official text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from rangkul.journey.instruments.scoring.rules import Rules
from rangkul.journey.instruments.scoring.words import Words

# Stands where a licence asks for the official words and this release may not or cannot give them.
EMPTY_SLOT = "[TEKS RESMI BELUM DIISI]"

_ABSENT = Words("Pertanyaan {item} belum ada di formulir.", "The form has no question {item}.")
_OTHER_CHOICES = Words(
    "Pilihan jawaban pertanyaan {item} harus bernama {names}.", "The answers to question {item} must be named {names}."
)
_EMPTY = Words(
    "Masih ada {slots} tempat yang menunggu teks resmi.",
    "{slots} places still wait for the official text.",
)


def unfit(rules: Rules, choices: Mapping[str, Collection[str]], labels: Iterable[str] = ()) -> tuple[Words, ...]:
    """What keeps the form from being scored, or nothing.

    `choices` holds for each question of the form the names that can be chosen; `labels` all its labels.
    """
    faults = []
    for item in rules.items:
        names = set(rules.answers[item].points)
        if item not in choices:
            faults.append(_ABSENT.filled(item=item))
        elif set(choices[item]) != names:
            faults.append(_OTHER_CHOICES.filled(item=item, names=", ".join(sorted(names))))
    if slots := empty_slots(labels):
        faults.append(_EMPTY.filled(slots=slots))
    return tuple(faults)


def empty_slots(labels: Iterable[str]) -> int:
    return sum(label.count(EMPTY_SLOT) for label in labels)
