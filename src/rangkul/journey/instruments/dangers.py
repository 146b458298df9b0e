"""Which danger an instrument speaks of, where a finding of it raises a risk of the case. First for single answers, then
for bands of the whole. An agency's scoring sheet names its risks itself, in the column `risk`; what nobody named raises
"another risk", which a person puts right."""

from rangkul.journey.assessment.states import RiskKind
from rangkul.journey.instruments.scoring import Finding

_SPEAKS_OF: dict[str, tuple[RiskKind, RiskKind]] = {
    "phq9": (RiskKind.SELF_HARM, RiskKind.HEALTH),
    "srq20": (RiskKind.SELF_HARM, RiskKind.HEALTH),
    "phq2": (RiskKind.HEALTH, RiskKind.HEALTH),
    "gad7": (RiskKind.HEALTH, RiskKind.HEALTH),
    "who5": (RiskKind.HEALTH, RiskKind.HEALTH),
    "cssrs_screen": (RiskKind.SELF_HARM, RiskKind.SELF_HARM),
    "hark": (RiskKind.VIOLENCE, RiskKind.VIOLENCE),
    "dv_danger_own": (RiskKind.VIOLENCE, RiskKind.VIOLENCE),
}

# Where one instrument asks about many dangers, each answer has its own.
_OF_ITEM: dict[str, RiskKind] = {
    "ssm_safety": RiskKind.VIOLENCE,
    "ssm_mind": RiskKind.SELF_HARM,
    "ssm_parenting": RiskKind.CHILD_SAFETY,
    "ssm_family": RiskKind.VIOLENCE,
    "ssm_body": RiskKind.HEALTH,
    "ssm_substances": RiskKind.SUBSTANCE,
    "ssm_health_access": RiskKind.HEALTH,
    "ssm_food": RiskKind.HUNGER,
    "ssm_housing": RiskKind.SHELTER,
}


def danger_of(key: str, finding: Finding) -> RiskKind:
    if finding.danger in RiskKind.values:
        return RiskKind(finding.danger)
    if finding.item in _OF_ITEM:
        return _OF_ITEM[finding.item]
    single, whole = _SPEAKS_OF.get(key, (RiskKind.OTHER, RiskKind.OTHER))
    return single if finding.items else whole
