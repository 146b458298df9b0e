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
_MONTHS = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
_DATE = re.compile(rf"\b\d{{1,2}}(?:\s+(?:{_MONTHS})(?:\s+\d{{4}})?|/\d{{1,2}}/\d{{2,4}})\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+|\b(?:https?://|www[.])\S+", re.IGNORECASE)
_WORD = re.compile(r"\w+")
# Words in names and places that are no name by themselves.
_COMMON = frozenset({"kota", "desa", "jalan", "kelurahan", "kecamatan", "kabupaten", "barat", "timur", "utara",
                     "selatan", "tengah", "bapak", "anak", "jawa", "baru"})  # fmt: skip
# Half of all people share these: they lead back to nobody, and give way where a name does.
_SHARED = frozenset({"siti", "muhammad"})


def facts_of(case: Case) -> list[tuple[str, str]]:
    """(what, value) pairs of plain words, with what happened in which week."""
    return [*_who(case), *_story(case), *_help(case)]


def short_facts_of(case: Case) -> list[tuple[str, str]]:
    """The same without what happened when."""
    return [*_who(case), *_help(case)]


def _who(case: Case) -> Iterator[tuple[str, str]]:
    yield _("Klien"), case.get_client_kind_display()
    if case.person is not None:
        yield _("Jenis kelamin"), case.person.get_sex_display() or _("Belum diketahui")
        yield _("Usia"), _decade(case.person.birth_date)
    if case.service_function:
        yield _("Fungsi pelayanan"), case.get_service_function_display()
    yield _("Tahap sekarang"), case.get_stage_display()
    yield _("Tingkat risiko sekarang"), case.get_level_display()


def _story(case: Case) -> Iterator[tuple[str, str]]:
    for step in case.steps.order_by("at"):
        yield _week(case, step.at), step.title
    for change in case.risk_changes.order_by("at"):
        words = {"before": change.get_before_display(), "after": change.get_after_display()}
        yield _week(case, change.at), _("Risiko: %(before)s menjadi %(after)s") % words


def _help(case: Case) -> Iterator[tuple[str, str]]:
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


def leads_back(case: Case | None, *texts: str) -> list[str]:
    """Words in these texts that belong to somebody or some place of the case, dates, addresses and long numbers; empty
    where none do. Without a case only what leads back by itself."""
    names = (_people_of(case) | _places_of(case)) - _SHARED if case else set()
    found: list[str] = []
    for text in texts:
        found += [word for word in _WORD.findall(text) if word.lower() in names]
        found += [hit.strip() for pattern in (_DATE, _ADDRESS, _DIGITS) for hit in pattern.findall(text)]
    return list(dict.fromkeys(found))


def hidden(case: Case | None, text: str) -> str:
    """The text with a general word in the place of each name, place, date, address and long number. Somebody reads it
    before it goes: a machine knows only what the file knows."""
    for pattern, word in ((_ADDRESS, _("[alamat]")), (_DATE, _("[tanggal]")), (_DIGITS, _("[nomor]"))):
        text = pattern.sub(word, text)
    if case is None:
        return text
    people, places = _people_of(case), _places_of(case)

    def general(found: re.Match[str]) -> str:
        word = found[0].lower()
        return _("[nama]") if word in people else _("[tempat]") if word in places else found[0]

    text = _WORD.sub(general, text)
    # A name of several words is one name.
    for word in (_("[nama]"), _("[tempat]")):
        text = re.sub(rf"{re.escape(word)}(?:[\s,]+{re.escape(word)})+", word, text)
    return text


def _people_of(case: Case) -> set[str]:
    said = [case.name, case.number, case.worker.full_name, case.worker.called_name]
    for person in _persons(case):
        said += [person.full_name, person.called_name, *(one.name for one in person.other_names.all())]
    return _words(said)


def _places_of(case: Case) -> set[str]:
    persons = _persons(case)
    codes = {code for code in (case.region_code, *(person.region_code for person in persons)) if code}
    return _words([*regions.paths(codes).values(), *(person.birth_place for person in persons)])


def _persons(case: Case) -> list[Person]:
    ids = {case.person_id, *case.people.values_list("person_id", flat=True)} - {None}
    return list(Person.objects.filter(pk__in=ids).prefetch_related("other_names"))


def _words(said: list[str]) -> set[str]:
    words = {word.lower() for text in said for word in _WORD.findall(text or "")}
    return {word for word in words if len(word) > 2 and not word.isdigit()} - _COMMON
