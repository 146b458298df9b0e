"""Sentences about PIE and about the institutions around a client."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from rangkul.journey.assessment.narrative import sentences
from rangkul.journey.assessment.narrative.record import Around, Record
from rangkul.journey.assessment.pie import summary
from rangkul.journey.assessment.states import Effect, InstitutionKind


def pie(record: Record) -> list[str]:
    """The summary, then the codes; what others found stands in the same line under their names."""
    line = summary.line(record.codings, record.findings)
    if not line:
        return []
    codes = summary.codes(record.codings)
    return [line, _("Kode setempat: %(codes)s.") % {"codes": codes}] if codes else [line]


def institution(one: Around) -> str:
    """How one institution stands to the client, helping before blocking, with who said so."""
    name = _named(one)
    parts = []
    if one.helps:
        parts.append(_("%(name)s membantu: %(how)s") % {"name": name, "how": sentences.ended(one.helps)})
    if one.blocks:
        parts.append(_("%(name)s menghambat: %(how)s") % {"name": name, "how": sentences.ended(one.blocks)})
    if one.effect == Effect.UNKNOWN:
        parts.append(_("%(name)s: belum digali.") % {"name": name})
    told = {"who": one.who or one.source_words, "day": sentences.day(one.on)}
    return " ".join([*parts, _("(%(who)s, %(day)s)") % told])


def _named(one: Around) -> str:
    kind = str(InstitutionKind(one.kind).label)
    return f"{kind} ({one.name})" if one.name and one.kind != InstitutionKind.OTHER else one.name or kind


def silent(kinds: Iterable[InstitutionKind]) -> str:
    names = ", ".join(str(kind.label).lower() for kind in kinds)
    return _("Belum digali: %(kinds)s.") % {"kinds": names} if names else ""
