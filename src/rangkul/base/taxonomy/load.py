"""Bring the shipped lists into the database. Runs as the owner; a second run changes nothing."""

import csv
import io
from collections.abc import Iterator
from importlib import resources

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from rangkul.base import clock
from rangkul.base.progress import Progress, quiet
from rangkul.base.taxonomy.ages import years
from rangkul.base.taxonomy.models import Taxonomy, Term

_KEY = ["taxonomy", "code"]
_REST = [field.name for field in Term._meta.fields if field.name not in ("id", *_KEY)]


def load(connection: BaseDatabaseWrapper, progress: Progress = quiet) -> None:
    """Add new lists and terms and bring wording up to this release. Terms are never removed: cases refer to them."""
    lists = list(rows("taxonomies.csv"))
    with transaction.atomic(using=connection.alias):
        _end_unlisted(connection.alias, lists)
        # A version that ends makes room for its successor before that one arrives.
        for done, listed in enumerate(sorted(lists, key=lambda row: not row["valid_to"]), 1):
            _load_list(connection.alias, listed)
            progress("Memuat taksonomi", done, len(lists))


def _end_unlisted(alias: str, lists: list[dict[str, str]]) -> None:
    """A current version that this release no longer lists ends today; its terms stay for the files that hold them."""
    current = Taxonomy.objects.using(alias).filter(valid_to=None, name__in={listed["name"] for listed in lists})
    listed = {(listed["name"], listed["version"]) for listed in lists}
    gone = [taxonomy.pk for taxonomy in current if (taxonomy.name, taxonomy.version) not in listed]
    Taxonomy.objects.using(alias).filter(pk__in=gone).update(valid_to=clock.local(clock.now()).date())


def rows(file: str) -> Iterator[dict[str, str]]:
    text = resources.files(__package__).joinpath("data", file).read_text(encoding="utf-8")
    yield from csv.DictReader(io.StringIO(text, newline=""))


def _load_list(alias: str, listed: dict[str, str]) -> None:
    taxonomy, _made = Taxonomy.objects.using(alias).update_or_create(
        name=listed["name"],
        version=listed["version"],
        defaults={
            "source": listed["source"],
            "valid_from": listed["valid_from"],
            "valid_to": listed["valid_to"] or None,
        },
    )
    terms = [_term(taxonomy, place, row) for place, row in enumerate(rows(listed["file"]), 1)]
    Term.objects.using(alias).bulk_create(terms, update_conflicts=True, unique_fields=_KEY, update_fields=_REST)


def _term(taxonomy: Taxonomy, place: int, row: dict[str, str]) -> Term:
    youngest, oldest = years(row.get("unit_or_age", ""))
    suggests = row.pop("suggests", "").split()
    return Term(taxonomy=taxonomy, place=place, youngest=youngest, oldest=oldest, suggests=suggests, **row)
