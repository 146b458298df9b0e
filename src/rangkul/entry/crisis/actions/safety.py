"""Asking about danger, the plan that is written together, and the next contact."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.clock import now
from rangkul.commons.trust.states import Basis
from rangkul.entry.crisis import hooks, policy, screening
from rangkul.entry.crisis.models import NextContact, SafetyPlan, Screening
from rangkul.entry.crisis.models.safety import NEXT_CONTACT_WITHIN
from rangkul.entry.crisis.queries import danger
from rangkul.entry.crisis.states import GRAVE, Answer, Part
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake import policy as intake_policy
from rangkul.entry.intake.actions import Late, NextTold, next_told
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import Level, State

_LONG = 4000
_JOB = job("crisis.screening")


def _about(request: Request, result: object, *, silent: bool = False, **payload: object) -> Done:
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id}
    return Done(result, subject=("request", request.pk), payload=payload, silent=silent, **where)


@action("danger.screened", may=policy.may_work)
def screen(
    *,
    by: Asker,
    request: Request,
    answers: Mapping[str, str],
    note: str = "",
    wording: UUID | None = None,
    language: str = "",
) -> Done:
    """Keep what was asked and answered. High or unknown makes the request red, and a supervisor is told at once; no
    answer lowers anything. Questions that the path does not ask are not kept. `wording`: the version of the makers'
    words that stood on the page, in `language`; what the agency does not know is no reason to lose an answer."""
    given = {one.value: answers.get(one, Answer.UNKNOWN) for one in screening.asked(answers)}
    if any(answer not in Answer.values for answer in given.values()):
        raise Refused(_("Pilih jawaban dari daftar."))
    risk = screening.risk(given)
    row = Screening(key=request.key, request=request, by_id=by.staff_id, risk=risk, version=screening.VERSION)
    row.answers, row.note = json.dumps(given), note.strip()
    if wording is not None and (said := hooks.words_named(by.agency_id, wording, language)) is not None:
        row.wording, row.wording_name, row.wording_language = said.id, said.name[:120], said.language
    row.save(force_insert=True)
    if risk in GRAVE:
        why = _("Setelah ditanya, risikonya: %(risk)s.") % {"risk": danger.in_words(risk)}
        with acting(_JOB):
            intake.raise_level(by=_JOB, request=request, level=Level.MERAH, reason=why)
    return _about(request, row, risk=risk)


@action("safety_plan.written", may=policy.may_work)
def write_plan(*, by: Asker, request: Request, parts: Mapping[str, str], seen: int = 0, shared: bool = False) -> Done:
    """A new version; `seen` is the version on the writer's page, 0 for none. An earlier version is no longer shown to
    the person. Raises Refused where somebody else was faster, or where the ticket is not the person's own."""
    kept = {part.value: str(parts.get(part, "")).strip()[:_LONG] for part in Part}
    if not any(kept.values()):
        raise Refused(_("Tulis sedikitnya satu bagian."), field=Part.SIGNS.value)
    if shared and not danger.may_be_shared(request):
        raise Refused(
            _("Tiket ini dipegang orang lain, jadi rencananya tidak bisa dibagikan lewat tiket."), field="shared"
        )
    Request.objects.select_for_update().get(pk=request.pk)
    last = danger.plan_of(request)
    if (last.version if last else 0) != seen:
        raise Refused(_("Rencana ini baru saja diubah orang lain. Buka lagi halamannya."), code="overtaken")
    if last is not None and json.loads(last.parts) == kept and last.shared == shared:
        return _about(request, last, silent=True)
    SafetyPlan.objects.filter(request=request, shared=True).update(shared=False)
    plan = SafetyPlan(key=request.key, request=request, by_id=by.staff_id, version=seen + 1, shared=shared)
    plan.parts = json.dumps(kept)
    plan.save(force_insert=True)
    return _about(request, plan, version=plan.version, shared=shared)


@action("contact.planned", may=policy.may_work)
def plan_contact(*, by: Asker, request: Request, due_at: datetime, how: str, tells: bool = False) -> Done:
    """When somebody speaks with the person again. One at a time: a new time ends the one before. `tells`: the nearest
    supervisor is told of it now, not only when it is missed."""
    at = now()
    if due_at <= at:
        raise Refused(_("Pilih waktu yang akan datang."), field="due_at")
    if due_at > at + NEXT_CONTACT_WITHIN:
        raise Refused(_("Kontak berikutnya paling lama 24 jam lagi."), field="due_at")
    if not how.strip():
        raise Refused(_("Tulis bagaimana orang ini dihubungi dengan aman."), field="how")
    for before in danger.open_contacts(request):
        _end(before, by, _("Diganti waktu yang baru."))
    contact = NextContact(
        key=request.key, request=request, by_id=by.staff_id, made_at=at, due_at=due_at, look_at=due_at
    )
    contact.how = how.strip()
    contact.save(force_insert=True)
    if tells:
        _tell_of(contact, by)
    # Whoever was told and says when the person hears of somebody again has taken it up.
    if request.is_open and intake_policy.may_acknowledge(by=by, request=request):
        intake.acknowledge(by=by, request=request)
    return _about(request, contact, due=due_at.isoformat())


