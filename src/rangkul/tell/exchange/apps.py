from django.apps import AppConfig, apps


class ExchangeConfig(AppConfig):
    name = "rangkul.tell.exchange"
    label = "exchange"
    verbose_name = "Pertukaran data"

    def ready(self) -> None:
        from rangkul.base.files import vault
        from rangkul.commons.people import hooks as people
        from rangkul.commons.trust import hooks as trust
        from rangkul.entry.intake import hooks as intake
        from rangkul.tell.exchange import keeping, leaving
        from rangkul.tell.exchange.peers import declining, following  # noqa: F401 - following listens to decisions

        people.holdings.append(leaving.HOLDING)
        trust.must_keep.append(keeping.still_here)
        trust.copies.append(keeping.copy_of_incoming)
        vault.owners.append(keeping.files_among)
        intake.beside.append(keeping.beside_request)
        intake.asked_first.append(declining.FIRST)
        if apps.is_installed("rangkul.support.referral"):
            self._with_referrals()

    def _with_referrals(self) -> None:
        from rangkul.support.referral import hooks
        from rangkul.tell.exchange.peers.referring import hearing, losing, showing, telling  # noqa: F401 - listen to referrals

        hooks.travels.append(showing.travel_of)
        hooks.underway.append(showing.underway)
