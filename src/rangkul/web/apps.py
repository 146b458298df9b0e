from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "rangkul.web"
    label = "web"
    verbose_name = "Rangkul"

    def ready(self):
        from rangkul.web import quick_addresses, remembered_labels, remembered_words
        from rangkul.web.look import names

        remembered_words.remember()
        remembered_labels.remember()
        quick_addresses.learn()
        names.find_sooner()
