"""Risks: looked at again and again, lowered by a person with a reason, raised by anybody who sees more."""

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead, not_over, today
from rangkul.journey.assessment import policy
from rangkul.journey.assessment.actions.drafting import done, still_open
from rangkul.journey.assessment.models import Risk, RiskCheck, RiskLook
from rangkul.journey.assessment.states import (
    HIGH,
    LOOK_GRACE,
    LOOK_GRACE_HIGH,
    RISK_LOOK,
    RiskKind,
    RiskLevel,
    is_lowered,
    raised,
)
from rangkul.journey.cases.actions import change_level, remind
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import graver


def _risk_of(case: Case, kind: str, since: date | None) -> Risk:
    """The open risk of this kind, locked until the end of the verb; a new one where there is none."""
    found = Risk.objects.filter(case=case, kind=kind, ended_on=None).select_for_update().first()
    return found or Risk(case=case, key=case.key, kind=kind, since=since)


def _looked_at(by: Asker, risk: Risk, level: str, before: str, **words) -> RiskLook:
    """Append the look and bring the risk up to it."""
    risk.level, risk.next_look = level, words.get("next_look")
    risk.save()
    grace = LOOK_GRACE_HIGH if level in HIGH else LOOK_GRACE
    remind(risk.case, RISK_LOOK, risk.pk, risk.next_look, grace=grace)
    return RiskLook.objects.create(
        case=risk.case,
        risk=risk,
        key=risk.key,
        level=level,
        before=before,
        looked_on=today(risk.case.region_code),
        looked_by_id=by.staff_id,
        **words,
    )


def _lowering_is_told(before: str, level: str, reason: str) -> None:
    if before and is_lowered(before, level) and not reason.strip():
        raise Refused(_("Tingkat ini lebih rendah dari sebelumnya. Tulis alasannya."), field="reason", code="lowered")


@action("risk.rated", may=policy.may_assess)
def rate_risk(
    *,
    by: Asker,
    case: Case,
    kind: str,
    level: str,
    seen: str,
    since: date | None = None,
    protective: str = "",
    done_now: str = "",
    next_look: date | None = None,
    reason: str = "",
) -> Done:
    """A person looks at a risk and says how grave it is. Lowering needs a reason; a grave one needs a next look."""
    still_open(case)
    not_ahead(since, "since", case.region_code)
    not_over(next_look, "next_look", case.region_code)
    if level != RiskLevel.GREEN and next_look is None:
        raise Refused(_("Tetapkan kapan risiko ini dilihat lagi."), field="next_look", code="next_look")
    risk = _risk_of(case, kind, since)
    before = "" if risk._state.adding else risk.level
    _lowering_is_told(before, level, reason)
    look = _looked_at(
        by,
        risk,
        level,
        before,
        seen=seen,
        protective=protective,
        done=done_now,
        next_look=next_look,
        reason=reason,
    )
    _raise_case(by, case, kind, level)
    return done(look, case, risk=str(risk.pk), kind=kind, level=level, before=before)


def _raise_case(by: Asker, case: Case, kind: str, level: str, rule: str = "") -> None:
    """A grave risk makes the whole case grave. Lowering the case stays a decision of its own."""
    if level in HIGH and graver(level, case.level):
        named = {"risk": RiskKind(kind).label, "level": RiskLevel(level).label}
        change_level(by=by, case=case, level=level, reason=_("%(risk)s. %(level)s.") % named, rule=rule)


@action("risk.ended", may=policy.may_assess)
def end_risk(*, by: Asker, case: Case, risk: Risk, reason: str) -> Done:
    """A person says that this risk is over, and why."""
    still_open(case)
    if risk.case_id != case.pk or risk.ended_on is not None:
        raise Refused(_("Risiko ini sudah dinyatakan selesai."), code="ended")
    risk.ended_on = today(case.region_code)
    look = _looked_at(by, risk, risk.level, risk.level, ends=True, reason=reason)
    return done(look, case, risk=str(risk.pk), kind=risk.kind, level=risk.level, before=risk.level)


@action("risk.raised_by_rule", may=policy.may_raise_risk)
def raise_risk(*, by: Asker, case: Case, kind: str, level: str, rule: str) -> Done:
    """A machine may raise a risk and says by which rule. What would lower it changes nothing and leaves no event."""
    risk = _risk_of(case, kind, today(case.region_code))
    new = risk._state.adding
    before = "" if new else risk.level
    after = level if new else raised(risk.level, level)
    if not new and after == before:
        return Done(risk, silent=True)
    # It is looked at today: a machine cannot know that it may wait.
    look = _looked_at(by, risk, after, before, rule=rule, next_look=today(case.region_code))
    _raise_case(by, case, kind, after, rule)
    return done(look, case, risk=str(risk.pk), kind=kind, level=after, before=before, rule=rule)


@action("risk.checked", may=policy.may_assess)
def check_risks(
    *, by: Asker, case: Case, kinds: list[str], checked_on: date, note: str = "", next_look: date | None = None
) -> Done:
    """A worker asked about these risks and saw none. What is already known as a risk is rated, not checked away."""
    still_open(case)
    not_ahead(checked_on, "checked_on", case.region_code)
    not_over(next_look, "next_look", case.region_code)
    known = Risk.objects.filter(case=case, ended_on=None, kind__in=kinds).exclude(kind=RiskKind.OTHER).first()
    if known is not None:
        raise Refused(
            _("%(risk)s sudah tercatat sebagai risiko. Perbarui yang ada, jangan dicentang di sini.")
            % {"risk": known.get_kind_display()},
            field="kinds",
            code="known",
        )
    check = RiskCheck.objects.create(
        case=case,
        key=case.key,
        checked_on=checked_on,
        kinds=kinds,
        note=note,
        next_look=next_look,
        checked_by_id=by.staff_id,
    )
    return done(check, case, kinds=kinds)
