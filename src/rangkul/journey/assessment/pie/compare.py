"""Two rounds beside each other, in words: what is easier, what is harder, what is new, what is gone. No sum."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.journey.assessment.pie import summary
from rangkul.journey.assessment.pie.codes import Severity
from rangkul.journey.assessment.pie.values import Coded


class Moved(models.TextChoices):
    BETTER = "better", gettext_lazy("Lebih ringan")
    WORSE = "worse", gettext_lazy("Lebih berat")
    MIXED = "mixed", gettext_lazy("Berubah ke dua arah")
    SAME = "same", gettext_lazy("Tetap")
    NEW = "new", gettext_lazy("Baru")
    GONE = "gone", gettext_lazy("Tidak lagi menjadi masalah")
    # The round before knew it; nobody has looked at it in this one yet, which is not the same as gone.
    WAITING = "waiting", gettext_lazy("Belum dilihat lagi")


@dataclass(frozen=True)
class Change:
    moved: Moved
    sentence: str
    before: Coded | None = None
    now: Coded | None = None


def changes(before: Iterable[Coded], now: Iterable[Coded]) -> list[Change]:
    """Each difficulty of either round, told by what became of it."""
    old, new = {one.place: one for one in before}, {one.place: one for one in now}
    told = [_change(old.get(place), new.get(place)) for place in [*new, *[p for p in old if p not in new]]]
    order = list(Moved)
    return sorted(told, key=lambda change: order.index(change.moved))


def _change(before: Coded | None, now: Coded | None) -> Change:
    if now is None:
        assert before is not None
        sentence = _("%(place)s; dulu %(before)s, belum dilihat lagi.")
        return Change(Moved.WAITING, _told(sentence, before, before=before), before, None)
    if before is None:
        return Change(Moved.NEW, _told(_("%(place)s; sekarang %(now)s."), now, now=now), None, now)
    moved = _moved(before, now)
    if moved == Moved.SAME:
        return Change(moved, _told(_("%(place)s; tetap %(now)s."), now, now=now), before, now)
    sentence = _("%(place)s; dulu %(before)s, sekarang %(now)s.")
    return Change(moved, _told(sentence, now, before=before, now=now), before, now)


def _told(sentence: str, placed: Coded, *, before: Coded | None = None, now: Coded | None = None) -> str:
    where = summary.place(placed)
    values = {"place": f"{where[:1].upper()}{where[1:]}"}
    values |= {"before": summary.how(before)} if before else {}
    values |= {"now": summary.how(now)} if now else {}
    return sentence % values


def _moved(before: Coded, now: Coded) -> Moved:
    if now.severity == Severity.NONE and before.severity != Severity.NONE:
        return Moved.GONE
    # A higher number is harder on both scales; how long it lasts says nothing about better or worse.
    steps = {_sign(now.severity - before.severity), _sign((now.coping or 0) - (before.coping or 0))} - {0}
    if not steps:
        return Moved.SAME
    return Moved.MIXED if len(steps) > 1 else Moved.BETTER if steps == {-1} else Moved.WORSE


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
