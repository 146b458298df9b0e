"""How the events of an assessment read on the timeline of the case."""

from collections.abc import Callable, Collection, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.models import Event
from rangkul.journey.assessment import levels
from rangkul.journey.assessment.models import CaseCategory, Fact, Functioning, RiskLook
from rangkul.journey.assessment.states import Domain, FactKind, RiskKind, RiskLevel, View
from rangkul.journey.cases.hooks import Entry, Presenter


def by_id(model: type[Model], *related: str) -> Callable[[Collection[UUID]], Mapping[UUID, Any]]:
    def load(ids: Collection[UUID]) -> Mapping[UUID, Any]:
        return {row.pk: row for row in model.objects.filter(pk__in=ids).select_related("key", *related)}

    return load


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


def _said(title: Any, icon: str = "clipboard-check") -> Presenter:
    """An event that needs no row to be told."""
    return Presenter(show=lambda event, row: Entry(title=title, icon=icon, kind="quiet"))


PRESENTERS = {
    "fact.recorded": Presenter(_fact, by_id(Fact)),
    "fact.corrected": Presenter(_correction, by_id(Fact)),
    "functioning.recorded": Presenter(_functioning, by_id(Functioning)),
    "risk.rated": Presenter(_risk, by_id(RiskLook)),
    "risk.ended": Presenter(_risk, by_id(RiskLook)),
    "risk.raised_by_rule": Presenter(_risk, by_id(RiskLook)),
    "risk.checked": _said(gettext_lazy("Risiko ditanyakan"), "shield-heart"),
    "category.added": Presenter(_category, by_id(CaseCategory, "term__taxonomy")),
    "category.ended": Presenter(_category, by_id(CaseCategory, "term__taxonomy")),
    "assessment.begun": _said(gettext_lazy("Asesmen ulang dimulai")),
    "assessment.signed": _said(gettext_lazy("Asesmen ditandatangani")),
}
