from rangkul.commons.trust.models.audit import Seal
from rangkul.commons.trust.models.consent import Consent
from rangkul.commons.trust.models.grant import AccessGrant, BreakGlass

__all__ = ["AccessGrant", "BreakGlass", "Consent", "Seal"]
