"""How the events of a conference read on the timeline of the case."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.models import Event
from rangkul.journey.cases.hooks import Entry, Presenter, by_id
from rangkul.journey.conferences.kinds import MEETINGS
from rangkul.journey.conferences.models import Conference, Decision, Invitation


def _url(case_id: UUID, conference_id: UUID) -> str:
    return reverse("conferences:conference", args=[case_id, conference_id])


def _called(_event: Event, row: Conference) -> Entry:
    title = str(MEETINGS[row.kind].planned)
    return Entry(title=title, icon="users-group", text=row.question, url=_url(row.case_id, row.pk))


def _held(_event: Event, row: Conference) -> Entry:
    title = str(MEETINGS[row.kind].held)
    return Entry(title=title, icon="users-group", text=row.minutes, url=_url(row.case_id, row.pk))


def _cancelled(_event: Event, row: Conference) -> Entry:
    title = str(MEETINGS[row.kind].cancelled)
    return Entry(title=title, icon="users-group", text=row.cancelled_because, url=_url(row.case_id, row.pk))


def _invited(event: Event, row: Invitation) -> Entry:
    tags = [_("Tamu dari luar"), row.get_ground_display()] if event.payload.get("guest") else []
    title = _("%(who)s diundang ke pembahasan kasus") % {"who": row.name}
    return Entry(title=title, icon="user-plus", tags=tags, url=_url(event.subject_id, row.conference_id))


def _decided(event: Event, row: Decision) -> Entry:
    url = _url(event.subject_id, row.conference_id)
    return Entry(title=_("Pembahasan kasus memutuskan"), icon="checkbox", text=row.text, url=url)


def _locked(event: Event, row: Invitation) -> Entry:
    title = _("Pintu %(who)s terkunci sesudah sepuluh PIN yang salah") % {"who": row.name}
    return Entry(title=title, icon="lock", kind="risk", url=_url(event.subject_id, row.conference_id))


def _renewed(event: Event, row: Invitation) -> Entry:
    title = _("%(who)s diberi tautan baru") % {"who": row.name}
    return Entry(title=title, icon="key", url=_url(event.subject_id, row.conference_id))


PRESENTERS = {
    "conference.called": Presenter(_called, by_id(Conference, "key")),
    "conference.held": Presenter(_held, by_id(Conference, "key")),
    "conference.cancelled": Presenter(_cancelled, by_id(Conference, "key")),
    "conference.invited": Presenter(_invited, by_id(Invitation, "key", "staff")),
    "conference.door_locked": Presenter(_locked, by_id(Invitation, "key", "staff")),
    "conference.link_renewed": Presenter(_renewed, by_id(Invitation, "key", "staff")),
    "conference.decided": Presenter(_decided, by_id(Decision, "key")),
}
