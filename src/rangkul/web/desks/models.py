"""Numbers for desks, counted by a job and read in one query; never counted while somebody waits for a page."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now


class Measure(models.TextChoices):
    REQUESTS_OPEN = "requests_open", _("Permintaan yang menunggu")
    REQUESTS_LATE = "requests_late", _("Permintaan lewat batas waktu")
    CASES_OPEN = "cases_open", _("Kasus berjalan")
    CASES_HIGH = "cases_high", _("Kasus merah dan oranye")
    CASES_QUIET = "cases_quiet", _("Kasus tanpa kontak melebihi kesepakatan")
    STAFF = "staff", _("Petugas praktik")


DEFINITIONS = {
    Measure.REQUESTS_OPEN: _("Permintaan yang belum diterima, ditolak, dirujuk tuntas, atau dibatalkan."),
    Measure.REQUESTS_LATE: _("Permintaan menunggu yang batas waktunya sudah lewat."),
    Measure.CASES_OPEN: _("Kasus yang belum diakhiri."),
    Measure.CASES_HIGH: _("Kasus berjalan dengan tingkat merah atau oranye."),
    Measure.CASES_QUIET: _("Kasus berjalan yang jarak kontaknya melebihi jumlah hari yang disepakati."),
    Measure.STAFF: _("Akun aktif dengan peran peksos, junior, atau supervisor."),
}


class Tally(models.Model):
    """One number of one unit at one time."""

    id = models.BigAutoField(primary_key=True)
    agency_id = models.UUIDField()
    unit_id = models.UUIDField()
    measure = models.CharField(max_length=16, choices=Measure)
    n = models.IntegerField()
    counted_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(name="desks_tally_once", fields=["agency_id", "unit_id", "measure"])]
