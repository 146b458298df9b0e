"""The ways in which somebody says yes: with their own hand, with a thumb, or aloud before a witness."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgreementMode(models.TextChoices):
    SIGNATURE = "signature", _("Tanda tangan di layar")
    THUMBPRINT = "thumbprint", _("Cap jempol yang dipindai")
    SPOKEN = "spoken", _("Lisan dengan saksi")
