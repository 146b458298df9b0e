"""Versioned lists of terms. No personal data: no row-level security, read-only for the application."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language

from rangkul.base.taxonomy.states import Danger


class Taxonomy(models.Model):
    """One list in one version. A version that was used is never rewritten; the next one follows it."""

    name = models.CharField(max_length=20)
    version = models.CharField(max_length=40)
    source = models.CharField(max_length=120)
    valid_from = models.DateField()
    # The last day on which terms may be chosen from it; null while it is the current one.
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="taxonomy_version_once", fields=["name", "version"]),
            models.UniqueConstraint(
                name="taxonomy_one_current_version", fields=["name"], condition=models.Q(valid_to__isnull=True)
            ),
            models.CheckConstraint(
                name="taxonomy_ends_after_it_begins",
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


class Term(models.Model):
    """One need, resource or problem. `label` puts the person first; `legal_label` is for statistics alone."""

    # Terms mean nothing outside their list.
    taxonomy = models.ForeignKey(Taxonomy, on_delete=models.CASCADE, related_name="terms")
    code = models.CharField(max_length=40)
    place = models.PositiveSmallIntegerField()
    label_id = models.CharField(max_length=120)
    label_en = models.CharField(max_length=120)
    legal_label_id = models.CharField(max_length=120, blank=True)
    legal_label_en = models.CharField(max_length=120, blank=True)
    # One helping line under a plain label.
    hint_id = models.CharField(max_length=160, blank=True)
    hint_en = models.CharField(max_length=160, blank=True)
    gist = models.TextField(blank=True)
    criteria = models.TextField(blank=True)
    # As the source gives it ("6-18", "60+", "family"), and the years it means, both included.
    unit_or_age = models.CharField(max_length=20, blank=True)
    youngest = models.PositiveSmallIntegerField(null=True)
    oldest = models.PositiveSmallIntegerField(null=True)
    source = models.CharField(max_length=120, blank=True)
    # How well the definition is confirmed against the source.
    status = models.CharField(max_length=120, blank=True)
    # The code of the term that replaced it in a later list.
    alias_of = models.CharField(max_length=40, blank=True)
    icon = models.CharField(max_length=40, blank=True)
    danger = models.CharField(max_length=20, choices=Danger, blank=True)
    # Codes of the terms of `ppks` that a worker may want to look at.
    suggests = ArrayField(models.CharField(max_length=40), default=list)

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(name="taxonomy_term_once", fields=["taxonomy", "code"])]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        return self._in_language(self.label_id, self.label_en)

    @property
    def legal_label(self) -> str:
        return self._in_language(self.legal_label_id, self.legal_label_en)

    @property
    def hint(self) -> str:
        return self._in_language(self.hint_id, self.hint_en)

    @property
    def version(self) -> str:
        return self.taxonomy.version

    @staticmethod
    def _in_language(indonesian: str, english: str) -> str:
        return english if english and (get_language() or "").startswith("en") else indonesian
