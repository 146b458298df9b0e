from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "rangkul.web"
    label = "web"
    verbose_name = "Rangkul"

    def ready(self):
        from rangkul.web.remembered_words import remember

        remember()
