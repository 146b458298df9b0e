from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "rangkul.web.accounts"
    label = "accounts"
    verbose_name = "Akun"
