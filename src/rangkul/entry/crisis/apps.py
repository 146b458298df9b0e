from django.apps import AppConfig


class CrisisConfig(AppConfig):
    name = "rangkul.entry.crisis"
    label = "crisis"
    verbose_name = "Krisis"

    def ready(self) -> None:
        from rangkul.base.files import vault
        from rangkul.commons.people import hooks as people
        from rangkul.entry.crisis import hooks, keeping, leaving
        from rangkul.entry.crisis.actions.safety import danger_said, plan_before_ending
        from rangkul.entry.crisis.pages.person_forms import fields_before_ending
        from rangkul.entry.crisis.queries.alerts import on_board
        from rangkul.entry.crisis.queries.danger import page_of, why_not_end
        from rangkul.entry.crisis.queries.reports import evidence_among
        from rangkul.entry.crisis.queries.waits import waits
        from rangkul.entry.intake import hooks as intake

        people.holdings.append(leaving.HOLDING)
        people.waits.append(waits)
        keeping.connect()
        hooks.also_red.append(on_board)
        vault.owners.append(evidence_among)
        intake.danger_later.append(danger_said)
        intake.before_ending.append(why_not_end)
        intake.asked_first.append(intake.First(fields_before_ending, plan_before_ending))
        intake.beside.append(page_of)
