"""How the events of a conference read on the timeline of the case."""

from collections.abc import Callable, Collection, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.models import Event
from rangkul.journey.cases.hooks import Entry, Presenter
from rangkul.journey.conferences.models import Conference, Decision, Invitation


def _load(model: type[Model], *related: str) -> Callable[[Collection[UUID]], Mapping[UUID, Any]]:
    def load(ids: Collection[UUID]) -> Mapping[UUID, Any]:
        return {row.pk: row for row in model.objects.filter(pk__in=ids).select_related("key", *related)}

    return load


def _url(case_id: UUID, conference_id: UUID) -> str:
    return reverse("conferences:conference", args=[case_id, conference_id])


def _called(_event: Event, row: Conference) -> Entry:
    title = _("Pembahasan kasus direncanakan")
    return Entry(title=title, icon="users-group", text=row.question, url=_url(row.case_id, row.pk))


def _held(_event: Event, row: Conference) -> Entry:
    title = _("Pembahasan kasus selesai")
    return Entry(title=title, icon="users-group", text=row.minutes, url=_url(row.case_id, row.pk))


def _cancelled(_event: Event, row: Conference) -> Entry:
    title = _("Pembahasan kasus dibatalkan")
    return Entry(title=title, icon="users-group", text=row.cancelled_because, url=_url(row.case_id, row.pk))


def _invited(event: Event, row: Invitation) -> Entry:
    tags = [_("Tamu dari luar"), row.get_ground_display()] if event.payload.get("guest") else []
    title = _("%(who)s diundang ke pembahasan kasus") % {"who": row.name}
    return Entry(title=title, icon="user-plus", tags=tags, url=_url(event.subject_id, row.conference_id))


def _decided(event: Event, row: Decision) -> Entry:
    url = _url(event.subject_id, row.conference_id)
    return Entry(title=_("Pembahasan kasus memutuskan"), icon="checkbox", text=row.text, url=url)


PRESENTERS = {
    "conference.called": Presenter(_called, _load(Conference)),
    "conference.held": Presenter(_held, _load(Conference)),
    "conference.cancelled": Presenter(_cancelled, _load(Conference)),
    "conference.invited": Presenter(_invited, _load(Invitation, "staff")),
    "conference.decided": Presenter(_decided, _load(Decision)),
}
