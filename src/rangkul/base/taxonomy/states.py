"""What danger a plainly chosen problem may mean. A hint for rules and for order on the screen, never a decision."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Danger(models.TextChoices):
    NONE = "", _("Tidak ada tanda bahaya")
    WATCH = "watch", _("Perlu diperhatikan")
    DISASTER = "disaster", _("Bencana")
    EXPLOITATION = "exploitation", _("Eksploitasi")
    CHILD = "child", _("Anak dalam bahaya")
    VIOLENCE = "violence", _("Kekerasan")
    LIFE = "life", _("Nyawa terancam")
