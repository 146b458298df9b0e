from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "rangkul.web.accounts"
    label = "accounts"
    verbose_name = "Akun"

    def ready(self) -> None:
        from allauth.mfa.signals import authenticator_added, authenticator_removed
        from django.contrib.auth.signals import user_logged_in

        from rangkul.web.accounts import factors, sessions

        user_logged_in.connect(sessions.remember, dispatch_uid="accounts.sessions")
        authenticator_added.connect(sessions.proved, dispatch_uid="accounts.proved")
        authenticator_removed.connect(factors.dropped, dispatch_uid="accounts.dropped")
