"""What the panel of the timeline sends: each verb once, and back to the event."""

from django.utils.translation import gettext_lazy as _

from rangkul.journey.pictures import actions
from rangkul.journey.pictures.pages.lifeline import Lifeline, form_of, page
from rangkul.journey.pictures.pages.rows import Panel

_PANEL = Panel(Lifeline, form_of, page, "life", _("Garis waktu diperbarui."))

add = _PANEL.adds(actions.record_life_event)
correct = _PANEL.changes("koreksi", "event", actions.correct_life_event)
take_back = _PANEL.changes("tarik", "event", actions.take_back_life_event)
