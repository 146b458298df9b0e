"""The ages a term speaks of, read from the source's own notation, and a note where a person's age does not fit."""

import re

from django.utils.translation import gettext as _

_RANGE = re.compile(r"(\d+)-(<?)(\d+)")


def years(notation: str) -> tuple[int | None, int | None]:
    """Youngest and oldest in full years, both included: `12-<18` is (12, 17), `60+` (60, None), `family` no ages."""
    if match := _RANGE.fullmatch(notation):
        return int(match[1]), int(match[3]) - bool(match[2])
    if notation.startswith("<"):
        return None, int(notation[1:]) - 1
    return (int(notation[:-1]), None) if notation.endswith("+") else (None, None)


def note(youngest: int | None, oldest: int | None, age: int | None) -> str:
    """A question for the worker, never a refusal; empty where the age fits or is not known."""
    if age is None or ((youngest is None or youngest <= age) and (oldest is None or age <= oldest)):
        return ""
    return _("Daftar resmi menyebut usia %(span)s untuk kelompok ini, sedangkan usia yang tercatat %(age)d tahun.") % {
        "span": _span(youngest, oldest),
        "age": age,
    }


def _span(youngest: int | None, oldest: int | None) -> str:
    if oldest is None:
        return _("%(youngest)d tahun ke atas") % {"youngest": youngest}
    if not youngest:
        return _("sampai %(oldest)d tahun") % {"oldest": oldest}
    return _("%(youngest)d sampai %(oldest)d tahun") % {"youngest": youngest, "oldest": oldest}
