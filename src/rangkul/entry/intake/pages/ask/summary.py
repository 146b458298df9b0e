"""The answers once more, in words, each with the way back to its question."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.phones import parse_phone
from rangkul.base.wilayah import queries as wilayah
from rangkul.entry.intake import consents
from rangkul.entry.intake.pages.ask import forms
from rangkul.entry.intake.wizard import steps, words


@dataclass(frozen=True)
class Row:
    slug: str
    question: Any
    lines: list[Any]


def _choice(form: type, field: str, value: str) -> Any:
    return dict(form.base_fields[field].choices).get(value, value)


def _safe(given: dict) -> list:
    return [_choice(forms.SafeForm, "safe_now", given["safe_now"])]


def _who(given: dict) -> list:
    ages = ", ".join(map(str, given.get("ages", ())))
    whom = given.get("for_whom")
    return [
        *([_choice(forms.WhoForm, "for_whom", whom)] if whom else []),
        *([_("Umur: %(ages)s tahun") % {"ages": ages}] if ages else []),
    ]


def _what(given: dict) -> list:
    return [*words.names(given.get("fields_chosen", [])), *filter(None, [given.get("narrative", "")])]


def _when(given: dict) -> list:
    return [_choice(forms.WhenForm, "violence_when", given["violence_when"])]


def _where(given: dict) -> list:
    known = wilayah.path(given["region_code"]) if given.get("region_code") else given.get("place", "")
    return [one for one in (known, given.get("place_words", "")) if one]


def _reach(given: dict) -> list:
    return [_choice(forms.ReachForm, "channels", one) for one in given.get("channels", ())]


def _contact(given: dict) -> list:
    days = [str(dict(forms.DAYS)[day]) for day in given.get("days", ())]
    hours = f"{given['from_time']} – {given['to_time']}" if given.get("from_time") else ""
    code = given.get("code_word") and _("Kata rahasia: %(word)s") % {"word": given["code_word"]}
    shown = (_phone(given), given.get("email"), ", ".join(days), hours, code, _message(given), given.get("note"))
    return [one for one in shown if one]


def _phone(given: dict) -> str:
    if not given.get("phone"):
        return ""
    owner = dict(forms.OWNERS).get(given.get("phone_owner"), "")
    return f"{parse_phone(given['phone']).national}{f' ({owner})' if owner else ''}"


def _message(given: dict) -> str:
    if not given.get("phone"):
        return ""
    return _("Boleh meninggalkan pesan") if given.get("may_leave_message") else _("Jangan meninggalkan pesan")


def _name(given: dict) -> list:
    names = [given[name] for name in ("name", "called_name", "about_name", "relation") if given.get(name)]
    wished = given.get("wants_sex")
    return [
        *names,
        *([_("Petugas: %(sex)s") % {"sex": _choice(forms.NameForm, "wants_sex", wished)}] if wished else []),
    ]


def _consent(given: dict) -> list:
    return [text.question for text in consents.TEXTS if given.get(text.purpose)]


_WORDS = {
    "aman": _safe, "siapa": _who, "apa": _what, "kejadian": _when, "dimana": _where, "hubungi": _reach,
    "kontak": _contact, "nama": _name, "setuju": _consent,
}  # fmt: skip
_NOTHING = gettext_lazy("Dilewati")


def summary(answers: dict[str, Any]) -> list[Row]:
    rows = []
    for step in steps.path(answers):
        if step.slug in _WORDS:
            given = answers.get(step.slug)
            rows.append(Row(step.slug, step.question, (_WORDS[step.slug](given) if given else []) or [_NOTHING]))
    return rows
