"""The sections of the report in their order. A domain about which nothing is known says so."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from rangkul.journey.assessment.levels import OWN_SCALE
from rangkul.journey.assessment.narrative import around, sentences
from rangkul.journey.assessment.narrative.record import Known, Record
from rangkul.journey.assessment.pie.meanings import LOCAL
from rangkul.journey.assessment.states import (
    Dimension,
    Domain,
    Effect,
    FactKind,
    InstitutionKind,
    RiskKind,
    Source,
    View,
)


@dataclass(frozen=True)
class Sentence:
    """`kind` is a FactKind, "strength", "gap" or "" so that the page can set them apart. `row` and `on` say from which
    row of which day it comes, `source` who said it, `about` of which risk it speaks."""

    text: str
    kind: str = ""
    row: UUID | None = None
    on: date | None = None
    source: str = ""
    about: str = ""


@dataclass
class Section:
    code: str
    title: str | Promise
    sentences: list[Sentence] = field(default_factory=list)
    note: str | Promise = ""


def report(record: Record) -> list[Section]:
    return [
        _presenting(record),
        *[_domain(record, domain) for domain in Domain],
        _functioning(record),
        _pie(record),
        _institutions(record),
        _risks(record),
        _categories(record),
        _summary(record),
    ]


def _gap(text: str = "") -> Sentence:
    return Sentence(text or _("Belum digali."), "gap")


def _told(known: Known, kind: str, words: str = "%(sentence)s") -> Sentence:
    text = words % {"sentence": sentences.fact(known)}
    return Sentence(text, kind, row=known.row, on=known.on, source=known.source)


def _presenting(record: Record) -> Section:
    section = Section("presenting", _("Yang dihadapi, dengan kata-kata klien"))
    if not record.presenting:
        section.sentences.append(_gap())
        return section
    told = Known(
        domain="",
        kind=FactKind.STATEMENT,
        source=record.presenting_source or Source.CLIENT,
        on=record.presenting_on,
        text=record.presenting,
    )
    section.sentences.append(_told(told, FactKind.STATEMENT))
    return section


def _domain(record: Record, domain: Domain) -> Section:
    section = Section(domain.value, domain.label)
    facts = [fact for fact in record.facts if fact.domain == domain]
    # What was said, then what was seen, then what is thought: never woven into one another.
    for kind in FactKind:
        section.sentences += [_told(fact, kind) for fact in facts if fact.kind == kind and not fact.is_strength]
    section.sentences += [_told(fact, "strength", _("Kekuatan. %(sentence)s")) for fact in facts if fact.is_strength]
    if not facts:
        section.sentences.append(_gap())
    elif not any(fact.is_strength for fact in facts):
        section.sentences.append(_gap(_("Kekuatan di bagian ini belum digali.")))
    return section


def _functioning(record: Record) -> Section:
    section = Section("functioning", _("Keberfungsian sosial"), note=OWN_SCALE)
    for dimension in Dimension:
        for view in View:
            level = record.functioning.get((dimension, view))
            told = (
                sentences.functioning(dimension, view, level)
                if level
                else _("%(view)s belum digali.") % {"view": View(view).label}
            )
            row, on = (level.row, level.on) if level else (None, None)
            section.sentences.append(Sentence(f"{dimension.label}. {told}", "" if level else "gap", row, on))
    if record.functioning_gap:
        section.sentences.append(_gap(_("Alasannya: %(why)s") % {"why": sentences.ended(record.functioning_gap)}))
    return section


def _pie(record: Record) -> Section:
    section = Section("pie", _("Orang di dalam lingkungannya (PIE)"), note=LOCAL)
    section.sentences += [Sentence(text) for text in around.pie(record)] or [_gap()]
    return section


def _institutions(record: Record) -> Section:
    section = Section("institutions", _("Lembaga di sekitar klien"))
    section.sentences += [
        Sentence(around.institution(one), "gap" if one.effect == Effect.UNKNOWN else "") for one in record.institutions
    ]
    told = {one.kind for one in record.institutions}
    unknown = [kind for kind in InstitutionKind if kind not in told and kind != InstitutionKind.OTHER]
    if unknown:
        section.sentences.append(_gap(around.silent(unknown)))
    return section


def _risks(record: Record) -> Section:
    section = Section("risks", _("Risiko dan yang menjaga"))
    section.sentences += [
        Sentence(sentences.risk(risk), row=risk.row, on=risk.on, about=risk.kind) for risk in record.risks
    ]
    section.sentences += [Sentence(sentences.check(check), row=check.row, on=check.on) for check in record.checks]
    asked = {risk.kind for risk in record.risks} | {kind for check in record.checks for kind in check.kinds}
    silent = [str(kind.label).lower() for kind in RiskKind if kind not in asked and kind != RiskKind.OTHER]
    if silent:
        section.sentences.append(_gap(_("Belum ditanyakan: %(kinds)s.") % {"kinds": ", ".join(silent)}))
    return section


def _categories(record: Record) -> Section:
    section = Section("categories", _("Kelompok layanan"))
    if record.categories:
        named = "; ".join(record.categories)
        section.sentences.append(Sentence(_("Layanan yang dipertimbangkan: %(named)s.") % {"named": named}))
    else:
        why = record.category_gap
        section.sentences.append(_gap(_("Belum ditentukan: %(why)s") % {"why": sentences.ended(why)} if why else ""))
    if record.service:
        section.sentences.append(Sentence(_("Jenis pelayanan: %(name)s.") % {"name": record.service.lower()}))
    return section


def _summary(record: Record) -> Section:
    section = Section("summary", _("Kesimpulan pekerja sosial"), note=_("Ini pendapat, terpisah dari fakta di atas."))
    if record.summary:
        section.sentences.append(Sentence(sentences.ended(record.summary), FactKind.OPINION))
    else:
        section.sentences.append(_gap(_("Belum ditulis.")))
    return section
