"""Codes in Indonesian words, for readers that do not know our codes."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.utils.translation import override

from rangkul.commons.directory.models import Organization, Service
from rangkul.commons.directory.queries import Entry, condition_words
from rangkul.commons.directory.states import Access, Cost, Language, LegalStatus, Paper, Topic, Unit, Way
from rangkul.tell.exchange.hsds.vocabulary import Terms


@lru_cache(maxsize=500)
def _label(words: Any, code: str) -> str:
    with override("id"):
        return str(words(code).label) if code in words.values else code


def ways(row: Service) -> str:
    said = ", ".join(_label(Way, code) for code in row.ways)
    return ". ".join(part for part in (said, row.application_process) if part)


def fees(row: Service) -> str:
    return ", ".join(part for part in (_label(Cost, row.cost) if row.cost else "", row.fees_description) if part)


def alert(row: Service) -> str:
    """News that it has closed or moved goes out too: nobody is sent to a closed door by another system."""
    return f"Ada kabar pada {row.doubted_on:%Y-%m-%d}: {_label(Topic, row.doubt).lower()}." if row.doubt else ""


def conditions(entry: Entry, terms: Terms) -> str:
    return "; ".join(condition_words(rule, terms.groups, entry.regions) for rule in entry.rules)


def legal(row: Organization) -> str:
    return _label(LegalStatus, row.legal_status) if row.legal_status else ""


def access(code: str) -> str:
    return _label(Access, code)


def language(code: str) -> str:
    return _label(Language, code)


def cost(row: Service) -> str:
    return _label(Cost, row.cost)


def unit(code: str) -> str:
    return _label(Unit, code)


def paper(row: Any) -> str:
    name = row.document or _label(Paper, row.paper)
    return name if row.needed else f"{name} (bila ada)"
