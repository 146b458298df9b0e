from django.apps import AppConfig


class ReferralConfig(AppConfig):
    name = "rangkul.support.referral"
    label = "referral"
    verbose_name = "Rujukan"
