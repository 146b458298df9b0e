from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkforceConfig(AppConfig):
    name = "rangkul.sustain.workforce"
    label = "workforce"
    verbose_name = "Supervisi"

    def ready(self):
        from rangkul.commons.people import hooks as people
        from rangkul.journey.cases import hooks
        from rangkul.sustain.workforce.actions import leaving
        from rangkul.sustain.workforce.queries import late
        from rangkul.sustain.workforce.states import MatterKind

        people.holdings.extend(leaving.HOLDINGS)
        kinds = {
            MatterKind.FOLLOW_UP: (late.late_follow_ups, late.is_open),
            MatterKind.RECORD: (late.unrecorded, late.is_unrecorded),
            MatterKind.RHYTHM: (late.out_of_rhythm, late.is_out_of_rhythm),
            MatterKind.UNSIGNED: (late.unsigned_contracts, late.is_unsigned),
        }
        for kind, (find, stands) in kinds.items():
            hooks.late_kinds[kind] = hooks.LateKind(
                kind.label, _("Tanyakan supervisinya"), "workforce:home", find=find, stands=stands
            )
