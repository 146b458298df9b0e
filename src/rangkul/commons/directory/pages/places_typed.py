"""Places that somebody typed, one a line: by code, or by a name that means one place or is the first that is meant."""

from django import forms
from django.utils.translation import gettext as _

from rangkul.base.wilayah import queries as wilayah

MOST = 40


def places_in(typed: str) -> list[str]:
    """Region codes, "" for the whole country. Raises ValidationError."""
    lines = [one.strip() for one in typed.splitlines() if one.strip()]
    if len(lines) > MOST:
        raise forms.ValidationError(_("Paling banyak %(n)d wilayah.") % {"n": MOST})
    return [region(one) for one in lines]


def region(words: str) -> str:
    if words.casefold() in ("indonesia", "seluruh indonesia", "nasional"):
        return ""
    code = words.split()[0]
    if code[:2].isdigit():
        if not wilayah.path(code):
            raise forms.ValidationError(_("Kode wilayah %(code)s tidak dikenal.") % {"code": code})
        return code
    found = wilayah.suggest(words, 1)
    if not found:
        raise forms.ValidationError(_("Wilayah “%(words)s” tidak ditemukan.") % {"words": words})
    return found[0].code
