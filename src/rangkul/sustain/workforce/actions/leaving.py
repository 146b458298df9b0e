"""What somebody whose account is closed holds of supervision and practicum: ended with its reason, or handed on to
whoever goes on. Nobody signs, judges or promises in the name of another."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people import hooks
from rangkul.commons.people.hooks import Handing
from rangkul.commons.people.models import Staff
from rangkul.commons.people.policy import is_leaving
from rangkul.journey.cases import actions as cases
from rangkul.sustain.workforce.actions.contracts import new_draft
from rangkul.sustain.workforce.models import Contract, FollowUp, Practicum, Session, StudyCase
from rangkul.sustain.workforce.states import (
    CONTRACT,
    FOLLOW_UP,
    PRACTICUM,
    SESSION,
    STUDY,
    ContractState,
    FollowUpState,
    PracticumState,
    SessionState,
)


def _of(staff: Staff) -> Q:
    return Q(supervisor=staff) | Q(worker=staff)


def _contracts(staff: Staff) -> QuerySet[Contract]:
    rows = Contract.objects.filter(_of(staff), state=ContractState.IN_FORCE)
    return rows.select_related("key", "supervisor", "worker")


def _unfinished(staff: Staff) -> QuerySet[Session]:
    return Session.objects.filter(_of(staff), state__in=[SessionState.PLANNED, SessionState.HELD]).select_related("key")


def _promises(staff: Staff) -> QuerySet[FollowUp]:
    rows = FollowUp.objects.filter(owner=staff, state=FollowUpState.OPEN)
    return rows.select_related("key", "session__supervisor", "session__worker")


def _placements(staff: Staff) -> QuerySet[Practicum]:
    rows = Practicum.objects.filter(state=PracticumState.RUNNING).select_related("student", "instructor")
    return rows.filter(Q(instructor=staff) | Q(student=staff))


def _give_supervision(handing: Handing) -> None:
    staff, by = handing.staff, hooks.LEAVING
    for session in _unfinished(staff):
        leave_session(by=by, session=session, handing=handing)
    for contract in _contracts(staff):
        leave_contract(by=by, contract=contract, handing=handing)
    for promise in _promises(staff):
        hand_promise(by=by, follow_up=promise, handing=handing)


@action("supervision.left", may=is_leaving)
def leave_session(*, by: Asker, session: Session, handing: Handing) -> Done:
    """What was planned is cancelled; what was held and not signed stays as it was written, without a signature."""
    now = clock.now()
    if session.state == SessionState.PLANNED:
        SESSION.step(session, "cancel")
        session.cancelled_at, session.cancelled_by_id, session.why_cancelled = now, handing.by.staff_id, _why(handing)
        session.save(update_fields=["state", "cancelled_at", "cancelled_by", "why_cancelled"])
    else:
        SESSION.step(session, "leave")
        session.save(update_fields=["state"])
    cases.settle_between(session.both)
    return _said("supervision", session.pk, handing, session.both)


@action("supervision.left", may=is_leaving)
def leave_contract(*, by: Asker, contract: Contract, handing: Handing) -> Done:
    """A contract is between two and ends with one of them. Its worker does not stay alone: whoever goes on finds a
    draft with them, and where it is not signed in time that climbs."""
    CONTRACT.step(contract, "end")
    contract.valid_to, contract.ended_at = max(days.today(), contract.valid_from), clock.now()
    contract.ended_by_id, contract.why_ended = handing.by.staff_id, _why(handing)
    contract.save(update_fields=["state", "valid_to", "ended_at", "ended_by", "why_ended"])
    if contract.supervisor_id == handing.staff.pk:
        _next_supervisor(contract.worker, handing.to)
    cases.settle_between(contract.both)
    return _said("supervision_contract", contract.pk, handing, contract.both)


def _next_supervisor(worker: Staff, to: Staff | None) -> None:
    if not worker.is_active:
        return
    if to is None or "supervisor" not in to.roles or to.pk == worker.pk:
        said = _("Yang meneruskan supervisi harus supervisor, dan bukan %(name)s sendiri.")
        raise Refused(said % {"name": worker.called_name}, field="successor")
    if not Contract.objects.filter(supervisor=to, worker=worker, state__in=["draft", "in_force"]).exists():
        new_draft(to, worker, to.pk)


@action("supervision.follow_up_handed_over", may=is_leaving)
def hand_promise(*, by: Asker, follow_up: FollowUp, handing: Handing) -> Done:
    """To the other of the two, who knows it; where they left too it ends, and says why."""
    session, staff = follow_up.session, handing.staff
    other = session.other(staff.pk)
    if other.is_active:
        follow_up.owner = other
    else:
        FOLLOW_UP.step(follow_up, "drop")
        follow_up.ended_at, follow_up.ended_by_id, follow_up.outcome = clock.now(), handing.by.staff_id, _why(handing)
    follow_up.save(update_fields=["owner", "state", "ended_at", "ended_by", "outcome"])
    cases.settle_between([staff.pk])
    return Done(
        follow_up, subject=("supervision", session.pk), payload={"id": str(follow_up.pk), "to": str(other.pk)},
        agency_id=session.agency_id,
    )  # fmt: skip


def _give_placements(handing: Handing) -> None:
    for practicum in _placements(handing.staff):
        if practicum.student_id == handing.staff.pk:
            leave_practicum(by=hooks.LEAVING, practicum=practicum)
        else:
            hand_practicum(by=hooks.LEAVING, practicum=practicum, handing=handing)


@action("practicum.left", may=is_leaving)
def leave_practicum(*, by: Asker, practicum: Practicum) -> Done:
    _take_back(practicum)
    PRACTICUM.step(practicum, "end")
    practicum.ended_at = clock.now()
    practicum.save(update_fields=["state", "ended_at"])
    return _placement(practicum, practicum.instructor_id)


@action("practicum.handed_over", may=is_leaving)
def hand_practicum(*, by: Asker, practicum: Practicum, handing: Handing) -> Done:
    """Another field instructor; the cases that the former one made readable are taken back, because only who knows a
    case answers for its words."""
    to = handing.to
    if to is None or not {"supervisor", "peksos"} & set(to.roles):
        raise Refused(_("Pembimbing praktikum yang baru harus supervisor atau pekerja sosial."), field="successor")
    _take_back(practicum)
    practicum.instructor = to
    practicum.save(update_fields=["instructor"])
    return _placement(practicum, to.pk)


def _take_back(practicum: Practicum) -> None:
    for study in StudyCase.objects.filter(practicum=practicum).exclude(state="withdrawn").select_related("key"):
        STUDY.step(study, "withdraw")
        study.facts = study.picture = study.questions = ""
        study.withdrawn_at = clock.now()
        study.save(update_fields=["state", "facts", "picture", "questions", "withdrawn_at"])


def _placement(practicum: Practicum, to) -> Done:
    return Done(practicum, subject=("practicum", practicum.pk), payload={"to": str(to)}, agency_id=practicum.agency_id)


def _why(handing: Handing) -> str:
    return _("Akun %(name)s ditutup.") % {"name": handing.staff.called_name}


def _said(kind: str, subject_id, handing: Handing, both) -> Done:
    """The one who stays hears of it at once."""
    stays = next(one for one in both if one != handing.staff.pk)
    return Done(None, subject=(kind, subject_id), payload={"to": str(stays)}, agency_id=handing.staff.agency_id)


def _supervised_words(n: int) -> str:
    words = ngettext(
        "supervisi bagi %(n)d pekerja sosial; mereka mendapat rancangan kontrak dengan yang meneruskan",
        "supervisi bagi %(n)d pekerja sosial; mereka mendapat rancangan kontrak dengan yang meneruskan",
        n,
    )
    return words % {"n": n}


def _supervision_words(n: int) -> str:
    words = ngettext(
        "%(n)d kontrak supervisi, sesi, atau tindak lanjutnya sendiri; berakhir, dan janjinya beralih kepada rekannya",
        "%(n)d kontrak supervisi, sesi, atau tindak lanjutnya sendiri; berakhir, dan janjinya beralih kepada rekannya",
        n,
    )
    return words % {"n": n}


def _instructs_words(n: int) -> str:
    return ngettext("pembimbing %(n)d praktikum", "pembimbing %(n)d praktikum", n) % {"n": n}


def _learns_words(n: int) -> str:
    words = ngettext(
        "%(n)d praktikum sebagai praktikan; praktikumnya berakhir",
        "%(n)d praktikum sebagai praktikan; praktikumnya berakhir",
        n,
    )
    return words % {"n": n}


def _count_own(staff: Staff) -> int:
    own = _contracts(staff).filter(worker=staff).count()
    return own + _unfinished(staff).count() + _promises(staff).count()


HOLDINGS = (
    hooks.Holding(
        _supervised_words, lambda staff: _contracts(staff).filter(supervisor=staff).count(), _give_supervision
    ),
    hooks.Holding(_supervision_words, _count_own, _give_supervision, needs_heir=False),
    hooks.Holding(
        _instructs_words, lambda staff: _placements(staff).filter(instructor=staff).count(), _give_placements
    ),
    hooks.Holding(
        _learns_words, lambda staff: _placements(staff).filter(student=staff).count(), _give_placements,
        needs_heir=False,
    ),
)  # fmt: skip
