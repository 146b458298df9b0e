from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "rangkul.journey.cases"
    label = "cases"
    verbose_name = "Kasus"

    def ready(self):
        from rangkul.base.files import vault
        from rangkul.commons.people import hooks as people
        from rangkul.entry.intake import hooks as intake
        from rangkul.entry.intake.states import Level
        from rangkul.journey.cases import accepting, criteria, hooks, keeping, presenters, states
        from rangkul.journey.cases.actions import leaving, ticket_door
        from rangkul.journey.cases.queries import documents_among, of_staff_load, waits, worker_of

        people.waits.append(waits)
        intake.accepted.append(accepting.open_for)
        intake.running.append(accepting.running)
        intake.before_stepping_aside.append(accepting.works_there)
        intake.load.append(of_staff_load)
        intake.cared_for.append(worker_of)
        hooks.criteria.extend(criteria.CRITERIA)
        hooks.closing_checks.extend((*criteria.CLOSING_CHECKS, keeping.rights_answered))
        hooks.programme_checks["conference"].append(criteria.talked_over)
        hooks.to_read["termination"] = hooks.on_page("cases:terminate")
        hooks.to_read["exemption"] = hooks.on_page("cases:told")
        hooks.late_kinds[states.TICKET_DOOR] = hooks.LateKind(
            _("Pintu tiket klien terkunci: pastikan klien aman, lalu beri PIN baru"),
            _("Buka kasus"),
            "cases:case",
            Level.ORANYE,
        )
        ticket_door.connect()
        keeping.connect()
        leaving.connect()
        vault.owners.append(documents_among)
        hooks.presenters.update(presenters.PRESENTERS)
