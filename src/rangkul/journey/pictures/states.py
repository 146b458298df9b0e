"""The words of the pictures: what runs between two people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TieKind(models.TextChoices):
    """A relation line of the genogram, as somebody told or saw it."""

    CLOSE = "close", _("dekat")
    FUSED = "fused", _("sangat lekat, sulit lepas")
    DISTANT = "distant", _("renggang")
    CONFLICT = "conflict", _("sering bertengkar")
    CUT_OFF = "cut_off", _("putus hubungan")
    VIOLENCE = "violence", _("kekerasan")
    SEXUAL = "sexual", _("kekerasan seksual")


# These go from one to the other: who did it stands first.
DIRECTED = frozenset({TieKind.VIOLENCE, TieKind.SEXUAL})


class Bond(models.TextChoices):
    """What somebody becomes to the person who was chosen on the picture."""

    PARENT = "parent", _("orang tua")
    PARTNER = "partner", _("pasangan")
    CHILD = "child", _("anak")
    SIBLING = "sibling", _("saudara")
    CARER = "carer", _("pengasuh atau wali")
