"""What happens when a device calls for help, as sentences for the log."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "alert_input.registered": _("Alat pemanggil didaftarkan"),
    "alert_input.renewed": _("Kunci alat pemanggil diganti"),
    "alert_input.revoked": _("Alat pemanggil dicabut"),
    "alert_input.agreed": _("Klien menyetujui alat pemanggil di dekatnya"),
    "alert.raised": _("Alat memanggil"),
    "alert.taken": _("Petugas pergi melihat setelah alat memanggil"),
    "alert.settled": _("Panggilan alat selesai, hasilnya dicatat"),
}
