from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "rangkul.commons.people"
    label = "people"
    verbose_name = "Orang"
