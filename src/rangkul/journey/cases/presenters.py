"""How the events of a case read on its timeline."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.models import Event
from rangkul.base.ready import ready
from rangkul.commons.trust.states import Purpose
from rangkul.journey.cases.hooks import Entry, Presenter, by_id
from rangkul.journey.cases.models import (
    Activity,
    Appointment,
    CaseTicket,
    Document,
    Escalation,
    Exemption,
    Note,
    RiskChange,
    Sheet,
    Signature,
    StageStep,
    Task,
    TeamMember,
    Termination,
)
from rangkul.journey.cases.states import Channel, EndReason, Method, NoteKind, PracticeLevel, Programme, TeamRole

load_steps, load_tasks = by_id(StageStep, "key", "by"), by_id(Task, "key")
load_appointments = by_id(Appointment, "key")


def load_writing(ids: Collection[UUID]) -> Mapping[UUID, Note | Activity]:
    """Notes and activities with what was appended to them, in two queries however they are mixed."""
    found: dict[UUID, Note | Activity] = {**by_id(Activity, "key")(ids)}
    notes = _notes_of(list(ids))
    found |= {note.pk: note for note in notes}
    for row in found.values():
        row.mended = [note for note in notes if row.pk in (note.corrects_id, note.activity_id)]
    return found


@ready
def _notes_of(ids: list[UUID]) -> QuerySet[Note]:
    mine = Q(pk__among=ids) | Q(corrects__among=ids) | Q(activity__among=ids)
    return Note.objects.filter(mine).select_related("key", "by").order_by("id")


def _corrections(row: Note | Activity) -> list[dict[str, Any]]:
    return [{"when": one.made_at, "who": one.by.called_name if one.by else "", "text": one.text} for one in row.mended]


def note(event: Event, row: Note) -> Entry:
    titles = {NoteKind.CLIENT: _("Klien menulis"), NoteKind.SUPERVISION: _("Supervisi")}
    return Entry(
        title=titles.get(row.kind, NoteKind(row.kind).label),
        icon="message-2" if row.kind == NoteKind.CLIENT else "notes",
        kind="note",
        text=row.text,
        at=row.at,
        tags=_recorded_later(row),
        corrections=_corrections(row),
        correct_url=reverse("cases:correct_note", args=[row.case_id, row.pk]),
    )


def correction(event: Event, row: Note) -> Entry:
    return Entry(title=_("Catatan dikoreksi"), icon="pencil", kind="quiet", text=row.text)


def activity(event: Event, row: Activity) -> Entry:
    channel, method = Channel(row.channel).label, Method(row.method).label
    tags = [method, PracticeLevel(row.level).label, _("{minutes} menit").format(minutes=row.minutes)]
    text = row.result
    if row.next_step:
        text += "\n" + _("Langkah berikutnya: {step}").format(step=row.next_step)
    return Entry(
        title=_("Bantuan darurat") if row.emergency else str(channel),
        icon="lifebuoy" if row.emergency else "walk",
        kind="risk" if row.emergency else "note",
        text=text,
        tags=[*tags, *_recorded_later(row)],
        at=row.at,
        corrections=_corrections(row),
        correct_url=reverse("cases:correct_activity", args=[row.case_id, row.pk]),
    )


def _recorded_later(row: Note | Activity) -> list[str]:
    """A note about yesterday says so: nothing looks as if it had been written then."""
    days = (row.made_at.date() - row.at.date()).days
    return [_("ditulis {days} hari kemudian").format(days=days)] if days > 0 else []


def step(event: Event, row: StageStep) -> Entry:
    tags = [_("{n} syarat dilewati").format(n=len(row.passed_over))] if row.passed_over else []
    return Entry(title=row.title, icon="flag", text=row.reason, tags=tags)


def programme(event: Event, row: StageStep) -> Entry:
    chosen = event.payload.get("after")
    name = Programme(chosen).label if chosen else _("jalur umum")
    return Entry(title=_("Templat program: {name}").format(name=name), icon="route", kind="quiet", text=row.reason)


def task(event: Event, row: Task) -> Entry:
    titles = {
        "task.added": _("Tugas baru"),
        "task.finished": _("Tugas selesai"),
        "task.dropped": _("Tugas batal"),
        "task.handed_over": _("Tugas berpindah tangan: akun pemegangnya ditutup"),
        "task.shown": _("Tugas terbaca klien") if event.payload.get("shown") else _("Tugas tidak lagi terbaca klien"),
    }
    text = "\n".join(part for part in (row.title, row.outcome if event.name != "task.added" else "") if part)
    return Entry(title=titles[event.name], icon="checkbox", kind="quiet", text=text)


def appointment(event: Event, row: Appointment) -> Entry:
    titles = {
        "appointment.made": _("Janji temu dibuat"),
        "appointment.settled": _("Janji temu: {state}").format(state=row.get_state_display()),
        "appointment.handed_over": _("Janji temu berpindah tangan: akun petugasnya ditutup"),
    }
    return Entry(
        title=titles[event.name], icon="calendar-event", kind="quiet", text=row.about, tags=[Channel(row.channel).label]
    )


def document(event: Event, row: Document) -> Entry:
    url = reverse("cases:document", args=[row.case_id, row.pk])
    return Entry(title=_("Berkas dilampirkan"), icon="paperclip", text=row.name, url=url)


def sheet(event: Event, row: Sheet) -> Entry:
    titles = {"sheet.printed": _("{kind} dicetak: {code}"), "sheet.filed": _("{kind} dimasukkan: {code}")}
    title = titles[event.name].format(kind=row.get_kind_display(), code=row.code_words)
    url = reverse("cases:sheets", args=[row.case_id])
    return Entry(title=title, icon="printer", kind="quiet", url=url)


def contract(event: Event, row: None) -> Entry:
    version = event.payload.get("version")
    agreed = event.name == "contract.agreed"
    title = _("Kontrak versi {version} disepakati") if agreed else _("Rancangan kontrak versi {version}")
    url = reverse("cases:contract", args=[event.subject_id])
    return Entry(title=title.format(version=version), icon="signature", kind="" if agreed else "quiet", url=url)


def risk(event: Event, row: RiskChange) -> Entry:
    title = _("Tingkat risiko: {before} menjadi {after}").format(
        before=row.get_before_display(), after=row.get_after_display()
    )
    return Entry(title=title, icon="alert-triangle", kind="risk", text=row.reason, tags=[row.rule] if row.rule else [])


def signature(event: Event, row: Signature) -> Entry:
    titles = {
        "signature.asked": _("Tanda tangan diminta: {what}"),
        "signature.signed": _("Ditandatangani: {what}"),
        "signature.sent_back": _("Dikembalikan: {what}"),
    }
    if row.in_words:
        titles["signature.asked"] = _("Diserahkan kepada supervisor: {what}")
        titles["signature.signed"] = _("Diputuskan supervisor: {what}")
    text = row.asked_note if event.name == "signature.asked" else row.comment
    title = titles[event.name].format(what=row.get_subject_kind_display())
    return Entry(title=title, icon="signature", text=text)


def exemption(event: Event, row: Exemption) -> Entry:
    url = reverse("cases:told", args=[row.case_id])
    if event.name == "exemption.ended":
        return Entry(title=_("Tulisan dibuka untuk klien"), icon="eye", kind="quiet", url=url)
    until = f"{clock.local(row.until):%d-%m-%Y}"
    title = _("Tulisan ditahan dari klien sampai {day}").format(day=until)
    tags = [row.get_reason_display(), *([] if row.told else [_("klien tidak diberi tahu")])]
    return Entry(title=title, icon="eye-off", text=row.why, tags=tags, url=url)


def escalation(event: Event, row: Escalation) -> Entry:
    title = _("Lewat batas waktu, {name} diberi tahu").format(name=row.told.called_name)
    return Entry(title=title, icon="hourglass", kind="quiet", text=row.what)


def acknowledged(event: Event, row: None) -> Entry:
    return Entry(title=_("Yang lewat batas waktu ditangani"), icon="hourglass", kind="quiet")


def member(event: Event, row: TeamMember) -> Entry:
    titles = {
        "member.added": _("{name} bergabung: {role}"),
        "member.ended": _("{name} meninggalkan tim"),
        "worker.changed": _("Kasus dipindahkan ke {name}"),
    }
    words = {"name": row.staff.called_name, "role": TeamRole(row.role).label}
    return Entry(title=titles[event.name].format(**words), icon="users", kind="quiet")


def ending(event: Event, row: Termination) -> Entry:
    if event.name == "case.reopened":
        return Entry(title=_("Kasus dibuka lagi"), icon="refresh", text=row.reopened_reason)
    title = _("Layanan diakhiri: {reason}").format(reason=EndReason(row.reason).label)
    return Entry(title=title, icon="flag", text=row.summary)


def supervised(event: Event, row: None) -> Entry:
    return Entry(title=_("Dibahas dalam supervisi"), icon="users", kind="quiet")


def consents(event: Event, row: None) -> Entry:
    told = event.payload
    said = ((_("Setuju: {what}"), told["yes"]), (_("Tidak setuju: {what}"), told["no"]))
    lines = [words.format(what=Purpose(one).label) for words, purposes in said for one in purposes]
    return Entry(title=_("Persetujuan ditanyakan"), icon="shield-check", kind="quiet", text="\n".join(lines))


def consent_withdrawn(event: Event, row: None) -> Entry:
    what = str(Purpose(event.payload["purpose"]).label)
    return Entry(title=_("Klien menarik persetujuan"), icon="shield-check", kind="quiet", text=what)


def opened(event: Event, row: None) -> Entry:
    return Entry(title=_("Kasus dibuka"), icon="folder-open")


def ticket(event: Event, row: CaseTicket | None) -> Entry:
    """A request that joined is read on its own page, by who may open it."""
    titles = {
        "case.ticket_given": _("Klien diberi tiket"),
        "case.ticket_renewed": _("Tiket klien diberi PIN baru"),
        "case.ticket_taken_back": _("Tiket klien ditarik"),
    }
    why = (row.get_ended_because_display(),) if event.name == "case.ticket_taken_back" else ()
    url = reverse("cases:tickets", args=[row.case_id])
    return Entry(title=titles[event.name], icon="key", tags=tuple(map(str, why)), url=url)


def joined(event: Event, row: None) -> Entry:
    return Entry(
        title=_("Permintaan lain digabungkan ke kasus ini"),
        icon="message-2",
        url=reverse("intake:request", args=[event.payload["id"]]),
    )


_tickets = Presenter(ticket, by_id(CaseTicket))
_notes, _members = Presenter(note, load_writing), Presenter(member, by_id(TeamMember, "staff"))
_signatures, _tasks = Presenter(signature, by_id(Signature, "key")), Presenter(task, load_tasks)
_endings = Presenter(ending, by_id(Termination, "key"))
_appointments = Presenter(appointment, load_appointments)
_sheets = Presenter(sheet, by_id(Sheet))
_exemptions = Presenter(exemption, by_id(Exemption, "key"))
_activities = Presenter(activity, load_writing)

PRESENTERS = {
    "case.opened": Presenter(opened),
    "case.request_joined": Presenter(joined),
    "case.ticket_given": _tickets,
    "case.ticket_renewed": _tickets,
    "case.ticket_taken_back": _tickets,
    "note.written": _notes,
    "note.sent": _notes,
    "note.corrected": Presenter(correction, load_writing),
    "activity.recorded": _activities,
    "help.given": _activities,
    "stage.stepped": Presenter(step, load_steps),
    "case.programme_chosen": Presenter(programme, load_steps),
    "task.added": _tasks,
    "task.finished": _tasks,
    "task.dropped": _tasks,
    "task.handed_over": _tasks,
    "task.shown": _tasks,
    "appointment.made": _appointments,
    "appointment.settled": _appointments,
    "appointment.handed_over": _appointments,
    "document.attached": Presenter(document, by_id(Document, "key")),
    "document.handed_in": Presenter(document, by_id(Document, "key")),
    "contract.drafted": Presenter(contract),
    "contract.agreed": Presenter(contract),
    "sheet.printed": _sheets,
    "sheet.filed": _sheets,
    "risk.changed": Presenter(risk, by_id(RiskChange, "key")),
    "case.escalated": Presenter(escalation, by_id(Escalation, "told")),
    "case.acknowledged": Presenter(acknowledged),
    "signature.asked": _signatures,
    "signature.signed": _signatures,
    "signature.sent_back": _signatures,
    "case.consents_asked": Presenter(consents),
    "case.consent_withdrawn": Presenter(consent_withdrawn),
    "exemption.made": _exemptions,
    "exemption.ended": _exemptions,
    "case.supervised": Presenter(supervised),
    "member.added": _members,
    "member.ended": _members,
    "worker.changed": _members,
    "case.terminated": _endings,
    "case.reopened": _endings,
}
