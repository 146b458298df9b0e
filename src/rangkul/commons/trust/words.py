"""Event names as sentences. An event without its own words is shown by its name, never left out."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "request.submitted": _("Permintaan masuk"),
    "request.accepted": _("Permintaan diterima"),
    "request.declined": _("Permintaan ditolak dengan alasan"),
    "request.referred": _("Permintaan dirujuk"),
    "request.handed_over": _("Lembaga lain memastikan menangani permintaan"),
    "request.waitlisted": _("Permintaan masuk daftar tunggu"),
    "request.info_asked": _("Petugas meminta keterangan"),
    "request.answered": _("Pemohon menulis"),
    "request.withdrawn": _("Pemohon membatalkan permintaan"),
    "request.reopened": _("Permintaan dibuka lagi"),
    "request.escalated": _("Permintaan naik ke atasan"),
    "request.acknowledged": _("Atasan mengambil tanggung jawab"),
    "request.assigned": _("Penanggung jawab berganti"),
    "request.level_changed": _("Tingkat diubah"),
    "request.level_raised": _("Tingkat dinaikkan"),
    "request.pin_renewed": _("PIN tiket diganti"),
    "case.opened": _("Kasus dibuka"),
    "case.terminated": _("Kasus diakhiri"),
    "case.reopened": _("Kasus dibuka lagi"),
    "note.written": _("Catatan ditulis"),
    "note.corrected": _("Catatan dikoreksi"),
    "activity.recorded": _("Kegiatan dicatat"),
    "file.opened": _("Berkas dibuka"),
    "people.searched": _("Pencarian orang"),
    "nik.revealed": _("NIK ditampilkan lengkap"),
    "glass.broken": _("Akses darurat dibuka"),
    "glass.closed": _("Akses darurat ditutup"),
    "glass.reviewed": _("Akses darurat ditinjau"),
    "access.granted": _("Hak akses diberikan"),
    "access.ended": _("Hak akses berakhir"),
    "consent.recorded": _("Persetujuan dicatat"),
    "consent.withdrawn": _("Persetujuan ditarik"),
    "consent.stop_confirmed": _("Penghentian pemakaian data dipastikan"),
    "correction.requested": _("Klien meminta koreksi"),
    "person.registered": _("Orang didaftarkan"),
    "person.corrected": _("Data orang diperbaiki"),
    "persons.merged": _("Dua pendaftaran digabung"),
    "persons.unmerged": _("Penggabungan dibatalkan"),
    "staff.account_opened": _("Akun petugas dibuat"),
    "staff.account_changed": _("Akun petugas diubah"),
    "staff.sessions_ended": _("Sesi di perangkat lain ditutup"),
}


def words_of(name: str) -> str:
    return str(WORDS.get(name, name))
