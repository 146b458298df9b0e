"""The way from the page of a request to what is kept there for somebody's protection."""

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.asking import Asker
from rangkul.entry.intake.hooks import Beside
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.queries import is_a_case_now
from rangkul.journey.protection import policy


def page_of(request: Request, by: Asker) -> Beside | None:
    """Until a case is opened from it, which has a tab for it. Of one that joined a case what was kept stays here."""
    if is_a_case_now(request) or not policy.may_keep(by=by, folder=request):
        return None
    return Beside("", _("Perlindungan"), reverse("protection:request_of", args=[request.pk]))
