"""Who may do which verb with people. The database decides whom one sees; a verb is asked only about the seen."""

from rangkul.base.asking import Asker
from rangkul.commons.people.models import Doubt, Person


def may_register(*, by: Asker, **_) -> bool:
    """Whoever practises in a unit; a job that loads an older register does so under a worker's name."""
    return by.practises and by.unit_id is not None


def may_write(*, by: Asker, **_) -> bool:
    return by.practises


def may_merge(*, by: Asker, kept: Person, absorbed: Person, **_) -> bool:
    """A junior proposes by telling a colleague: joining two lives wrongly endangers both."""
    return by.has("peksos", "supervisor") and kept.agency_id == absorbed.agency_id == by.agency_id


def may_doubt(*, by: Asker, one: Person, other: Person, **_) -> bool:
    """Whoever practises, a junior too: a doubt decides nothing."""
    return by.practises and one.agency_id == other.agency_id == by.agency_id


def may_answer_doubt(*, by: Asker, doubt: Doubt, **_) -> bool:
    return by.has("peksos", "supervisor") and doubt.agency_id == by.agency_id


def may_unmerge(*, by: Asker, **_) -> bool:
    return by.has("peksos", "supervisor")


def may_restrict(*, by: Asker, **_) -> bool:
    """Any worker may hide a person in danger at once."""
    return by.practises


def may_unrestrict(*, by: Asker, person: Person, **_) -> bool:
    """Opening again is for the supervisor of the person's unit."""
    return by.has("supervisor") and by.unit_id == person.unit_id


def may_reveal(*, by: Asker, **_) -> bool:
    return by.practises


def may_wish_news(*, by: Asker, **_) -> bool:
    """Each for themself."""
    return by.kind == "staff"


def is_clock(*, by: Asker, **_) -> bool:
    return by.kind == "job"


def is_leaving(*, by: Asker, **_) -> bool:
    """What the closing of an account hands over; an admin began it, and reads none of it."""
    return by.kind == "job" and by.name == "staff.leaving"
