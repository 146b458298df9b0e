"""A case without a name: codes and spans of time, never a date, a place or somebody's words. What a person writes
beside it is looked through for whatever would lead back."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import gettext as _

from rangkul.base.days import today
from rangkul.base.wilayah import queries as regions
from rangkul.commons.people.models import Person
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import Channel

# Fewer digits than these name nobody; a telephone number, a NIK or a date has more.
_DIGITS = re.compile(r"\d[\d\s.-]{4,}\d")
_WORD = re.compile(r"\w+")
# Words in names and places that are no name by themselves.
_COMMON = frozenset({"siti", "muhammad", "kota", "desa", "jalan", "kelurahan", "kecamatan", "kabupaten", "barat",
                     "timur", "utara", "selatan", "tengah", "bapak", "anak", "jawa", "baru"})  # fmt: skip


def facts_of(case: Case) -> list[tuple[str, str]]:
    """(what, value) pairs of plain words."""
    return list(_facts(case))


def _facts(case: Case) -> Iterator[tuple[str, str]]:
    yield _("Klien"), case.get_client_kind_display()
    if case.person is not None:
        yield _("Jenis kelamin"), case.person.get_sex_display() or _("Belum diketahui")
        yield _("Usia"), _decade(case.person.birth_date)
    if case.service_function:
        yield _("Fungsi pelayanan"), case.get_service_function_display()
    yield _("Tahap sekarang"), case.get_stage_display()
    yield _("Tingkat risiko sekarang"), case.get_level_display()
    for step in case.steps.order_by("at"):
        yield _week(case, step.at), step.title
    for change in case.risk_changes.order_by("at"):
        words = {"before": change.get_before_display(), "after": change.get_after_display()}
        yield _week(case, change.at), _("Risiko: %(before)s menjadi %(after)s") % words
    yield _("Kontak"), _contacts(case)
    yield _("Yang ikut membantu"), _("%(n)d petugas dan mitra") % {"n": case.team.count() + case.partners.count()}


def _decade(born: date | None) -> str:
    """Ten years wide; an age alone can lead to somebody in a small village."""
    if born is None:
        return _("Belum diketahui")
    low = (today().year - born.year) // 10 * 10
    return _("%(low)d sampai %(high)d tahun") % {"low": low, "high": low + 9}


def _week(case: Case, at: datetime) -> str:
    return _("Minggu ke-%(n)d") % {"n": max((at - case.opened_at).days // 7 + 1, 1)}


def _contacts(case: Case) -> str:
    found: dict[str, int] = {}
    for channel in case.activities.values_list("channel", flat=True):
        found[channel] = found.get(channel, 0) + 1
    parts = [f"{Channel(code).label}: {n}" for code, n in sorted(found.items())]
    return "; ".join(map(str, parts)) or _("Belum ada")


def leads_back(case: Case, *texts: str) -> list[str]:
    """Words in these texts that belong to somebody or some place of the case, and long numbers; empty where none do."""
    names = _names(case)
    found: list[str] = []
    for text in texts:
        found += [word for word in _WORD.findall(text) if word.lower() in names]
        found += [number.strip() for number in _DIGITS.findall(text)]
    return list(dict.fromkeys(found))


def _names(case: Case) -> set[str]:
    ids = {case.person_id, *case.people.values_list("person_id", flat=True)} - {None}
    people = Person.objects.filter(pk__in=ids).prefetch_related("other_names")
    said = [
        case.name,
        case.number,
        case.worker.full_name,
        case.worker.called_name,
        regions.path(case.region_code) if case.region_code else "",
    ]
    for person in people:
        said += [
            person.full_name,
            person.called_name,
            person.birth_place,
            *(one.name for one in person.other_names.all()),
        ]
        said.append(regions.path(person.region_code) if person.region_code else "")
    words = {word.lower() for text in said for word in _WORD.findall(text or "")}
    return {word for word in words if len(word) > 2 and not word.isdigit()} - _COMMON
