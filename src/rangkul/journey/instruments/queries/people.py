"""Whom an instrument may be about: the client, and the people of the case."""

from datetime import date

from rangkul.commons.people.models import Person
from rangkul.journey.cases.models import Case


def people_of(case: Case) -> list[Person]:
    """The client first. Everybody who is of the case now."""
    rows = [row.person for row in case.people.filter(until=None).select_related("person").order_by("made_at")]
    client = [case.person] if case.person else []
    return client + [person for person in rows if case.person is None or person.pk != case.person.pk]


def years(person: Person | None, day: date) -> int | None:
    """Whole years on that day; None where the date of birth is not known well enough."""
    if person is None or person.birth_date is None or person.birth_precision not in {"day", "month", "year"}:
        return None
    born = person.birth_date
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