def _tell_of(contact: NextContact, by: Asker) -> None:
    """As no step upward: who is told now is still the first to hear when it is missed."""
    upward = next_told(_late(contact), now())
    contact.told_id, contact.told_at = upward.to, now()
    contact.save(update_fields=["told", "told_at"])
    _let_in(contact.request, upward)


@action("contact.needed", may=policy.is_clock)
def need_contact(*, by: Asker, request: Request, how: str) -> Done:
    """Somebody speaks with the person now: a contact that is due at once stands on the board of whoever looks after
    them, the supervisor is told in the same moment, and it climbs until somebody has. One that is due stays as it is.
    """
    at = now()
    held = Request.objects.select_for_update(of=("self",)).select_related("key", "owner", "unit").get(pk=request.pk)
    if NextContact.objects.filter(request=held, done_at__isnull=True, due_at__lte=at).exists():
        return _about(held, held, silent=True)
    worker = danger.who_answers(held)
    if worker.unit_id != held.unit_id:
        intake.let_in(held, worker.pk, Basis.OWNER, how)
    contact = NextContact(key=held.key, request=held, by_id=worker.pk, made_at=at, due_at=at, look_at=at)
    contact.how = how
    contact.save(force_insert=True)
    escalate_contact(by=by, contact=contact)
    return _about(held, contact, worker=str(worker.pk))


def danger_said(request: Request) -> None:
    """Danger in what a person says or answers after their request was decided. In the language of the office: whose
    words they are may read another."""
    with acting(_JOB), translation.override(settings.LANGUAGE_CODE):
        how = _("Ada tanda bahaya. Hubungi sekarang dengan cara yang aman.")
        if request.state == State.WITHDRAWN:
            how = _("Permintaan merah ini dibatalkan. Pastikan sekali lagi orangnya aman, hanya dengan cara yang aman.")
        need_contact(by=_JOB, request=request, how=how)


def plan_before_ending(by: Asker, request: Request, words: dict[str, Any]) -> None:
    plan_contact(by=by, request=request, **words)


@action("contact.made", may=policy.may_contact)
def record_contact(*, by: Asker, contact: NextContact, outcome: str) -> Done:
    """Somebody spoke with the person, or tried; what came of it is written down. As long as the risk is high or
    unknown, a next one has to follow before anything is ended."""
    if not outcome.strip():
        raise Refused(_("Tulis apa yang terjadi."), field="outcome")
    held = _held(contact)
    if held.done_at:
        return _about(held.request, held, silent=True)
    _end(held, by, outcome.strip())
    if not held.request.is_open and danger.open_contact(held.request) is None:
        # Whoever was let in for this alone goes out again.
        intake.end_all(held.request)
    return _about(held.request, held)


def _held(contact: NextContact) -> NextContact:
    rows = NextContact.objects.select_for_update(of=("self",))
    return rows.select_related("key", "request__owner", "request__unit", "request__key").get(pk=contact.pk)


def _end(contact: NextContact, by: Asker, outcome: str) -> None:
    contact.done_at, contact.done_by_id, contact.look_at = now(), by.staff_id, None
    contact.outcome = outcome
    contact.save(update_fields=["done_at", "done_by", "look_at", "outcome"])


@action("contact.missed", may=policy.is_clock)
def escalate_contact(*, by: Asker, contact: NextContact) -> Done:
    """Nobody spoke with the person in time: the next one above is told, at the pace of red, until somebody has."""
    held, at = _held(contact), now()
    request = held.request
    if held.look_at is None or held.look_at > at:
        return _about(request, held, silent=True)
    upward = next_told(_late(held), at)
    held.told_id, held.told_at, held.steps, held.look_at = upward.to, at, held.steps + 1, upward.next_at
    held.save(update_fields=["told", "told_at", "steps", "look_at"])
    _let_in(request, upward)
    return _about(request, held, to=str(upward.to), step=held.steps)


def _late(contact: NextContact) -> Late:
    request = contact.request
    worker = danger.who_answers(request)
    return Late(
        level=Level.MERAH, due_at=contact.due_at, region_code=request.region_code, owner=worker,
        unit=worker.unit or request.unit, never=frozenset({request.against_id} - {None}), steps=contact.steps,
        told=contact.steps, told_at=contact.told_at,
    )  # fmt: skip


def _let_in(request: Request, upward: NextTold) -> None:
    if upward.ruled is not None:
        intake.let_in(request, upward.to, Basis.SUPERVISION, upward.reason.sentence)
