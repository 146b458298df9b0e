"""The tables that a load touches, and what is set right once they are full."""

from collections.abc import Iterable

import psycopg
from psycopg import sql

from rangkul.base.models import DataKey, Event
from rangkul.commons.people.keys import cuts_of
from rangkul.commons.people.models import (
    Address,
    Household,
    HouseholdMember,
    Kinship,
    NameCut,
    Person,
    PersonKey,
    PersonName,
    Phone,
)
from rangkul.commons.trust.models import AccessGrant
from rangkul.entry.intake.models import Contact, Decision, Request, RequestKey, Ruling
from rangkul.journey.cases import models as cases

_MODELS = (
    DataKey, Event, Person, PersonKey, PersonName, NameCut, Phone, Address, Household, HouseholdMember, Kinship,
    AccessGrant, Request, RequestKey, Contact, Decision, Ruling, cases.Case, cases.CasePerson, cases.CaseTicket,
    cases.TeamMember, cases.StageStep, cases.Contract, cases.Activity, cases.Note, cases.Task, cases.Decision,
)  # fmt: skip


def names() -> tuple[str, ...]:
    return tuple(model._meta.db_table for model in _MODELS)


def write_vocabulary(connection: psycopg.Connection, words: dict[str, set[tuple[str, str]]]) -> None:
    """Every word of an agency's register under each of its cuts, so that a mistyped one is found."""
    command = sql.SQL("COPY {} (agency_id, cut, word, key) FROM STDIN").format(sql.Identifier(NameCut._meta.db_table))
    with connection.cursor() as cursor, cursor.copy(command) as copy:
        for agency, pairs in words.items():
            # Two sounds of one spelling share a row's key; the first keeps it.
            for word, sound in dict(sorted(pairs)).items():
                copy.write("".join(f"{agency}\t{cut}\t{word}\t{sound}\n" for cut in cuts_of(word, sound)))


def settling(tables: Iterable[str]) -> tuple[str, ...]:
    """Statements after which the planner knows what is there and no page waits to be tidied up."""
    return tuple(f'VACUUM (ANALYZE, FREEZE) "{table}"' for table in tables)
