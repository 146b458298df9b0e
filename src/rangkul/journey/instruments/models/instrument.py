"""A structured form by its name: one of the house, for everybody, or an agency's own."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff
from rangkul.journey.instruments.states import Pack


class Instrument(Row):
    """Without an agency it belongs to the house and comes with each release."""

    key = models.CharField(max_length=60)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="instruments")
    pack = models.CharField(max_length=12, choices=Pack, default=Pack.OWN)
    name_id = models.CharField(max_length=160)
    name_en = models.CharField(max_length=160, blank=True)
    purpose_id = models.CharField(max_length=400, blank=True)
    purpose_en = models.CharField(max_length=400, blank=True)
    # Switched off it cannot be chosen; what was answered stays.
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="instruments_instrument_key_once",
                fields=["agency", "key"],
                nulls_distinct=False,
                violation_error_message=_("Formulir dengan nama kunci ini sudah ada."),
            ),
            models.CheckConstraint(
                name="instruments_instrument_own_has_agency",
                condition=models.Q(pack="own", agency__isnull=False)
                | ~models.Q(pack="own") & models.Q(agency__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self._in_language(self.name_id, self.name_en)

    @property
    def purpose(self) -> str:
        return self._in_language(self.purpose_id, self.purpose_en)

    @property
    def short_name(self) -> str:
        """ "PHQ-9" of "PHQ-9: suasana hati dua minggu terakhir"."""
        return self.name.partition(":")[0].strip()

    @staticmethod
    def _in_language(indonesian: str, english: str) -> str:
        return english if english and (get_language() or "").startswith("en") else indonesian


class PackChoice(Row):
    """An agency's answer to a pack that is off until somebody has read its notice. The newest row counts."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    pack = models.CharField(max_length=12, choices=Pack)
    on = models.BooleanField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["agency", "pack", "-made_at"], name="instruments_pack_newest")]
        constraints = [
            models.CheckConstraint(name="instruments_pack_is_optional", condition=models.Q(pack=Pack.CONDITIONAL))
        ]
