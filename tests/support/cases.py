"""A case of the fixed cast, opened inside the worker's transaction."""

from rangkul.base.models import DataKey
from rangkul.commons.people.models import Person
from rangkul.journey.cases.actions import open_case


def opened(worker, name="Wati Contoh", **given):
    """`opened(cast.ayu, concern="…")` is a case of a client of that name."""
    client = Person.objects.create(
        key=DataKey.make(), agency=worker.agency, unit=worker.unit, registered_by=worker, full_name=name
    )
    return open_case(by=worker.asker(), person=client, **given)
