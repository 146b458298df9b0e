"""What happens on duty, around somebody in danger, and when a device calls for help, as sentences for the log."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "alert_input.registered": _("Alat pemanggil didaftarkan"),
    "alert_input.renewed": _("Kunci alat pemanggil diganti"),
    "alert_input.revoked": _("Alat pemanggil dicabut"),
    "alert_input.agreed": _("Klien menyetujui alat pemanggil di dekatnya"),
    "alert.raised": _("Alat memanggil"),
    "alert.taken": _("Petugas pergi melihat setelah alat memanggil"),
    "alert.settled": _("Panggilan alat selesai, hasilnya dicatat"),
    "shift.planned": _("Giliran jaga direncanakan"),
    "shift.dropped": _("Giliran jaga dibatalkan"),
    "shift.offered": _("Giliran jaga ditawarkan kepada rekan"),
    "shift.taken_over": _("Giliran jaga diambil alih rekan"),
    "shift.gap_taken": _("Petugas mengambil jam jaga yang kosong"),
    "shift.begun": _("Giliran jaga mulai"),
    "shift.ended": _("Giliran jaga selesai"),
    "outreach.prepared": _("Pesan kepada orang dalam bahaya disiapkan"),
    "outreach.sent": _("Petugas mengirim pesan kepada orang dalam bahaya"),
    "outreach.opened": _("Orang itu membuka tautan pribadinya"),
    "danger.screened": _("Bahaya bagi diri sendiri ditanyakan"),
    "safety_plan.written": _("Rencana keselamatan ditulis"),
    "danger_words.reviewed": _("Daftar kata bahaya ditinjau"),
    "shift.handed_on": _("Giliran jaga diteruskan karena akunnya ditutup"),
}
