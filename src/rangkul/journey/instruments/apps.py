from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InstrumentsConfig(AppConfig):
    name = "rangkul.journey.instruments"
    label = "instruments"
    verbose_name = "Instrumen"

    def ready(self):
        from rangkul.commons.trust import hooks as trust
        from rangkul.journey.cases import hooks
        from rangkul.journey.instruments import copying, timeline

        hooks.presenters.update(timeline.PRESENTERS)
        hooks.tabs.append(hooks.Tab(_("Instrumen"), "instruments:case", "forms"))
        trust.copies.append(copying.copy_of_answers)
