"""Events of volunteers and of neighbours' help as sentences."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "volunteer.registered": _("Relawan dicatat"),
    "volunteer.seen": _("Satu bagian pemeriksaan relawan dicatat"),
    "volunteer.vetted": _("Relawan dinyatakan sudah diperiksa"),
    "volunteer.complained_of": _("Keluhan tentang relawan dicatat, relawan dihentikan sementara"),
    "volunteer.complaint_decided": _("Keluhan tentang relawan diputuskan"),
    "volunteer.left": _("Relawan berhenti, namanya dihapus"),
    "volunteer.handed_on": _("Relawan berpindah penjaga karena akun ditutup"),
    "aid.noted": _("Kebutuhan bantuan warga dicatat"),
    "aid.matched": _("Relawan dipilih untuk satu kebutuhan"),
    "aid.told": _("Relawan diberi tahu seperlunya"),
    "aid.came": _("Relawan datang"),
    "aid.missed": _("Relawan tidak datang"),
    "aid.called_off": _("Bantuan relawan dibatalkan"),
    "aid.stopped": _("Bantuan batal karena relawan atau pendampingnya berhenti"),
    "aid.heard": _("Kata klien tentang relawan dicatat"),
    "aid.thanked": _("Terima kasih disampaikan kepada relawan"),
    "aid.handed_on": _("Kebutuhan bantuan warga berpindah ke penanggung jawab yang baru"),
    "aid.settled": _("Kebutuhan bantuan warga selesai dengan hasilnya"),
}
