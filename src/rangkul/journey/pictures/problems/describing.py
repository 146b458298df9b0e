"""The graph of problems in plain sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rangkul.journey.pictures.genogram.describing import listed
from rangkul.journey.pictures.models import Problem, ProblemLink
from rangkul.journey.pictures.states import ProblemRole


def problem_words(problem: Problem) -> str:
    return f"{ProblemRole(problem.role).label.capitalize()}: {problem.words}"


def link_words(link: ProblemLink, problems: Mapping[str, Problem]) -> str:
    """`Utang → Pertengkaran: cukup yakin. Klien, 3 Mei 2026: “…”`"""
    return _("%(cause)s menyebabkan %(effect)s (%(confidence)s). Sumber: %(source)s, %(day)s.") % {
        "cause": _quoted(problems[str(link.cause_id)]),
        "effect": _quoted(problems[str(link.effect_id)]),
        "confidence": link.get_confidence_display(),
        "source": link.get_source_display(),
        "day": date_format(link.source_date, "j F Y"),
    }


def circle_words(members: Sequence[str], problems: Mapping[str, Problem]) -> str:
    """What leads back to itself holds itself up: it can be broken at any of its places."""
    names = listed([_quoted(problems[one]) for one in members])
    return _("Lingkaran: %(names)s saling menyebabkan.") % {"names": names}


def _quoted(problem: Problem) -> str:
    return f"“{problem.words}”"


def sentences(
    problems: Mapping[str, Problem], links: Sequence[ProblemLink], circles: Sequence[Sequence[str]]
) -> list[str]:
    said = [problem_words(one) for role in ProblemRole for one in problems.values() if one.role == role]
    said += [link_words(link, problems) for link in links]
    return [*said, *(circle_words(one, problems) for one in circles)]


def wish_sentences(problems: Mapping[str, Problem], links: Sequence[ProblemLink]) -> list[str]:
    """The same graph as a tree of wishes: what is wished for in place of what, and what would help what."""
    said = [_wish_words(one) for role in ProblemRole for one in problems.values() if one.role == role]
    for link in links:
        cause, effect = problems[str(link.cause_id)], problems[str(link.effect_id)]
        if cause.wish and effect.wish:
            said.append(
                _("%(one)s membantu tercapainya %(other)s.") % {"one": _wished(cause), "other": _wished(effect)}
            )
    return said


def wish_kind(role: str) -> str:
    """What a box of the graph is called in the tree of wishes."""
    kinds = {ProblemRole.CAUSE: _("jalan"), ProblemRole.PROBLEM: _("tujuan"), ProblemRole.EFFECT: _("hasil")}
    return kinds[ProblemRole(role)]


def _wish_words(problem: Problem) -> str:
    words = {"kind": wish_kind(problem.role).capitalize(), "now": _quoted(problem)}
    if not problem.wish:
        return _("%(kind)s: harapannya belum ditulis. Sekarang: %(now)s.") % words
    return _("%(kind)s: %(wish)s. Sekarang: %(now)s.") % {**words, "wish": _wished(problem)}


def _wished(problem: Problem) -> str:
    return f"“{problem.wish}”"
