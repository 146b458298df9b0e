from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "rangkul.journey.cases"
    label = "cases"
    verbose_name = "Kasus"

    def ready(self):
        from rangkul.entry.intake import hooks as intake
        from rangkul.journey.cases import accepting, criteria, hooks, keeping, presenters
        from rangkul.journey.cases.actions import leaving
        from rangkul.journey.cases.queries import of_staff_load

        intake.accepted.append(accepting.open_for)
        intake.load.append(of_staff_load)
        hooks.criteria.extend(criteria.CRITERIA)
        hooks.closing_checks.extend((*criteria.CLOSING_CHECKS, keeping.rights_answered))
        keeping.connect()
        leaving.connect()
        hooks.presenters.update(presenters.PRESENTERS)
