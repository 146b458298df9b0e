"""What stands about neighbours' help beside a request, for whoever may decide it."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rangkul.base.asking import Asker
from rangkul.entry.intake.hooks import Beside
from rangkul.entry.intake.models import Request
from rangkul.support.volunteers.models import NeedFile
from rangkul.support.volunteers.policy import may_note


def beside(request: Request, by: Asker) -> Beside | None:
    if not request.is_open or not may_note(by=by, request=request):
        return None
    n = NeedFile.objects.filter(request=request).count()
    words = ngettext("%(n)d kebutuhan bantuan warga tercatat.", "%(n)d kebutuhan bantuan warga tercatat.", n) % {"n": n}
    return Beside(words if n else "", _("Cari relawan"), reverse("volunteers:of_request", args=[request.pk]))
