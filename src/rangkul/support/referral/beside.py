"""What stands beside a request that was decided to be referred: the way to find who helps, and what runs already."""

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.asking import Asker
from rangkul.entry.intake.hooks import Beside
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import State
from rangkul.support.referral.behind import RequestFile, may_work
from rangkul.support.referral.models import Referral


def beside(request: Request, by: Asker) -> Beside | None:
    if request.state != State.REFERRED or not may_work(by, RequestFile(request)):
        return None
    url = reverse("referrals:of_case", args=[request.pk])
    rows = Referral.objects.filter(request=request, sent_at__isnull=False).order_by("-sent_at")
    last = rows.only("receiver", "state").first()
    if last is None:
        return Beside("", _("Cari yang membantu dan kirim rujukan"), url)
    said = _("Rujukan ke %(who)s: %(state)s") % {"who": last.receiver, "state": last.get_state_display().lower()}
    return Beside(said, _("Lihat rujukan"), url)
