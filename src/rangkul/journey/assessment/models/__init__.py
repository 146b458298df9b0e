from rangkul.journey.assessment.models.category import CaseCategory
from rangkul.journey.assessment.models.fact import Fact
from rangkul.journey.assessment.models.functioning import Functioning
from rangkul.journey.assessment.models.institution import Institution
from rangkul.journey.assessment.models.pie import PieCoding, PieFinding
from rangkul.journey.assessment.models.risk import Risk, RiskCheck, RiskLook
from rangkul.journey.assessment.models.round import Assessment

__all__ = [
    "Assessment",
    "CaseCategory",
    "Fact",
    "Functioning",
    "Institution",
    "PieCoding",
    "PieFinding",
    "Risk",
    "RiskCheck",
    "RiskLook",
]
