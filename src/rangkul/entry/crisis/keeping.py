"""What a crisis adds to the copy of a person: the plan, when somebody spoke with them, what was written to them. What
a worker weighed beforehand is the team's, and nothing of it reaches whoever reported them."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.commons.trust import hooks
from rangkul.commons.trust.hooks import Section, Whose
from rangkul.entry.crisis.models import NextContact, Outreach
from rangkul.entry.crisis.queries import may_be_shared, parts_of, plan_of
from rangkul.entry.intake.models import Request


def connect() -> None:
    hooks.copies.append(copy_of_crisis)


def copy_of_crisis(whose: Whose) -> Iterator[Section]:
    mine = Request.objects.filter(Q(person_id__in=whose.person_ids) | Q(pk=whose.request_id)).select_related("key")
    for request in mine.order_by("received_at"):
        # By ticket asks whoever holds it: where that is not the person themself, nothing of this is theirs.
        if whose.request_id == request.pk and not may_be_shared(request):
            continue
        if rows := tuple(_rows(request)):
            yield Section(_("Langkah krisis %(ticket)s") % {"ticket": request.ticket_words}, rows)


def _rows(request: Request) -> Iterator[tuple[str, str]]:
    if (plan := plan_of(request)) is not None:
        for part, words in parts_of(plan):
            yield _("Rencana: %(part)s") % {"part": part.label}, words
    for row in NextContact.objects.filter(request=request).select_related("key").order_by("due_at"):
        when = {"when": f"{clock.local(row.due_at, request.region_code):%d-%m-%Y %H.%M}"}
        yield _("Kontak yang disepakati %(when)s") % when, "\n".join(filter(None, (row.how, row.outcome)))
    written = Outreach.objects.filter(Q(request=request) | Q(own=request), sent_at__isnull=False)
    for row in written.select_related("key").order_by("sent_at"):
        when = {"when": f"{clock.local(row.sent_at, request.region_code):%d-%m-%Y %H.%M}"}
        yield _("Pesan petugas %(when)s") % when, row.text
