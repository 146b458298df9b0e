"""What happens where somebody is protected, as sentences for the log."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "chat.brought": _("Ekspor percakapan disimpan"),
    "chat.marked": _("Pesan dalam ekspor percakapan ditandai penting"),
    "chat.ordered": _("Urutan tanggal ekspor percakapan dipastikan"),
    "chat.unfolded": _("Ekspor percakapan selesai dibaca"),
    "chat.unmarked": _("Tanda penting pada pesan dicabut"),
    "evidence.corrected": _("Keterangan bukti dikoreksi"),
    "evidence.handed_in": _("Bukti dititipkan klien lewat tiket"),
    "evidence.kept": _("Bukti disimpan"),
    "child.changed": _("Catatan anak dalam perkara diperbaiki"),
    "child.ended": _("Catatan anak dalam perkara diakhiri"),
    "child.noted": _("Anak dalam perkara dicatat"),
    "child.resumed": _("Catatan anak dalam perkara dilanjutkan lagi"),
    "child_step.moved": _("Langkah untuk anak dalam perkara dicatat"),
    "claim.looked": _("Klaim di muka umum ditelusuri"),
    "claim.noted": _("Klaim di muka umum dicatat"),
    "takedown.answered": _("Permintaan penghapusan dijawab"),
    "takedown.asked": _("Permintaan penghapusan dicatat"),
    "takedown.looked": _("Permintaan penghapusan dilihat lagi"),
    "protection.joined": _("Yang berjalan di permintaan yang digabungkan beralih ke petugas kasusnya"),
    "protection.handed_on": _("Yang berjalan di permintaan dijaga penanggung jawab yang baru"),
    "protection.handed_over": _("Yang berjalan di perlindungan beralih ke petugas kasusnya"),
    "protection.followed": _("Catatan perlindungan dari permintaan pindah ke kasusnya"),
    "protection_plan.changed": _("Rencana keselamatan ditulis klien lewat tiket"),
    "protection_plan.given": _("Rencana keselamatan diberikan kepada klien"),
    "protection_plan.written": _("Rencana keselamatan ditulis"),
    "legal_clock.met": _("Batas waktu hukum dipenuhi"),
    "legal_clock.started": _("Batas waktu hukum dimulai"),
    "legal_clock.stopped": _("Batas waktu hukum dinyatakan tidak berlaku"),
}
