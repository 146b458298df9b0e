"""What the wizard asks about: problem fields in people's words, with a picture each."""

from django.utils.translation import gettext_lazy as _

from rangkul.entry.intake.rules import problems

# (code, words, hint, icon of the sprite), in the order in which people look for them.
PROBLEMS = (
    (problems.VIOLENCE_HOME, _("Kekerasan di rumah"), _("dipukul, diancam, dikurung, dihina"), "home-heart"),
    (problems.VIOLENCE_SEXUAL, _("Kekerasan seksual"), _("dipaksa, diraba, dilecehkan"), "shield-heart"),
    (problems.CHILD_SAFETY, _("Anak tidak aman"), _("disakiti, ditelantarkan, dipaksa bekerja"), "baby-carriage"),
    (problems.SELF_HARM, _("Ingin mengakhiri hidup atau melukai diri"), _("diri sendiri atau orang lain"), "lifebuoy"),
    (problems.MENTAL_HEALTH, _("Beban pikiran"), _("sedih terus, cemas, bingung, sulit tidur"), "brain"),
    (problems.BASIC_NEEDS, _("Makan dan kebutuhan sehari-hari"), _("beras, susu, pakaian, uang"), "bowl-spoon"),
    (problems.HOUSING, _("Tempat tinggal"), _("diusir, tidur di jalan, rumah rusak"), "home"),
    (problems.DEBT, _("Utang atau pinjaman daring"), _("ditagih, diancam, bunga menumpuk"), "file-text"),
    (problems.HEALTH, _("Kesehatan dan pengobatan"), _("sakit, biaya, BPJS"), "stethoscope"),
    (problems.DISABILITY, _("Disabilitas"), _("alat bantu, pendampingan, layanan"), "wheelchair"),
    (problems.OLDER_PERSON, _("Lanjut usia"), _("sendirian, tidak terawat"), "old"),
    (problems.FAMILY, _("Keluarga"), _("pertengkaran, perceraian, pengasuhan"), "users"),
    (problems.EDUCATION, _("Sekolah"), _("putus sekolah, biaya, perundungan"), "school"),
    (problems.WORK, _("Pekerjaan"), _("kehilangan kerja, upah, usaha kecil"), "briefcase"),
    (problems.DOCUMENTS, _("Surat-surat"), _("KTP, KK, akta lahir"), "id"),
    (problems.DRUGS, _("Narkoba atau kecanduan"), _("obat, minuman, judi, gawai"), "pill"),
    (problems.MIGRANT, _("Pekerja migran"), _("di luar negeri atau baru pulang"), "world"),
    (problems.TRAFFICKING, _("Dijual atau dipaksa bekerja"), _("ditipu, ditahan, tidak boleh pergi"), "link"),
    (problems.ONLINE_HARM, _("Masalah di dunia daring"), _("diancam, gambar disebar, ditipu"), "device-mobile"),
    (problems.MISSING_PERSON, _("Orang hilang"), _("tidak pulang, tidak ada kabar"), "map-pin"),
    (problems.DISASTER, _("Bencana"), _("banjir, gempa, kebakaran, longsor"), "flame"),
    (problems.LEGAL, _("Masalah hukum"), _("berhadapan dengan polisi atau pengadilan"), "gavel"),
    (problems.INFORMATION, _("Hanya ingin bertanya"), _("informasi layanan dan bantuan"), "info-circle"),
    (problems.OTHER, _("Hal lain"), _("ceritakan di bawah"), "dots"),
)
NAMES = {code: words for code, words, _hint, _icon in PROBLEMS}


def names(codes: list[str]) -> list:
    """In words, in the order of the wizard; a code nobody knows any more stands for itself."""
    order = {code: place for place, code in enumerate(NAMES)}
    return [NAMES.get(code, code) for code in sorted(codes, key=lambda code: order.get(code, len(order)))]
