from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConferencesConfig(AppConfig):
    name = "rangkul.journey.conferences"
    label = "conferences"
    verbose_name = "Pembahasan kasus"

    def ready(self):
        from rangkul.journey.cases import hooks
        from rangkul.journey.conferences import timeline

        hooks.tabs.append(hooks.Tab(_("Pembahasan"), "conferences:of_case", "users-group"))
        hooks.presenters.update(timeline.PRESENTERS)
