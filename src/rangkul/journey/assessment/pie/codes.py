"""The local codes of PIE: roles and their troubles, systems around the person and their problems, three scales."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Factor(models.TextChoices):
    """I and II are coded by the worker with the client; III and IV only repeat what others found (A21)."""

    ROLE = "1", _("Peran sosial")
    ENVIRONMENT = "2", _("Lingkungan")
    MENTAL = "3", _("Kesehatan jiwa, menurut yang memeriksa")
    PHYSICAL = "4", _("Kesehatan badan, menurut yang memeriksa")


class RoleGroup(models.TextChoices):
    FAMILY = "family", _("Peran dalam keluarga")
    INTERPERSONAL = "interpersonal", _("Peran di antara orang")
    OCCUPATIONAL = "occupational", _("Peran dalam pekerjaan dan belajar")
    SPECIAL = "special", _("Peran karena keadaan khusus")


class Role(models.TextChoices):
    PARENT = "parent", _("Orang tua")
    SPOUSE = "spouse", _("Pasangan")
    CHILD = "child", _("Anak")
    SIBLING = "sibling", _("Saudara kandung atau tiri")
    OTHER_FAMILY = "other_family", _("Anggota keluarga lain")
    LIKE_FAMILY = "like_family", _("Orang yang sudah seperti keluarga")
    LOVER = "lover", _("Kekasih")
    FRIEND = "friend", _("Teman")
    NEIGHBOUR = "neighbour", _("Tetangga")
    MEMBER = "member", _("Anggota kelompok")
    OTHER_PERSON = "other_person", _("Peran lain di antara orang")
    PAID = "paid", _("Pekerja yang dibayar")
    HOME = "home", _("Pengurus rumah")
    VOLUNTEER = "volunteer", _("Relawan")
    STUDENT = "student", _("Pelajar atau peserta pelatihan")
    OTHER_WORK = "other_work", _("Peran kerja lain")
    CONSUMER = "consumer", _("Penerima layanan")
    INPATIENT = "inpatient", _("Pasien rawat inap atau penghuni panti")
    OUTPATIENT = "outpatient", _("Pasien rawat jalan")
    PROBATIONER = "probationer", _("Klien pemasyarakatan di luar lapas")
    PRISONER = "prisoner", _("Warga binaan di lapas atau rutan")
    MIGRANT = "migrant", _("Perantau atau pekerja migran berdokumen")
    UNDOCUMENTED = "undocumented", _("Pekerja migran tanpa dokumen")
    REFUGEE = "refugee", _("Pengungsi")
    OTHER_SITUATION = "other_situation", _("Keadaan khusus lain")


ROLES_OF: dict[RoleGroup, tuple[Role, ...]] = {
    RoleGroup.FAMILY: (
        Role.PARENT, Role.SPOUSE, Role.CHILD, Role.SIBLING, Role.OTHER_FAMILY, Role.LIKE_FAMILY,
    ),
    RoleGroup.INTERPERSONAL: (Role.LOVER, Role.FRIEND, Role.NEIGHBOUR, Role.MEMBER, Role.OTHER_PERSON),
    RoleGroup.OCCUPATIONAL: (Role.PAID, Role.HOME, Role.VOLUNTEER, Role.STUDENT, Role.OTHER_WORK),
    RoleGroup.SPECIAL: (
        Role.CONSUMER, Role.INPATIENT, Role.OUTPATIENT, Role.PROBATIONER, Role.PRISONER, Role.MIGRANT,
        Role.UNDOCUMENTED, Role.REFUGEE, Role.OTHER_SITUATION,
    ),
}  # fmt: skip


class Trouble(models.TextChoices):
    """What kind of difficulty a role brings."""

    POWER = "power", _("Kuasa")
    AMBIVALENCE = "ambivalence", _("Kebimbangan")
    RESPONSIBILITY = "responsibility", _("Tanggung jawab")
    DEPENDENCY = "dependency", _("Ketergantungan")
    LOSS = "loss", _("Kehilangan")
    ISOLATION = "isolation", _("Keterasingan")
    VICTIM = "victim", _("Menjadi korban")
    MIXED = "mixed", _("Campuran")
    OTHER = "other", _("Jenis lain")


class System(models.TextChoices):
    ECONOMIC = "economic", _("Ekonomi dan kebutuhan pokok")
    EDUCATION = "education", _("Pendidikan dan pelatihan")
    LEGAL = "legal", _("Hukum dan peradilan")
    SERVICES = "services", _("Kesehatan, keamanan, dan layanan sosial")
    ASSOCIATION = "association", _("Perkumpulan sukarela")
    AFFECTION = "affection", _("Dukungan kasih sayang")


class Problem(models.TextChoices):
    FOOD = "food", _("Makanan dan gizi")
    SHELTER = "shelter", _("Tempat tinggal")
    WORK = "work", _("Pekerjaan")
    INCOME = "income", _("Penghasilan dan bantuan")
    TRANSPORT = "transport", _("Angkutan")
    ADMISSION = "admission", _("Sekolah tidak ada atau tidak menerima")
    SCHOOLING = "schooling", _("Sekolah tidak mendukung")
    SCHOOL_COST = "school_cost", _("Biaya dan perlengkapan belajar")
    SCHOOL_SAFETY = "school_safety", _("Perundungan di tempat belajar")
    COURT = "court", _("Proses peradilan")
    POLICE = "police", _("Polisi dan penegak hukum")
    PAPERS = "papers", _("Surat dan status kependudukan")
    LEGAL_AID = "legal_aid", _("Bantuan hukum tidak terjangkau")
    HEALTH_CARE = "health_care", _("Layanan kesehatan")
    MENTAL_CARE = "mental_care", _("Layanan kesehatan jiwa")
    SAFETY = "safety", _("Keamanan lingkungan dan bencana")
    SOCIAL_SERVICE = "social_service", _("Layanan sosial")
    FAITH_GROUP = "faith_group", _("Kelompok keagamaan atau kepercayaan")
    LOCAL_GROUP = "local_group", _("Kelompok warga, adat, atau hobi")
    SUPPORT = "support", _("Tidak ada yang memberi dukungan")
    TOO_MUCH = "too_much", _("Dukungan yang terlalu mengekang")
    STRAINED = "strained", _("Hubungan dalam lingkar terdekat tegang")
    DISCRIMINATION = "discrimination", _("Diskriminasi")
    OTHER = "other", _("Masalah lain")


PROBLEMS_OF: dict[System, tuple[Problem, ...]] = {
    System.ECONOMIC: (Problem.FOOD, Problem.SHELTER, Problem.WORK, Problem.INCOME, Problem.TRANSPORT),
    System.EDUCATION: (Problem.ADMISSION, Problem.SCHOOLING, Problem.SCHOOL_COST, Problem.SCHOOL_SAFETY),
    System.LEGAL: (Problem.COURT, Problem.POLICE, Problem.PAPERS, Problem.LEGAL_AID),
    System.SERVICES: (Problem.HEALTH_CARE, Problem.MENTAL_CARE, Problem.SAFETY, Problem.SOCIAL_SERVICE),
    System.ASSOCIATION: (Problem.FAITH_GROUP, Problem.LOCAL_GROUP),
    System.AFFECTION: (Problem.SUPPORT, Problem.TOO_MUCH, Problem.STRAINED),
}
# Every system may discriminate, and every list is too short.
PROBLEMS_OF = {system: (*own, Problem.DISCRIMINATION, Problem.OTHER) for system, own in PROBLEMS_OF.items()}


class Ground(models.TextChoices):
    """On what ground somebody is treated as less."""

    AGE = "age", _("usia")
    ETHNICITY = "ethnicity", _("suku, ras, atau warna kulit")
    FAITH = "faith", _("agama atau kepercayaan")
    GENDER = "gender", _("jenis kelamin atau gender")
    ORIENTATION = "orientation", _("orientasi seksual")
    DISABILITY = "disability", _("disabilitas")
    HEALTH = "health", _("penyakit, misalnya HIV atau kusta")
    MARITAL = "marital", _("status perkawinan atau kelahiran")
    POVERTY = "poverty", _("kemiskinan atau tempat tinggal")
    RECORD = "record", _("pernah berhadapan dengan hukum")
    ORIGIN = "origin", _("daerah asal atau kewarganegaraan")
    LANGUAGE = "language", _("bahasa")
    OTHER = "other", _("alasan lain")


class Severity(models.IntegerChoices):
    NONE = 1, _("Tidak ada")
    LOW = 2, _("Ringan")
    MODERATE = 3, _("Sedang")
    HIGH = 4, _("Berat")
    VERY_HIGH = 5, _("Sangat berat")
    CATASTROPHIC = 6, _("Menghancurkan")


class Duration(models.IntegerChoices):
    """The shorter it lasts the higher the number: what is new asks for haste."""

    OVER_FIVE_YEARS = 1, _("Lebih dari 5 tahun")
    ONE_TO_FIVE_YEARS = 2, _("1 sampai 5 tahun")
    SIX_TO_TWELVE_MONTHS = 3, _("6 sampai 12 bulan")
    ONE_TO_SIX_MONTHS = 4, _("1 sampai 6 bulan")
    TWO_TO_FOUR_WEEKS = 5, _("2 sampai 4 minggu")
    UP_TO_TWO_WEEKS = 6, _("2 minggu atau kurang")


class Coping(models.IntegerChoices):
    OUTSTANDING = 1, _("Sangat mampu")
    ABOVE_AVERAGE = 2, _("Lebih dari cukup")
    ADEQUATE = 3, _("Cukup")
    SOMEWHAT_INADEQUATE = 4, _("Agak kurang")
    INADEQUATE = 5, _("Kurang")
    NONE = 6, _("Belum tampak")


class Profession(models.TextChoices):
    """Who may find an illness. A social worker is not on this list, and must never be (A21)."""

    DOCTOR = "doctor", _("Dokter")
    PSYCHIATRIST = "psychiatrist", _("Dokter spesialis kedokteran jiwa")
    PSYCHOLOGIST = "psychologist", _("Psikolog klinis")
    NURSE = "nurse", _("Perawat")
    MIDWIFE = "midwife", _("Bidan")
    THERAPIST = "therapist", _("Terapis (fisik, wicara, okupasi)")
    OTHER_HEALTH = "other_health", _("Tenaga kesehatan lain")


class Via(models.TextChoices):
    """By which way the finding came to the worker."""

    DOCUMENT = "document", _("Tertulis dalam dokumen")
    TOLD_BY_FINDER = "told_by_finder", _("Disampaikan sendiri oleh yang memeriksa")
    TOLD_BY_CLIENT = "told_by_client", _("Diceritakan klien")
    TOLD_BY_FAMILY = "told_by_family", _("Diceritakan orang terdekat klien")


GROUP_OF: dict[str, RoleGroup] = {role.value: group for group, roles in ROLES_OF.items() for role in roles}
