"""How the events of an assessment read on the timeline of the case."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.models import Event
from rangkul.journey.assessment import levels
from rangkul.journey.assessment.models import (
    CaseCategory,
    Fact,
    Functioning,
    Institution,
    PieCoding,
    PieFinding,
    RiskLook,
)
from rangkul.journey.assessment.pie import summary
from rangkul.journey.assessment.pie.rows import coded, found
from rangkul.journey.assessment.states import Domain, FactKind, RiskKind, RiskLevel, View
from rangkul.journey.cases.hooks import Entry, Presenter, by_id
from rangkul.journey.cases.states import ServiceFunction


def _fact(event: Event, fact: Fact) -> Entry:
    strength = [_("Kekuatan")] if fact.is_strength else []
    return Entry(
        title=_("Fakta asesmen dicatat: %(domain)s") % {"domain": Domain(fact.domain).label},
        icon="clipboard-list",
        text=fact.text,
        tags=[FactKind(fact.kind).label, *strength],
    )


def _correction(event: Event, fact: Fact) -> Entry:
    title = _("Fakta asesmen dikoreksi") if fact.text else _("Fakta asesmen ditarik")
    return Entry(title=title, icon="pencil", text=fact.text, tags=[fact.correction_reason])


def _functioning(event: Event, row: Functioning) -> Entry:
    return Entry(
        title=_("Keberfungsian sosial dicatat, %(view)s") % {"view": str(View(row.view).label).lower()},
        icon="chart-bar",
        text=levels.OWN_SCALE,
    )


def _risk(event: Event, look: RiskLook) -> Entry:
    kind = RiskKind(event.payload["kind"]).label
    level = str(RiskLevel(look.level).label).split(":")[0]
    title = _("Risiko dinyatakan selesai: %(kind)s") if look.ends else _("Risiko dinilai: %(kind)s, %(level)s")
    tags = [_("Dinaikkan oleh aturan %(rule)s") % {"rule": look.rule}] if look.rule else []
    return Entry(
        title=title % {"kind": kind, "level": level}, icon="shield-heart", kind="risk", text=look.seen, tags=tags
    )


def _category(event: Event, category: CaseCategory) -> Entry:
    ended = event.name == "category.ended"
    title = _("Kelompok layanan diakhiri: %(name)s") if ended else _("Kelompok layanan dipilih: %(name)s")
    return Entry(title=title % {"name": category.term.label}, icon="list-check")


def _pie(event: Event, row: PieCoding) -> Entry:
    title = _("Kode peran atau lingkungan dikoreksi") if row.corrects_id else _("Peran atau lingkungan dikode")
    tags = [row.correction_reason] if row.correction_reason else []
    said = summary.difficulty(coded(row))
    text = _("Ditarik: %(said)s") % {"said": said} if row.taken_back else said
    return Entry(title=title, icon="user-heart", text=text, tags=tags)


def _finding(event: Event, row: PieFinding) -> Entry:
    corrected = event.name == "finding.corrected"
    title = _("Temuan orang yang memeriksa dikoreksi") if corrected else _("Temuan orang yang memeriksa dicatat")
    said = summary.found(found(row))
    text = _("Ditarik: %(said)s") % {"said": said} if row.taken_back else said
    return Entry(title=title, icon="stethoscope", text=text, tags=[row.correction_reason] if corrected else [])


def _institution(event: Event, row: Institution) -> Entry:
    name = row.name or row.get_kind_display()
    title = _("Lembaga di sekitar klien: %(name)s") % {"name": name}
    said = " ".join(part for part in (row.helps, row.blocks) if part)
    return Entry(title=title, icon="building-community", text=said, tags=[row.get_effect_display()])


def _service(event: Event, row: Any) -> Entry:
    chosen = event.payload.get("after", "")
    name = ServiceFunction(chosen).label if chosen else _("belum ditentukan")
    return Entry(title=_("Jenis pelayanan: %(name)s") % {"name": name}, icon="list-check", kind="quiet")


def _said(title: Any, icon: str = "clipboard-check") -> Presenter:
    """An event that needs no row to be told."""
    return Presenter(show=lambda event, row: Entry(title=title, icon=icon, kind="quiet"))


PRESENTERS = {
    "fact.recorded": Presenter(_fact, by_id(Fact, "key")),
    "fact.corrected": Presenter(_correction, by_id(Fact, "key")),
    "functioning.recorded": Presenter(_functioning, by_id(Functioning, "key")),
    "risk.rated": Presenter(_risk, by_id(RiskLook, "key")),
    "risk.ended": Presenter(_risk, by_id(RiskLook, "key")),
    "risk.raised_by_rule": Presenter(_risk, by_id(RiskLook, "key")),
    "risk.checked": _said(gettext_lazy("Risiko ditanyakan"), "shield-heart"),
    "category.added": Presenter(_category, by_id(CaseCategory, "key", "term__taxonomy")),
    "category.ended": Presenter(_category, by_id(CaseCategory, "key", "term__taxonomy")),
    "pie.coded": Presenter(_pie, by_id(PieCoding, "key")),
    "pie.corrected": Presenter(_pie, by_id(PieCoding, "key")),
    "pie.carried_forward": _said(gettext_lazy("Kode asesmen sebelumnya dilihat lagi dan dilanjutkan"), "user-heart"),
    "finding.noted": Presenter(_finding, by_id(PieFinding, "key")),
    "finding.corrected": Presenter(_finding, by_id(PieFinding, "key")),
    "institution.noted": Presenter(_institution, by_id(Institution, "key")),
    "institution.corrected": Presenter(_institution, by_id(Institution, "key")),
    "case.service_chosen": Presenter(_service),
    "assessment.begun": _said(gettext_lazy("Asesmen ulang dimulai")),
    "assessment.signed": _said(gettext_lazy("Asesmen ditandatangani")),
}
