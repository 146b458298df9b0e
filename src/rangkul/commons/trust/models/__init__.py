from rangkul.commons.trust.models.audit import Seal
from rangkul.commons.trust.models.breach import Breach
from rangkul.commons.trust.models.consent import Consent
from rangkul.commons.trust.models.erasure import Erasure
from rangkul.commons.trust.models.grant import LONGEST_BREAK_GLASS, AccessGrant, BreakGlass
from rangkul.commons.trust.models.hold import LegalHold
from rangkul.commons.trust.models.practice import PracticePolicy, PracticeSignature
from rangkul.commons.trust.models.rights import ANSWERED_WITHIN, RightsRequest

__all__ = [
    "ANSWERED_WITHIN",
    "LONGEST_BREAK_GLASS",
    "AccessGrant",
    "Breach",
    "BreakGlass",
    "Consent",
    "Erasure",
    "LegalHold",
    "PracticePolicy",
    "PracticeSignature",
    "RightsRequest",
    "Seal",
]
