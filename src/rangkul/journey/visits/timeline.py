"""How the events of a visit read on the timeline of the case."""

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.models import Event
from rangkul.journey.cases.hooks import Entry, Presenter, by_id
from rangkul.journey.visits.models import Visit

_load = by_id(Visit, "key", "staff", "ended_by")


def _entry(title: str, visit: Visit, icon: str, text: str = "") -> Entry:
    url = reverse("visits:visit", args=[visit.case_id, visit.pk])
    return Entry(title=title, icon=icon, text=text, url=url)


def _planned(_event: Event, visit: Visit) -> Entry:
    return _entry(_("Kunjungan rumah direncanakan"), visit, "calendar", visit.purpose)


def _help(_event: Event, visit: Visit) -> Entry:
    return _entry(
        _("%(who)s meminta bantuan saat kunjungan") % {"who": visit.staff.called_name}, visit, "alert-triangle"
    )


def _returned(event: Event, visit: Visit) -> Entry | None:
    """Back with a result, the activity itself stands on the timeline."""
    if not event.payload.get("by_other"):
        return None
    words = {"who": visit.staff.called_name, "by": visit.ended_by.called_name}
    return _entry(_("%(by)s memastikan %(who)s sudah kembali dengan aman") % words, visit, "shield-check", visit.ending)


def _cancelled(_event: Event, visit: Visit) -> Entry:
    return _entry(_("Kunjungan rumah dibatalkan"), visit, "x", visit.ending)


PRESENTERS = {
    "visit.planned": Presenter(_planned, _load),
    "visit.help_called": Presenter(_help, _load),
    "visit.returned": Presenter(_returned, _load),
    "visit.cancelled": Presenter(_cancelled, _load),
}
