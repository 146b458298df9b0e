"""Which terms may be chosen now, and what a term chosen earlier meant."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from rangkul.base import clock
from rangkul.base.taxonomy import ages
from rangkul.base.taxonomy.models import Taxonomy, Term

PPKS = "ppks"
PSKS = "psks"
PROBLEM = "problem"
AID = "aid"


def version(taxonomy: str, day: date | None = None) -> str:
    """The version that holds on a day, today unless said. Raises Taxonomy.DoesNotExist for an unknown list."""
    day = day or clock.local(clock.now()).date()
    held = Taxonomy.objects.filter(Q(valid_to=None) | Q(valid_to__gte=day), name=taxonomy, valid_from__lte=day)
    return held.latest("valid_from").version


def current(taxonomy: str) -> QuerySet[Term]:
    """The terms that may be chosen now, in the order of the list."""
    return Term.objects.filter(taxonomy__name=taxonomy, taxonomy__valid_to=None).select_related("taxonomy")


def term(code: str, version: str | None = None, taxonomy: str = PPKS) -> Term | None:
    """A term as it stood in a version, or in the current one."""
    held = Term.objects.filter(taxonomy__name=taxonomy, code=code).select_related("taxonomy")
    held = held.filter(taxonomy__valid_to=None) if version is None else held.filter(taxonomy__version=version)
    return held.first()


def terms(codes: Iterable[str], version: str | None = None, taxonomy: str = PPKS) -> dict[str, Term]:
    """`term` for a whole list, in one query; unknown codes are left out."""
    held = Term.objects.filter(taxonomy__name=taxonomy, code__in=set(codes)).select_related("taxonomy")
    held = held.filter(taxonomy__valid_to=None) if version is None else held.filter(taxonomy__version=version)
    return {found.code: found for found in held}


def suggested(problems: Iterable[str]) -> list[Term]:
    """The PPKS terms a worker may want to look at for plainly chosen problems. A suggestion, never a decision."""
    codes = current(PROBLEM).filter(code__in=set(problems)).values_list("suggests", flat=True)
    return list(current(PPKS).filter(code__in={code for some in codes for code in some}))


def successor(code: str, taxonomy: str) -> Term | None:
    """The current PPKS term for a code of an older list (`GLDNG` of `pmks` is PPKS-11); None where there is none."""
    old = Term.objects.filter(taxonomy__name=taxonomy, code=code).exclude(alias_of="").first()
    return term(old.alias_of) if old else None


def age_note(term: Term, age: int | None) -> str:
    """One sentence where the recorded age (full years) does not fit the term; the worker decides."""
    return ages.note(term.youngest, term.oldest, age)
