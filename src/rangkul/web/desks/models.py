"""Numbers for desks, counted by a job and read in one query; never counted while somebody waits for a page."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.suppressing import SMALLEST
from rangkul.web.desks.equity.states import Dimension


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


class EquityCount(models.Model):
    """One number of the equity report (A102), as it was counted on one day. What is hidden is not here: a small number
    is never written down. Rows are added, never changed, and a quarter is counted once, when it is over: two countings
    of it could be subtracted."""

    id = models.BigAutoField(primary_key=True)
    agency_id = models.UUIDField()
    # "2026-3"
    quarter = models.CharField(max_length=6)
    # Up to which day requests are in it, that day not included.
    until = models.DateField()
    counted_at = models.DateTimeField(default=now)
    # Empty: everybody.
    dimension = models.CharField(max_length=10, choices=Dimension, blank=True)
    # A code of the dimension; "" where it is not known, "*" over all groups.
    name = models.CharField(max_length=40, blank=True)
    # Empty: all of the group.
    became = models.CharField(max_length=9, blank=True)
    # Null: hidden.
    n = models.IntegerField(null=True)
    # Medians; infinite where more than half were never answered.
    first_hours = models.FloatField(null=True)
    decided_hours = models.FloatField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="desks_equity_once", fields=["agency_id", "quarter", "dimension", "name", "became"]
            ),
            models.CheckConstraint(
                name="desks_equity_of_a_whole_quarter",
                condition=models.Q(until__day=1, until__month__in=[1, 4, 7, 10]),
                violation_error_message=_("Hanya triwulan yang sudah selesai yang dihitung."),
            ),
            models.CheckConstraint(
                name="desks_equity_no_small_number",
                condition=models.Q(n__isnull=True) | models.Q(n=0) | models.Q(n__gte=SMALLEST),
                violation_error_message=_("Angka di bawah 5 tidak disimpan."),
            ),
            models.CheckConstraint(
                name="desks_equity_wait_of_those_told",
                condition=models.Q(first_hours__isnull=True, decided_hours__isnull=True)
                | models.Q(became="", n__gte=SMALLEST),
                violation_error_message=_("Waktu tunggu hanya disimpan untuk kelompok yang jumlahnya ditunjukkan."),
            ),
        ]
