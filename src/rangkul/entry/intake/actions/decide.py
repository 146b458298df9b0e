"""The decisions of a person about a request; the asker can read each. No rule ever takes one of these."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import local, now
from rangkul.commons.people.models import Person
from rangkul.commons.people.queries import identity_ids
from rangkul.entry.intake import clocks, hooks, policy, rights
from rangkul.entry.intake.actions import telling
from rangkul.entry.intake.actions.rows import lock
from rangkul.entry.intake.models import Decision, Request
from rangkul.entry.intake.queries import conflicted, fitting_of
from rangkul.entry.intake.states import (
    CLOSED,
    MOST_WAITING,
    TABLE,
    WEIGHED,
    ClientKind,
    DeclineReason,
    Level,
    Outcome,
    Told,
)

NONE_YET = UUID(int=0)


@dataclass(frozen=True)
class Words:
    """`text` is what the asker reads, `note` stays in the office. `seen` is the newest decision that was on the
    decider's page (NONE_YET: there was none); None where nobody read a page before. `no_conflict`: the decider said
    that nothing ties them to the person; None for a decision that does not ask it."""

    text: str
    note: str = ""
    seen: UUID | None = None
    no_conflict: bool | None = None


def _decide(
    by: Asker, request: Request, verb: str, outcome: str, words: Words, again_at: datetime | None = None, **more: Any
) -> Request:
    """Move the held request and keep the decision. Raises Refused for a step that its state does not allow."""
    if not words.text.strip():
        raise Refused(_("Tulis jawaban yang akan dibaca pemohon."), field="text")
    _not_overtaken(request, verb, words.seen)
    _not_tied(by, request, outcome, words)
    before = TABLE.step(request, verb)
    closes = request.state in CLOSED
    if closes:
        _may_end(request)
    weighed = _weighed(request, verb, words, more.get("decline_reason", "")) if outcome in WEIGHED else {}
    request.closed_at = now() if closes else None
    request.escalate_at = None if closes else again_at or request.escalate_at
    if again_at:
        request.due_at = again_at
    decision = Decision(
        key=request.key, request=request, outcome=outcome, before=before, again_at=again_at, by_id=by.staff_id,
        no_conflict=words.no_conflict, **weighed, **more
    )  # fmt: skip
    decision.text, decision.note = words.text, words.note
    decision.save(force_insert=True)
    request.save()
    _answered(request, by)
    return request


def _not_tied(by: Asker, request: Request, outcome: str, words: Words) -> None:
    if outcome in WEIGHED and not words.no_conflict:
        said = _("Nyatakan bahwa tidak ada hubungan pribadi. Bila ada, catat hubungannya: orang lain yang memutuskan.")
        raise Refused(said, field="no_conflict", code="conflict")
    if by.staff_id in conflicted(request.pk):
        said = _("Anda mencatat hubungan pribadi dengan orang ini, jadi orang lain yang memutuskan.")
        raise Refused(said, code="conflict")


def _weighed(request: Request, verb: str, words: Words, decline_reason: str) -> dict[str, Any]:
    """How the unit fits. It blocks no decision; going against it says why."""
    fit = fitting_of(request)
    against = fit.speaks_against(verb, decline_reason)
    if against and not words.note.strip():
        outside = _("Ini di luar wilayah atau kategori unit. Tulis satu kalimat mengapa tetap diambil.")
        inside = _("Unit ini melayani wilayah atau masalah itu. Tulis satu kalimat mengapa tetap ditolak.")
        raise Refused(inside if verb == "decline" else outside, field="note", code="against_fit")
    return {"fit": fit.code, "against_fit": against}


def _may_end(request: Request) -> None:
    for check in hooks.before_ending:
        if why := check(request):
            raise Refused(why, code="not_yet")


def newest(request: Request) -> Decision | None:
    return request.decisions.select_related("by").order_by("-made_at", "-id").first()


def _not_overtaken(request: Request, verb: str, seen: UUID | None) -> None:
    """Two workers may decide at the same moment: the second hears who was first, and nothing is sent twice."""
    last = newest(request)
    changed = seen is not None and (last.pk if last else NONE_YET) != seen
    if last is None or not (changed or not TABLE.allows(verb, request.state)):
        return
    who = last.by.called_name if last.by_id else _("Pemohon")
    told = {"who": who, "what": last.get_outcome_display(), "at": f"{local(last.made_at, request.region_code):%H.%M}"}
    sentence = _("%(who)s sudah memutuskan pukul %(at)s: %(what)s. Keputusan Anda belum disimpan.") % told
    raise Refused(sentence, code="overtaken")


def _answered(request: Request, by: Asker) -> None:
    """A decision stops what had risen because nobody answered. That a request is red, its supervisor still reads."""
    risen = request.escalations.filter(acknowledged_at__isnull=True)
    if request.is_open:
        risen = risen.exclude(why=Told.RED)
    risen.update(acknowledged_at=now(), acknowledged_by_id=by.staff_id)


def _done(request: Request, result: Any = None, **payload: Any) -> Done:
    if not request.is_open:
        rights.end_all(request)
    return Done(
        result or request,
        subject=("request", request.pk),
        payload=payload,
        agency_id=request.agency_id,
        unit_id=request.unit_id,
    )


@action("request.accepted", may=policy.may_work)
def accept(
    *,
    by: Asker,
    request: Request,
    text: str,
    note: str = "",
    seen: UUID | None = None,
    no_conflict: bool = False,
    client_kind: str = ClientKind.PERSON,
    client_name: str = "",
    running: hooks.Answer = hooks.UNSAID,
) -> Done:
    """Take the request on. Returns what the first hook gives back (the case), else the request.
    `client_name` is what a group or community is called; a person and a household have their own. Raises Refused
    ("running") where a file runs already that the decider sees and `running` does not say what then."""
    request = lock(request)
    if client_kind == ClientKind.PERSON and request.person_id is None:
        raise Refused(_("Hubungkan dulu dengan orangnya, atau daftarkan orang baru."), code="person", field="person")
    if request.level == Level.MERAH and by.has("junior"):
        raise Refused(_("Permintaan merah diterima bersama supervisor, tidak oleh petugas junior sendiri."))
    _check_running(request, client_kind, running)
    request = _decide(by, request, "accept", Outcome.ACCEPTED, Words(text, note, seen, no_conflict))
    request.client_kind = client_kind
    request.client_name = client_name.strip() if client_kind in (ClientKind.GROUP, ClientKind.COMMUNITY) else ""
    request.save(update_fields=["client_kind", "client_name"])
    opened = [made for made in (hook(request, by, running) for hook in hooks.accepted) if made is not None]
    return _done(request, opened[0] if opened else None)


def running_for(request: Request, person_id: UUID | None, client_kind: str) -> list[hooks.Running]:
    """What runs already for this person; nothing where they, or what runs, are out of the asker's sight."""
    if client_kind not in (ClientKind.PERSON, ClientKind.HOUSEHOLD) or person_id is None:
        return []
    person = Person.objects.filter(pk=person_id).first()
    return [one for hook in hooks.running for one in hook(request, person, client_kind)] if person else []


