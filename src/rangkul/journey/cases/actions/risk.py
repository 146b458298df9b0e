"""How grave a case is. A machine raises it and says by which rule; only a person lowers it, with a reason."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.commons.people.states import Role
from rangkul.entry.intake.queries import weigh_words
from rangkul.entry.intake.states import Level
from rangkul.entry.signals.queries import Signal
from rangkul.journey.cases import policy
from rangkul.journey.cases.actions.joining import join
from rangkul.journey.cases.actions.rows import about, filled, lock, lock_open
from rangkul.journey.cases.models import Case, RiskChange, Signature
from rangkul.journey.cases.queries.signatures import is_junior, needs_signature
from rangkul.journey.cases.queries.tickets import tied_to
from rangkul.journey.cases.states import SignatureState, SignatureSubject, TeamRole, graver


@action("risk.changed", may=policy.may_change_level)
def change_level(*, by: Asker, case: Case, level: str, reason: str, rule: str = "") -> Done:
    """Raise or lower, and say why. A job names its `rule`. The same level again does nothing. Returns the case."""
    case = lock_open(case)
    if level not in Level.values:
        raise Refused(_("Pilih salah satu dari daftar."), field="level")
    if level == case.level:
        return about(case, case, silent=True)
    if by.kind == "job" and not graver(level, case.level):
        raise Refused(_("Hanya seseorang yang boleh menurunkan tingkat risiko."), code="machine")
    if not policy.may_lower(by=by, case=case) and not graver(level, case.level):
        raise Refused(_("Tingkat merah hanya diturunkan oleh supervisor atau petugas penuh."), field="level")
    reason = filled(reason, _("Tulis alasannya."), "reason")
    change = RiskChange(case=case, key=case.key, before=case.level, after=level, by_id=by.staff_id, rule=rule)
    change.reason = reason
    change.save(force_insert=True)
    case.level = level
    case.save(update_fields=["level"])
    guard_grave_case(by, case)
    done = about(case, change, before=change.before, after=level, rule=rule)
    done.result = case
    return done


def raise_by_words(*, by: Asker, case: Case, text: str, found: Sequence[Signal] | None = None) -> bool:
    """What a client wrote raises their open case as it raises a request. Returns whether the words are grave.
    `found` are the signs in the text, where they were read already."""
    ruled = weigh_words(text, case.region_code, found)
    level = ruled.value["level"]
    if level not in (Level.MERAH, Level.ORANYE):
        return False
    # Held before it is judged: where somebody ends or raises the case in this moment, a refusal would take the words
    # of the client with it.
    case = lock(case)
    if case.is_open and graver(level, case.level):
        why = " ".join(reason.sentence for reason in ruled.reasons)
        change_level(by=by, case=case, level=level, reason=why, rule="client_words")
    return True


def guard_grave_case(by: Asker, case: Case) -> None:
    """A grave case comes before a supervisor, and a junior is never alone on a red one (A55)."""
    if needs_signature(case, SignatureSubject.RISK):
        ask_once(case, SignatureSubject.RISK, asked_by_id=case.worker_id)
    senior = senior_for(case) if case.level == Level.MERAH and is_junior(case) else None
    if senior is not None and not case.team.filter(staff=senior, until=None).exists():
        join(by, case, senior.pk, TeamRole.SUPERVISOR)


def senior_for(case: Case) -> Staff | None:
    near = _beside_it(case, Role.SUPERVISOR).filter(unit_id=case.unit_id)
    return near.filter(pk=case.worker.supervisor_id).first() or near.order_by("full_name", "id").first()


def head_for(case: Case) -> Staff | None:
    """Where the unit has no supervisor who may know of it."""
    return _beside_it(case, Role.HEAD).filter(agency_id=case.agency_id).order_by("pk").first()


def _beside_it(case: Case, role: str) -> QuerySet[Staff]:
    """Not its worker, not whom it complains about, and not tied to the client."""
    never = [case.worker_id, *({case.against_id} - {None}), *tied_to(case)]
    return Staff.objects.filter(roles__contains=[role], is_active=True).exclude(pk__in=never)


def ask_once(case: Case, subject_kind: str, *, asked_by_id, subject_id=None, note: str = "") -> Signature:
    """The waiting signature, or a new one: a supervisor is asked once for one thing."""
    waiting = case.signatures.filter(subject_kind=subject_kind, state=SignatureState.ASKED).first()
    if waiting is not None:
        return waiting
    row = Signature(
        case=case,
        key=case.key,
        agency_id=case.agency_id,
        unit_id=case.unit_id,
        subject_kind=subject_kind,
        subject_id=subject_id,
        asked_by_id=asked_by_id,
    )
    row.asked_note = note
    row.save(force_insert=True)
    return row
