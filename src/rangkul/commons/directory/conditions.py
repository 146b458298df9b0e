"""What conditions may say, one by one and together. A contradiction is refused in words, from a form and from a
file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.wilayah import queries as wilayah
from rangkul.base.wilayah.places import contains
from rangkul.commons.directory.drafts import RuleDraft
from rangkul.commons.directory.states import Dtsen, Paper, Rule

_KINDS = frozenset(Rule.values)
_CODED = frozenset({Rule.CATEGORY, Rule.AREA, Rule.DOCUMENT, Rule.DTSEN})
_OPPOSED = {Dtsen.REGISTERED, Dtsen.NOT_REGISTERED}


def only(given: RuleDraft) -> RuleDraft:
    """What a condition of this kind says, without what belongs to another kind."""
    kind = given.rule
    return replace(
        given,
        age_from=given.age_from if kind == Rule.AGE else None,
        age_to=given.age_to if kind == Rule.AGE else None,
        sex=given.sex if kind == Rule.SEX else "",
        codes=list(dict.fromkeys(given.codes)) if kind in _CODED else [],
        text=given.text.strip(),
    )


def check(rules: Sequence[RuleDraft], areas: Iterable[str]) -> None:
    """Raises Refused with the field at fault."""
    for one in rules:
        if one.rule not in _KINDS:
            raise Refused(_("Jenis syarat ini tidak dikenal."), field="rules")
        _alone(one)
        _against(one, list(areas))
    if len({one.sex for one in rules if one.rule == Rule.SEX and not one.preferred}) > 1:
        raise Refused(
            _("Syarat untuk perempuan dan untuk laki-laki bersama-sama tidak menyaring siapa pun. Pilih salah satu."),
            field="sex",
        )


def _alone(one: RuleDraft) -> None:
    if one.rule == Rule.AGE and None not in (one.age_from, one.age_to) and one.age_from > one.age_to:
        raise Refused(_("Umur tertua lebih muda daripada umur termuda."), field="age_to")
    if one.rule == Rule.DOCUMENT and set(one.codes) - set(Paper.values):
        raise Refused(_("Surat ini tidak ada dalam daftar."), field="papers")
    if one.rule == Rule.DTSEN and set(one.codes) >= _OPPOSED:
        raise Refused(
            _("Terdaftar dan tidak terdaftar sekaligus tidak menyaring siapa pun. Pilih salah satu."), field="dtsen"
        )


def _against(one: RuleDraft, areas: list[str]) -> None:
    """Who is asked to live where nobody is served could never come."""
    if one.rule != Rule.AREA or one.preferred or not areas:
        return
    if not any(contains(area, code) or contains(code, area) for area in areas for code in one.codes):
        names = wilayah.paths({*areas, *one.codes})
        words = _("Layanan ini hanya melayani warga %(served)s. Tidak ada dari mereka yang tinggal di %(where)s.")
        served, where = ("; ".join(names.get(code, code) for code in some) for some in (areas, one.codes))
        raise Refused(words % {"served": served, "where": where}, field="places")
