"""Moving along the path. Each step is a row; its time is the moment of the step and nothing else."""

from datetime import timedelta

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases import policy, texts
from rangkul.journey.cases.actions.rows import about, filled, keep_next_due, lock_open
from rangkul.journey.cases.hooks import Missing
from rangkul.journey.cases.models import Activity, Case, Decision, StageStep
from rangkul.journey.cases.queries.stages import missing_for_step
from rangkul.journey.cases.states import FORWARD, STEPS, Channel, ContractState, DecisionKind

# Help came before the agreement: the agreement follows within this time (A17).
CONTRACT_WITHIN = timedelta(days=7)
_BACKWARD = frozenset({"revise_plan", "continue_intervention"})


def forward_from(stage: str) -> str | None:
    """The verb of the next step on the path, or None at its end."""
    return next((verb for verb in FORWARD if STEPS.allows(verb, stage)), None)


def make_step(by: Asker, case: Case, verb: str, reason: str = "", passed_over: list[str] | None = None) -> StageStep:
    """Move the held case and keep the step. Raises Refused for a step that the table does not know."""
    before = STEPS.step(case, verb)
    case.stage_since = clock.now()
    case.save(update_fields=["stage", "stage_since"])
    return keep_step(by, case, verb, before, reason, passed_over)


def keep_step(
    by: Asker, case: Case, verb: str, before: str, reason: str = "", passed_over: list[str] | None = None
) -> StageStep:
    step = StageStep(
        case=case,
        key=case.key,
        verb=verb,
        from_stage=before,
        to_stage=case.stage,
        by_id=by.staff_id,
        passed_over=passed_over or [],
    )
    step.reason = reason
    step.save(force_insert=True)
    return step


def _stepped(case: Case, step: StageStep) -> Done:
    done = about(case, step, verb=step.verb, before=step.from_stage, after=step.to_stage)
    done.result = case
    return done


@action("stage.stepped", may=policy.may_lead)
def advance(*, by: Asker, case: Case, verb: str = "", reason: str = "", pass_over: bool = False) -> Done:
    """One step along the path; returns the case. Without `verb`, the next one.

    Raises Refused while something is missing. A supervisor may pass over what is not firm, with a reason.
    """
    case = lock_open(case)
    verb = verb or forward_from(case.stage) or ""
    if verb not in FORWARD and verb not in _BACKWARD:
        raise Refused(_("Tidak ada tahap berikutnya dari sini."), code="state")
    lacking = missing_for_step(case, verb) if verb in FORWARD else []
    if verb in _BACKWARD:
        reason = filled(reason, _("Tulis mengapa kembali ke tahap ini."), "reason")
    passed_over = _let_pass(by, case, lacking, reason) if lacking and pass_over else _none_missing(lacking)
    return _stepped(case, make_step(by, case, verb, reason, passed_over))


def _none_missing(lacking: list[Missing]) -> list[str]:
    if lacking:
        raise Refused(
            _("Belum bisa maju: {what}").format(what=" ".join(one.sentence for one in lacking)), code="missing"
        )
    return []


def _let_pass(by: Asker, case: Case, lacking: list[Missing], reason: str) -> list[str]:
    """Judgement stands above the form: a supervisor lets the case go on and says why (A62)."""
    if not policy.is_supervisor_of(by, case):
        raise Refused(_("Hanya supervisor yang bisa melanjutkan tanpa syarat ini."), code="supervisor")
    _none_missing([one for one in lacking if one.firm])
    filled(reason, _("Tulis mengapa kasus tetap dilanjutkan."), "reason")
    return [one.code for one in lacking]


@action("stage.stepped", may=policy.may_lead)
def return_to_assessment(*, by: Asker, case: Case, reason: str) -> Done:
    """Back to assessment from any later stage: nobody is locked into a line."""
    case = lock_open(case)
    reason = filled(reason, _("Tulis mengapa perlu asesmen ulang."), "reason")
    return _stepped(case, make_step(by, case, "return_to_assessment", reason))


@action("stage.stepped", may=policy.may_lead)
def end_early(*, by: Asker, case: Case, reason: str) -> Done:
    """Straight to termination: the client wishes it, moved, died, or cannot be found."""
    case = lock_open(case)
    reason = filled(reason, _("Tulis mengapa layanan diakhiri lebih awal."), "reason")
    return _stepped(case, make_step(by, case, "end_early", reason))


@action("help.given", may=policy.may_work)
def give_emergency_help(
    *, by: Asker, case: Case, help_given: str, reason: str, channel: str = Channel.PLACE, minutes: int = 30
) -> Done:
    """Help that does not wait for a stage. Where no contract stands, one is due within seven days. Returns the
    activity."""
    case = lock_open(case)
    help_given = filled(help_given, _("Tulis bantuan apa yang diberikan."), "help_given")
    reason = filled(reason, _("Tulis mengapa bantuan ini tidak bisa menunggu."), "reason")
    step = keep_step(by, case, "emergency", case.stage, reason)
    activity = Activity(
        case=case, key=case.key, by_id=by.staff_id, channel=channel, minutes=minutes, emergency=True, at=step.at
    )
    activity.result = help_given
    activity.save(force_insert=True)
    case.last_contact_at = step.at
    case.save(update_fields=["last_contact_at"])
    _set_contract_clock(case)
    decision = Decision(case=case, key=case.key, kind=DecisionKind.EMERGENCY, by_id=by.staff_id)
    decision.text = texts.helped()
    decision.save(force_insert=True)
    return about(case, activity, step=step.pk)


def _set_contract_clock(case: Case) -> None:
    if case.contract_due_at is None and not case.contracts.filter(state=ContractState.AGREED).exists():
        case.contract_due_at = clock.now() + CONTRACT_WITHIN
        case.save(update_fields=["contract_due_at"])
        keep_next_due(case)
