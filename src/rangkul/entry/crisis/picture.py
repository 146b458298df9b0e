"""The safety plan as a picture that stays on a telephone. Its name and its title say nothing of what it is for."""

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rangkul.base.typesetting import card
from rangkul.entry.crisis.models import SafetyPlan
from rangkul.entry.crisis.queries import parts_of


def picture_of(plan: SafetyPlan) -> HttpResponse:
    """Raises NotSet where it cannot be drawn."""
    parts = [(str(part.label), words) for part, words in parts_of(plan)]
    foot = _("Tetap tidak kuat? Datang ke IGD terdekat, atau telepon 119. Ajak satu orang.")
    drawn = card(_("Saat terasa berat"), parts, foot=foot, language=(get_language() or "id")[:2])
    answer = HttpResponse(drawn, content_type="image/png")
    answer["Content-Disposition"] = f'attachment; filename="{_("catatan")}.png"'
    answer["Cache-Control"] = "no-store"
    return answer
