from rangkul.support.entitlements.models.application import Application, Step
from rangkul.support.entitlements.models.known import Known

__all__ = ["Application", "Known", "Step"]