def _check_running(request: Request, client_kind: str, answer: hooks.Answer) -> None:
    """Two requests of one person that are accepted at the same moment wait for each other here."""
    person = Person.objects.filter(pk=request.person_id).first()
    if person is not None:
        one_human_being = min(identity_ids(person))
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"accepted:{one_human_being}"])
    found = running_for(request, request.person_id, client_kind)
    if answer.join is not None:
        chosen = next((one for one in found if one.id == answer.join), None)
        if chosen is None:
            raise Refused(_("Kasus ini tidak ditemukan, atau sudah diakhiri. Pilih lagi."), field="running")
        if chosen.refuses:
            raise Refused(chosen.refuses, field="running")
    elif found and not answer:
        raise Refused(
            _("Sudah ada kasus yang berjalan. Gabungkan ke sana, atau tulis mengapa perlu kasus kedua."),
            code="running",
            field="running",
        )


@action("request.referred", may=policy.may_work)
def refer(
    *,
    by: Asker,
    request: Request,
    partner: str,
    text: str,
    note: str = "",
    seen: UUID | None = None,
    no_conflict: bool = False,
) -> Done:
    """Ask another agency to help. It stays open, with a clock, until that agency confirms."""
    request = lock(request)
    if not partner.strip():
        raise Refused(_("Tulis ke lembaga mana permintaan ini dirujuk."), field="partner")
    if request.level == Level.MERAH and by.has("junior"):
        raise Refused(_("Permintaan merah hanya dirujuk bersama supervisor."))
    again = clocks.confirmation_due(request.level, now(), request.region_code)
    words = Words(text, note, seen, no_conflict)
    request = _decide(by, request, "refer", Outcome.REFERRED, words, again, partner=partner)
    return _done(request)


