from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "rangkul.journey.plans"
    label = "plans"
    verbose_name = "Rencana"
