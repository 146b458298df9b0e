"""How applications read on the timeline of the case."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Event
from rangkul.journey.cases.hooks import Entry, Presenter, by_id
from rangkul.support.entitlements.models import Application, Known


def _step(title: object, icon: str) -> Presenter:
    def show(event: Event, row: Application) -> Entry:
        url = reverse("entitlements:application", args=[row.case_id, row.pk])
        return Entry(title=str(title) % {"what": row.name}, icon=icon, url=url)

    return Presenter(show, by_id(Application, "key"))


def _known(event: Event, row: Known) -> Entry:
    url = reverse("entitlements:of_case", args=[row.case_id])
    title = str(_("Ditanyakan untuk hak klien: %(what)s")) % {"what": row.get_name_display()}
    return Entry(title=title, icon="question-mark", kind="quiet", text=row.answer_label, url=url)


PRESENTERS = {
    "entitlement.fact_recorded": Presenter(_known, by_id(Known, "key")),
    "application.considered": _step(_("Hak dipertimbangkan: %(what)s"), "flag"),
    "application.told": _step(_("Klien diberi tahu tentang %(what)s"), "message"),
    "application.applied": _step(_("%(what)s diajukan"), "send"),
    "application.granted": _step(_("%(what)s dikabulkan"), "circle-check"),
    "application.refused": _step(_("%(what)s belum dikabulkan"), "alert-triangle"),
    "application.objected": _step(_("Keberatan diajukan: %(what)s"), "gavel"),
    "application.let_go": _step(_("Tidak diajukan keberatan: %(what)s"), "x"),
    "application.received": _step(_("Klien sudah menerima %(what)s"), "check"),
    "application.dropped": _step(_("Tidak dilanjutkan: %(what)s"), "x"),
}
