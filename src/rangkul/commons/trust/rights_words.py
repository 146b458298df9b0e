"""Rights over data in the words of who asks and of who answers."""

from django.utils.translation import gettext_lazy as _

from rangkul.commons.trust.states import Right

# As the person says it, in the order in which it is wished most often. A consent is taken back where it stands.
ASKED_AS = {
    Right.CORRECTION: _("Ada yang tidak benar atau belum lengkap"),
    Right.ACCESS: _("Saya minta salinan data saya"),
    Right.INFORMATION: _("Saya ingin tahu data apa yang dipakai, dan untuk apa"),
    Right.DELETION: _("Saya minta data saya dihapus"),
    Right.RESTRICTION: _("Jangan pakai dulu data saya, atau jangan tampilkan kepada petugas lain"),
    Right.OBJECTION: _("Saya keberatan: keputusan dibuat aturan otomatis, bukan oleh orang"),
    Right.PORTABILITY: _("Saya minta data yang bisa dibawa ke lembaga lain"),
    Right.COMPENSATION: _("Data saya disalahgunakan dan saya dirugikan"),
}
STEPS = {
    Right.INFORMATION: _("Jelaskan data apa yang disimpan, untuk apa, berapa lama, dan siapa yang bertanggung jawab."),
    Right.ACCESS: _("Petugas yang mengenal berkas membuat salinan, memeriksanya, lalu menyerahkannya langsung."),
    Right.CORRECTION: _("Perbaiki di berkas. Yang lama tetap tersimpan, yang benar ditulis di sampingnya."),
    Right.DELETION: _("Putuskan dulu secara tertulis. Sesudah itu tampak apa yang terhapus dan apa yang tetap."),
    Right.RESTRICTION: _("Batasi orang ini di halaman “Perbaiki data”, atau hentikan pemakaian yang disebut."),
    Right.OBJECTION: _("Minta petugas menimbang sendiri tingkat, batas waktu, dan penanggung jawabnya."),
    Right.PORTABILITY: _("Petugas yang mengenal berkas membuat datanya, memeriksanya, lalu menyerahkannya langsung."),
    Right.COMPENSATION: _("Bawa kepada pimpinan. Jawab apa yang terjadi dan apa yang ditawarkan."),
    Right.RETENTION: _("Setujui bila tidak ada lagi alasan menyimpan; tolak bila hukum mewajibkannya."),
    Right.WITHDRAWAL: _("Pastikan pemakaian data ini sudah berhenti di semua tempat."),
}
# What an erasure leaves, and why.
STAYS = (
    _("Bahwa pernah ada permintaan dan kasus, dengan tanggal dan tahapnya: untuk menghitung layanan, tanpa nama."),
    _("Wilayah sampai kabupaten atau kota, dan tahun lahir: untuk statistik."),
    _("Persetujuan yang pernah diberikan atau ditarik: bukti bahwa orangnya ditanya (Pasal 22)."),
    _("Jejak siapa membuka berkas dan kapan: hanya nomor dan nama petugas."),
    _("Keputusan penghapusan ini: bukti bahwa haknya dipenuhi."),
)