@action("request.handed_over", may=policy.may_work)
def confirm_handover(*, by: Asker, request: Request, text: str, note: str = "", seen: UUID | None = None) -> Done:
    """The other agency said that it handles the request; now it is closed here."""
    request = lock(request)
    if request.level == Level.MERAH and by.has("junior"):
        raise Refused(_("Permintaan merah hanya diakhiri bersama supervisor."))
    return _done(_decide(by, request, "confirm_handover", Outcome.HANDED_OVER, Words(text, note, seen)))


@action("request.declined", may=policy.may_work)
def decline(
    *,
    by: Asker,
    request: Request,
    reason: str,
    text: str,
    note: str = "",
    seen: UUID | None = None,
    no_conflict: bool = False,
) -> Done:
    request = lock(request)
    if reason not in DeclineReason.values:
        raise Refused(_("Pilih alasan penolakan."), field="reason")
    if request.level == Level.MERAH and by.has("junior"):
        raise Refused(_("Permintaan merah hanya ditolak bersama supervisor."))
    words = Words(text, note, seen, no_conflict)
    request = _decide(by, request, "decline", Outcome.DECLINED, words, decline_reason=reason)
    return _done(request, reason=reason)


@action("request.waitlisted", may=policy.may_work)
def waitlist(
    *,
    by: Asker,
    request: Request,
    again_at: datetime,
    text: str,
    note: str = "",
    seen: UUID | None = None,
    no_conflict: bool = False,
) -> Done:
    """`again_at`: when the office looks again. Red and orange cannot wait in a list."""
    request = lock(request)
    if request.level in (Level.MERAH, Level.ORANYE):
        raise Refused(_("Permintaan merah dan oranye tidak bisa menunggu dalam daftar."), code="too_urgent")
    if again_at <= now():
        raise Refused(_("Pilih tanggal yang akan datang."), field="again_on")
    ahead = local(again_at, request.region_code).date() - local(now(), request.region_code).date()
    if ahead.days > MOST_WAITING:
        raise Refused(_("Pilih tanggal paling lambat 90 hari dari sekarang."), field="again_on", code="too_far")
    words = Words(text, note, seen, no_conflict)
    return _done(_decide(by, request, "waitlist", Outcome.WAITLISTED, words, again_at))


@action("request.info_asked", may=policy.may_work)
def ask_information(*, by: Asker, request: Request, text: str, note: str = "", seen: UUID | None = None) -> Done:
    """The question is read with the ticket; when nobody answers in time the office looks again."""
    request = lock(request)
    again = clocks.answer_due(request.level, now(), request.region_code)
    return _done(_decide(by, request, "ask_information", Outcome.INFO_ASKED, Words(text, note, seen), again))


@action("request.reopened", may=policy.may_work)
def reopen(*, by: Asker, request: Request, text: str, note: str = "", seen: UUID | None = None) -> Done:
    request = lock(request)
    again = clocks.fresh_due(request.level, now(), request.region_code)
    if request.owner_id in conflicted(request.pk):
        # Said since it was closed: who opens it again holds it, and chooses.
        request.owner_id = by.staff_id
    request = _decide(by, request, "reopen", Outcome.REOPENED, Words(text, note, seen), again)
    telling.at_once(request, by)
    return _done(request)
