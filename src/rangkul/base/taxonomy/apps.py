from django.apps import AppConfig


class TaxonomyConfig(AppConfig):
    name = "rangkul.base.taxonomy"
    label = "taxonomy"
    verbose_name = "Taksonomi"
