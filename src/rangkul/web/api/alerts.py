"""A device calls for help with its own secret: that something happened, and nothing else. A person looks."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Router, Status
from ninja.security import HttpBearer

from rangkul.base.actions import Refused
from rangkul.base.asking import acting, job
from rangkul.entry.crisis import actions
from rangkul.entry.crisis.models import AlertInput
from rangkul.entry.crisis.queries.alerts import device_of
from rangkul.entry.intake.actions.door import knocked_too_often
from rangkul.entry.intake.queries import address_of, is_known
from rangkul.web.api.shapes import AlertIn, AlertOut, Invalid, Message

router = Router(tags=["alat"])
_JOB = job("crisis.alerts")
# Calls of one device in an hour: enough for a bell that somebody presses again and again, too few for readings.
_HOURLY = 60
# Wrong secrets of one address in an hour.
_GUESSES = 60
_HOUR = 3600


class DeviceKey(HttpBearer):
    def authenticate(self, request: HttpRequest, token: str) -> AlertInput | None:
        with acting(_JOB):
            found = device_of(token)
        if found is None:
            address = address_of(request)
            if is_known(address) and knocked_too_often("alert guess", address, seconds=_HOUR, most=_GUESSES):
                raise Refused(_("Terlalu banyak percobaan. Coba lagi nanti."), code="too_many")
        return found


@router.post(
    "",
    response={202: AlertOut, **dict.fromkeys((400, 401, 403, 409, 413, 415, 429, 503), Message), 422: Invalid},
    auth=DeviceKey(),
    summary="A device calls for help",
)
def call(request: HttpRequest, body: AlertIn):
    """For a bell, a flood gauge or a detector that the agency's admin registered under *Alat pemanggil*; its secret
    (`ra_…`) is shown once. The body says only whether it is a test: no reading is taken, any other field is refused.
    An alert has an owner and a clock and climbs until a person has looked; it decides nothing. What rings on before
    somebody settled it is the same alert, so a call may be repeated as often as the line needs, up to 60 an hour."""
    device: AlertInput = request.auth
    if knocked_too_often("alert input", str(device.pk), seconds=_HOUR, most=_HOURLY):
        raise Refused(_("Alat ini memanggil terlalu sering. Panggilan yang pertama tetap berlaku."), code="too_many")
    with acting(_JOB):
        alert = actions.raise_alert(by=_JOB, device=device, test=body.test)
    return Status(202, {"alert": alert.pk if alert else None, "test": body.test})
