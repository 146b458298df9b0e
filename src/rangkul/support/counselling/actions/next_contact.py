"""No red conversation ends without somebody who speaks with the person again, and without a supervisor who knows."""

from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import Asker, acting, job
from rangkul.entry.crisis import actions as crisis
from rangkul.entry.crisis import queries as danger
from rangkul.entry.intake.models import Request
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.states import RED_NEXT

_JOB = job("counselling.next_contact")


def is_grave(room: Room) -> bool:
    """A red room; also one of a case that was lowered, while the questions about the person's life say high or unknown.
    As the house's own job, see `plan_next`."""
    if room.red:
        return True
    with acting(_JOB):
        return danger.is_grave(_request(room))


def plan_next(by: Asker, room: Room, at: datetime | None, how: str) -> None:
    """The next contact of the crisis package, which climbs at the pace of red when it is missed. As the house's own
    job: a colleague who was handed the room need not see the request."""
    if at is None or at > clock.now() + RED_NEXT:
        raise Refused(
            _("Sesudah percakapan merah, kontak berikutnya paling lambat 24 jam lagi: pilih hari dan jamnya."),
            field="next_at",
            code="red",
        )
    if at <= clock.now():
        raise Refused(_("Pilih waktu yang akan datang."), field="next_at", code="over")
    if not how.strip():
        raise Refused(_("Tulis bagaimana orang ini dihubungi dengan aman."), field="how")
    with acting(_JOB):
        crisis.plan_contact(by=by, request=_request(room), due_at=at, how=how, tells=True)


def contact_now(room: Room, how: str) -> None:
    """Due at once: the worker and the supervisor are told."""
    with acting(_JOB), translation.override(settings.LANGUAGE_CODE):
        crisis.need_contact(by=_JOB, request=_request(room), how=_(how))


def _request(room: Room) -> Request:
    return Request.objects.select_related("key", "owner", "unit").get(pk=room.request_id)
