"""What one worker does first today: at most seven things, each with a verb."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.base.days import end_of
from rangkul.base.ready import ready
from rangkul.commons.people.states import Role
from rangkul.commons.trust import queries as trust
from rangkul.entry.intake import queries as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import OPEN, Level, Told
from rangkul.journey.cases.hooks import late_kinds
from rangkul.journey.cases.models import Appointment, Reminder, Task
from rangkul.journey.cases.queries import is_urgent, leads_to, level_of, risen_to, signature_due
from rangkul.journey.cases.queries.signatures import to_mend, waiting_signatures
from rangkul.journey.cases.states import CaseState, MatterKind
from rangkul.web.desks.equity import telling as equity

SHOWN = 7
_SOURCE_LIMIT = 20
# Those to whom a request or a case may rise.
ABOVE = ("supervisor", "pimpinan", "admin")


@dataclass(frozen=True)
class Thing:
    """One line of the list. `verb` is the button; `level` and `more` may be empty.
    `at_once`: a worker may be in danger."""

    due: datetime
    title: str
    verb: str
    url: str
    level: str = ""
    more: str = ""
    at_once: bool = False


def things(asker: Asker) -> list[Thing]:
    """Everything that is due by tonight: who may be in danger, red before the rest, then what is due first; the page
    shows seven."""
    sources = (
        _requests,
        _appointments,
        _tasks,
        _reminders,
        _early_promises,
        _signatures,
        _sent_back,
        _reviews,
        _rights,
    )
    if asker.has(*ABOVE):
        # Nobody else is ever told, so nobody else's page asks.
        sources = (_escalations, _late_cases, *sources)
    if asker.has(Role.HEAD):
        sources = (*sources, _disparities)
    found = (thing for source in sources for thing in source(asker))
    return sorted(found, key=lambda thing: (not thing.at_once, thing.level != Level.MERAH, thing.due))


def _tonight() -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localdate(), time(23, 59)))


@ready
def _requests_due(staff_id: UUID, until: datetime) -> QuerySet[Request]:
    rows = Request.objects.filter(owner_id=staff_id, state__in=OPEN, due_at__lte=until)
    return rows.select_related("key").order_by("due_at")[:_SOURCE_LIMIT]


@ready
def _tasks_due(staff_id: UUID, day: date) -> QuerySet[Task]:
    rows = Task.objects.filter(owner_id=staff_id, state="open", due__lte=day)
    return rows.select_related("key", "case__person", "case__household").order_by("due")[:_SOURCE_LIMIT]


@ready
def _reminders_due(staff_id: UUID, until: datetime, day: date) -> QuerySet[Reminder]:
    rows = Reminder.objects.filter(
        case__worker_id=staff_id, case__state=CaseState.OPEN, case__next_due_at__lte=until, due__lte=day
    )
    return rows.select_related("case__key", "case__person", "case__household").order_by("due")[:_SOURCE_LIMIT]


@ready
def _meetings_until(staff_id: UUID, until: datetime) -> QuerySet[Appointment]:
    rows = Appointment.objects.filter(staff_id=staff_id, state="planned", at__lte=until)
    return rows.select_related("key", "case__person", "case__household").order_by("at")[:_SOURCE_LIMIT]


def _requests(asker: Asker):
    for request in _requests_due(asker.staff_id, _tonight() + timedelta(days=1)):
        yield Thing(
            request.due_at, request.gist or _("Permintaan tanpa kata-kata"), _("Jawab permintaan"),
            reverse("intake:request", args=[request.pk]), request.level, request.place,
        )  # fmt: skip


def _escalations(asker: Asker):
    for one in intake.risen_to(asker, _SOURCE_LIMIT):
        request = one.row
        yield Thing(
            request.due_at, request.gist or request.ticket_words, _("Tangani"),
            reverse("intake:request", args=[request.pk]), request.level, str(Told(one.why).label),
        )  # fmt: skip


def _late_cases(asker: Asker):
    """One line a case, however much of it is late: a missing worker names it, else what is longest late. What belongs
    to no case has a line of its own."""
    shown = set()
    for row in sorted(risen_to(asker, limit=_SOURCE_LIMIT), key=lambda row: not is_urgent(row.kind)):
        if row.case is None:
            yield Thing(row.due_at, f"{row.what} · {row.owner.called_name}", _("Ambil tanggung jawab"),
                        reverse(leads_to(row.kind)))  # fmt: skip
            continue
        # Whoever signs has the signature itself on the list.
        theirs = row.kind == MatterKind.SIGNATURE and row.case.unit_id == asker.unit_id and asker.has("supervisor")
        if row.case_id not in shown and not theirs:
            shown.add(row.case_id)
            yield Thing(
                row.due_at, f"{row.what} · {row.case.client_name}", _("Tangani"),
                reverse(leads_to(row.kind) if is_urgent(row.kind) else "cases:tasks", args=[row.case_id]),
                level_of(row), row.case.worker.called_name, at_once=is_urgent(row.kind),
            )  # fmt: skip


def _tasks(asker: Asker):
    for task in _tasks_due(asker.staff_id, timezone.localdate()):
        due = timezone.make_aware(datetime.combine(task.due, time(23, 59)))
        verb = _("Tanyakan kabarnya") if task.partner_id else _("Kerjakan tugas")
        yield Thing(
            due, task.title, verb, reverse("cases:tasks", args=[task.case_id]),
            task.case.level, task.case.client_name,
        )  # fmt: skip


def _reminders(asker: Asker):
    for row in _reminders_due(asker.staff_id, _tonight(), timezone.localdate()):
        kind = late_kinds[row.kind]
        yield Thing(
            timezone.make_aware(datetime.combine(row.due, time(23, 59))),
            str(kind.label), kind.verb, reverse(kind.url_name, args=[row.case_id]), row.case.level,
            row.case.client_name,
        )  # fmt: skip


def _early_promises(asker: Asker):
    """What was promised for a day at a request; with a case it is a reminder."""
    if not apps.is_installed("rangkul.journey.protection"):
        return
    from rangkul.journey.protection.queries import promised_to

    for one in promised_to(asker.staff_id, timezone.localdate()):
        kind = late_kinds[one.kind]
        yield Thing(
            end_of(one.day), str(kind.label), kind.verb, reverse("protection:request_online", args=[one.request_id]),
            one.level, Request(ticket=one.ticket).ticket_words,
        )  # fmt: skip


def _appointments(asker: Asker):
    for row in _meetings_until(asker.staff_id, _tonight()):
        yield Thing(
            row.at, _("Bertemu %(name)s") % {"name": row.case.client_name}, _("Buka kasus"),
            reverse("cases:case", args=[row.case_id]), row.case.level, row.get_channel_display(),
        )  # fmt: skip


def _signatures(asker: Asker):
    for row in waiting_signatures(asker, limit=_SOURCE_LIMIT):
        said = {"what": row.get_subject_kind_display(), "who": row.asked_by.called_name}
        words = _("%(what)s dari %(who)s menunggu tanda tangan"), _("Baca dan tanda tangani")
        if row.in_words:
            words = _("%(what)s dari %(who)s menunggu keputusan Anda"), _("Baca dan putuskan")
        yield Thing(
            signature_due(row), words[0] % said, words[1],
            reverse("cases:signatures", args=[row.case_id]), row.case.level, row.case.client_name,
        )  # fmt: skip


def _sent_back(asker: Asker):
    for row in to_mend(asker, limit=_SOURCE_LIMIT):
        title = _("%(what)s dikembalikan supervisor") % {"what": row.get_subject_kind_display()}
        yield Thing(
            row.decided_at + timedelta(days=2), title, _("Baca dan perbaiki"),
            reverse("cases:signatures", args=[row.case_id]), row.case.level, row.case.client_name,
        )  # fmt: skip


def _reviews(asker: Asker):
    for glass in trust.glass_to_review(asker)[:_SOURCE_LIMIT]:
        yield Thing(
            glass.made_at + timedelta(days=1), _("Akses darurat oleh %(who)s") % {"who": glass.staff.called_name},
            _("Tinjau"), reverse("trust:reviews"),
        )  # fmt: skip


def _rights(asker: Asker):
    for wish in trust.rights_on_my_desk(asker)[:_SOURCE_LIMIT]:
        more = _("Batas waktu sudah lewat") if wish.raised_to_id == asker.staff_id else wish.get_state_display()
        yield Thing(
            wish.due_at, _("Hak atas data: %(right)s") % {"right": wish.get_right_display()},
            _("Jawab permintaan"), reverse("trust:right", args=[wish.pk]), "", more,
        )  # fmt: skip


def _disparities(asker: Asker):
    if one := equity.unread(asker):
        yield Thing(one.due, one.title, _("Baca laporannya"), reverse("desks:equity"), "", one.first)


def greeting(name: str) -> str:
    hour = clock.local(clock.now()).hour
    words = (
        _("Selamat pagi, %(name)s") if hour < 11
        else _("Selamat siang, %(name)s") if hour < 15
        else _("Selamat sore, %(name)s") if hour < 18
        else _("Selamat malam, %(name)s")
    )  # fmt: skip
    return words % {"name": name}
