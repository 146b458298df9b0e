from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InstrumentsConfig(AppConfig):
    name = "rangkul.journey.instruments"
    label = "instruments"
    verbose_name = "Instrumen"

    def ready(self):
        from rangkul.commons.trust import hooks as trust
        from rangkul.entry.crisis import hooks as crisis
        from rangkul.journey.cases import hooks
        from rangkul.journey.instruments import copying, states, timeline, wording
        from rangkul.journey.instruments.actions import early

        early.connect()
        hooks.presenters.update(timeline.PRESENTERS)
        hooks.late_kinds[states.OFFER_LAPSED] = hooks.LateKind(
            _("Yang ditawarkan lewat tiket tidak dijawab"), _("Tanyakan kepada klien"), "instruments:case"
        )
        hooks.tabs.append(hooks.Tab(_("Instrumen"), "instruments:case", "forms", road=True))
        crisis.screening_words.append(wording.WORDS)
        trust.copies += [copying.copy_of_answers, copying.copy_of_offers]
