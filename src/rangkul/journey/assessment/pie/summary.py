"""PIE in one line of plain Indonesian. It repeats what was coded and what others found, and judges nothing."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rangkul.journey.assessment.pie.codes import (
    Coping,
    Duration,
    Factor,
    Ground,
    Problem,
    Profession,
    Role,
    Severity,
    System,
    Trouble,
    Via,
)
from rangkul.journey.assessment.pie.values import Coded, Found

_UNNAMED = ("other_person", "other_work", "other_situation")


def _low(label: object) -> str:
    """A label inside a sentence; what is written in capitals stays so."""
    text = str(label)
    return text[:1].lower() + text[1:]


def place(coded: Coded) -> str:
    """Where it is hard: "sebagai orang tua: kehilangan", "pendidikan dan pelatihan: biaya dan perlengkapan belajar"."""
    if coded.factor == Factor.ROLE:
        known = coded.named if coded.role in _UNNAMED and coded.named else _low(Role(coded.role).label)
        whose = f" ({coded.named})" if coded.named and known != coded.named else ""
        values = {"role": f"{known}{whose}", "trouble": _low(Trouble(coded.trouble).label)}
        return _("sebagai %(role)s: %(trouble)s") % values
    problem = _low(Problem(coded.problem).label)
    if coded.problem == Problem.DISCRIMINATION:
        problem = _("diskriminasi atas dasar %(ground)s") % {"ground": Ground(coded.ground).label}
    if coded.named:
        problem = coded.named if coded.problem == Problem.OTHER else f"{problem} ({coded.named})"
    return f"{_low(System(coded.system).label)}: {problem}"


def how(coded: Coded) -> str:
    """How hard, how long and, for a role, with what strength it is met."""
    parts = [_low(Severity(coded.severity).label), _low(Duration(coded.duration).label)]
    if coded.coping is not None:
        parts.append(_("kemampuan menghadapi %(coping)s") % {"coping": _low(Coping(coded.coping).label)})
    return ", ".join(parts)


def difficulty(coded: Coded) -> str:
    return f"{place(coded)} ({how(coded)})"


def found(one: Found) -> str:
    """What others found, with who, by which way and when: never as something the worker found."""
    who = {"name": one.found_by, "profession": _low(Profession(one.profession).label)}
    ways = {
        Via.DOCUMENT: _("tertulis di %(document)s") % {"document": one.document},
        Via.TOLD_BY_FINDER: _("disampaikan sendiri"),
        Via.TOLD_BY_CLIENT: _("diceritakan klien"),
        Via.TOLD_BY_FAMILY: _("diceritakan orang terdekat"),
    }
    kind = _("kesehatan jiwa") if one.factor == Factor.MENTAL else _("kesehatan badan")
    values = {"kind": kind, "finding": one.finding.strip().rstrip("."), "way": ways[Via(one.via)]}
    values["day"] = date_format(one.on, "j F Y")
    return _("%(kind)s: menurut %(name)s, %(profession)s, “%(finding)s” (%(way)s, %(day)s)") % {**values, **who}


def hardest_first(codings: Iterable[Coded]) -> list[Coded]:
    return sorted(codings, key=lambda one: (-one.severity, -one.duration, one.factor, one.place))


def line(codings: Iterable[Coded], findings: Iterable[Found] = ()) -> str:
    """Everything in one sentence, the hardest first; "" where nothing is known."""
    parts = [difficulty(one) for one in hardest_first(codings)]
    parts += [found(one) for one in sorted(findings, key=lambda one: (one.factor, one.on))]
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def codes(codings: Iterable[Coded]) -> str:
    return "; ".join(one.code for one in hardest_first(codings))
