from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PicturesConfig(AppConfig):
    name = "rangkul.journey.pictures"
    label = "pictures"
    verbose_name = "Gambar"

    def ready(self):
        from rangkul.commons.trust import hooks as trust
        from rangkul.journey.cases import hooks
        from rangkul.journey.pictures import gates, keeping, queries, timeline

        hooks.tabs.append(hooks.Tab(_("Gambar"), "pictures:genogram", "users-group"))
        hooks.closing_checks.append(gates.closing_checks)
        hooks.known_partners.append(queries.may_take_part)
        hooks.presenters.update(timeline.PRESENTERS)
        trust.copies += [keeping.copy_of_family, keeping.copy_of_life]
