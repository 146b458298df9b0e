"""Anybody says what is not right; an editor decides, and says why."""

from datetime import datetime, time

from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.directory import policy, seeking
from rangkul.commons.directory.actions.entries import checked
from rangkul.commons.directory.actions.locking import held
from rangkul.commons.directory.models import Service, Suggestion
from rangkul.commons.directory.news import due
from rangkul.commons.directory.saying import kept_of
from rangkul.commons.directory.states import DOUBTS, SUGGESTION, Status, Topic, Verdict

# Of one entry in a day, and of all in an hour.
MOST_OF_ONE, MOST_AN_HOUR = 5, 200
# Who marks no entry by what they say.
_OUTSIDE = ("public", "ticket")


@action("service.suggested", may=policy.may_suggest)
def suggest(*, by: Asker, service: Service, topic: str, text: str = "", code: str = "") -> Done:
    """What a worker or a job says about closing or moving marks the entry at once (by a trigger), and its editor is
    named there too. With `code` whoever suggests it reads later what became of it."""
    if by.kind not in ("staff", "job"):
        _bound(service)
    row = Suggestion(
        service=service, topic=topic, text=text.strip(), by_kind=by.kind, by_id=by.staff_id, due_on=due(topic),
        said_under=kept_of(code),
    )  # fmt: skip
    checked(row)
    row.save(force_insert=True)
    return Done(row, subject=("service", service.pk), payload={"topic": topic})


def _bound(service: Service) -> None:
    """A flood is stopped without keeping anybody's address; whoever meets the bound loses nothing but a while."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT here, everywhere FROM directory_said_lately(%s)", [service.pk])
        here, everywhere = cursor.fetchone()
    if here >= MOST_OF_ONE or everywhere >= MOST_AN_HOUR:
        raise Refused(_("Sudah banyak usul yang menunggu diperiksa. Coba lagi besok."), code="often")


@action("service.suggestion_taken", may=policy.may_decide)
def take_suggestion(*, by: Asker, suggestion: Suggestion, reason: str, close: bool = False) -> Done:
    """It was right. What has to be written anew the editor writes; `close`: it is no longer there for anybody."""
    row = _decide(by, suggestion, "take", reason)
    if not close:
        # News stays until somebody writes where it is now.
        return _done(row)
    service = held(row.service_id)
    service.status = Status.DEFUNCT if row.topic == Topic.CLOSED else Status.INACTIVE
    service.doubt, service.doubted_on, service.changed_at = "", None, now()
    service.save(update_fields=["status", "changed_at", "doubt", "doubted_on"])
    seeking.refresh([service])
    return _done(row)


@action("service.suggestion_refused", may=policy.may_decide)
def refuse_suggestion(*, by: Asker, suggestion: Suggestion, reason: str) -> Done:
    """It was not right: what the entry says of closing or moving is what is left of the news on it."""
    row = _decide(by, suggestion, "refuse", reason)
    if row.topic in DOUBTS:
        _doubt_what_stands(held(row.service_id))
    return _done(row)


def _doubt_what_stands(service: Service) -> None:
    """News since the entry has been in doubt: what a worker or a job said and nobody has looked at, and whatever an
    editor found to be true. What was said before somebody settled it comes back no more."""
    if not service.doubt:
        return
    since = datetime.combine(service.doubted_on, time(), clock.WIB)
    said = Suggestion.objects.filter(service=service, topic__in=DOUBTS, made_at__gte=since)
    unread = Q(state=Verdict.WAITING) & ~Q(by_kind__in=_OUTSIDE)
    left = said.filter(unread | Q(state=Verdict.TAKEN)).order_by("made_at", "pk").first()
    told = (left.topic, clock.local(left.made_at).date()) if left else ("", None)
    if told != (service.doubt, service.doubted_on):
        service.doubt, service.doubted_on = told
        service.changed_at = now()
        service.save(update_fields=["doubt", "doubted_on", "changed_at"])


def _decide(by: Asker, suggestion: Suggestion, verb: str, reason: str) -> Suggestion:
    if not reason.strip():
        raise Refused(_("Tulis alasannya dalam satu kalimat."), field="reason")
    row = Suggestion.objects.select_for_update(of=("self",)).select_related("service").get(pk=suggestion.pk)
    SUGGESTION.step(row, verb)
    row.decided_by_id, row.decided_at, row.reason = by.staff_id, now(), reason.strip()
    checked(row)
    row.save()
    return row


def _done(row: Suggestion) -> Done:
    return Done(row, subject=("service", row.service_id), payload={"topic": row.topic})
