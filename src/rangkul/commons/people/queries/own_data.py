"""What a registration says of somebody, in words for themself."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rangkul.base.wilayah.queries import paths
from rangkul.commons.people.models import Address, Person, Phone
from rangkul.commons.people.words import FIELDS, address_of, birth_of

Pairs = list[tuple[str, str]]


def own_data(person: Person) -> Iterator[tuple[str, Pairs]]:
    """(title, pairs) for each part. A hidden address stays out: paper lies open where people live together."""
    yield _("Data diri"), list(_facts(person))
    phones = Phone.objects.filter(person=person, ended_at__isnull=True).select_related("key").order_by("made_at")
    yield _("Telepon"), [(phone.get_owner_display(), phone.number) for phone in phones]
    yield _("Alamat"), list(_addresses(person))


def _facts(person: Person) -> Iterator[tuple[str, str]]:
    told = (
        ("full_name", person.full_name), ("called_name", person.called_name), ("birth_date", birth_of(person)),
        ("birth_place", person.birth_place), ("sex", person.get_sex_display()), ("nik", person.nik), ("kk", person.kk),
    )  # fmt: skip
    yield from ((str(FIELDS[name]), str(value)) for name, value in told if value)
    for other in person.other_names.order_by("made_at"):
        yield other.get_kind_display(), other.name


def _addresses(person: Person) -> Iterator[tuple[str, str]]:
    shown = Address.objects.filter(person=person, ended_at__isnull=True, hidden=False).select_related("key")
    rows = list(shown.order_by("made_at"))
    places = paths({row.region_code for row in rows} - {""})
    yield from ((row.get_kind_display(), address_of(row, places.get(row.region_code, ""))) for row in rows)
