"""Prepared words for each decision. They are a beginning: the worker changes them before anybody reads them."""

from django.utils.translation import gettext_lazy as _

# Where the asker chose the ticket alone, nobody will call.
BY_TICKET = _("Permintaan Anda kami terima. Kami tidak menelepon atau datang; kabar kami tulis di tiket ini.")
DECISIONS = {
    "terima": (
        _("Terima permintaan"),
        _("Permintaan Anda kami terima. Petugas akan menghubungi Anda dengan cara dan waktu yang Anda pilih."),
    ),
    "rujuk": (
        _("Rujuk ke lembaga lain"),
        _("Kami meminta lembaga lain membantu Anda. Kami pastikan dulu bahwa mereka bisa, lalu mengabari Anda."),
    ),
    "pastikan": (
        _("Lembaga itu sudah memastikan"),
        _("Lembaga itu sudah memastikan akan membantu Anda. Bila tidak ada kabar dari mereka, hubungi kami lagi."),
    ),
    "tolak": (
        _("Tolak dengan alasan"),
        _("Mohon maaf, permintaan ini tidak bisa kami terima. Anda selalu boleh meminta bantuan lagi."),
    ),
    "tunggu": (
        _("Masukkan daftar tunggu"),
        _("Permintaan Anda masuk daftar tunggu. Kami melihatnya lagi, lebih cepat bila Anda memberi kabar."),
    ),
    "tanya": (
        _("Minta informasi"),
        _("Supaya bisa membantu, kami perlu tahu: "),
    ),
    "buka": (
        _("Buka lagi"),
        _("Permintaan Anda kami buka lagi."),
    ),
}  # fmt: skip
