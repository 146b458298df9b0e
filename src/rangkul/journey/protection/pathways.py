"""What each child in a matter is owed, step by step, as reference data: by the part the child has in it.

`read` says where the words of the law were read, and when; what nobody has read yet says so on the page. "acuan" is the
list of laws of the project, which saw the article but names no page. A child with
several parts walks the steps of all of them, each step once. No step accuses, and none is done by itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rangkul.journey.protection.states import ChildRole


@dataclass(frozen=True)
class Step:
    """`law`: the legal clock (`laws.py`) that a person begins for this step; "" where the law sets none."""

    code: str
    label: Any
    how: Any
    source: str
    law: str = ""
    # "" until somebody has read it; `partly`: what stands here says more than was read.
    read: str = ""
    partly: bool = False

    @property
    def verified(self) -> bool:
        return bool(self.read) and not self.partly


_HEARD = Step(
    code="heard",
    label=_("Dengarkan anak: pendapat dan keinginannya"),
    how=_("Berdua atau dengan pendamping pilihannya, dengan kata-katanya sendiri. Cukup sekali bercerita."),
    source="UU 23/2002 Pasal 10",
)
_ACCOMPANIED = Step(
    code="accompanied",
    label=_("Tetapkan pekerja sosial yang mendampingi"),
    how=_("Mendampingi di setiap pemeriksaan, menjadi teman, membantu pulih, dan bekerja sama dengan Bapas."),
    source="UU 11/2012 Pasal 68",
    read="acuan",
)
_PARENT = Step(
    code="parent",
    label=_("Hadirkan orang tua, wali, atau orang yang dipercaya anak"),
    how=_("Tanyakan kepada anak siapa. Bukan orang yang ia takuti."),
    source="UU 11/2012 Pasal 23",
)
_HIDDEN = Step(
    code="hidden",
    label=_("Rahasiakan identitas anak"),
    how=_("Nama, wajah, alamat, sekolah, dan orang tuanya tidak disebut di media. Pakai inisial di surat."),
    source="UU 11/2012 Pasal 19, 97",
)
_REPORT = Step(
    code="report",
    label=_("Buat laporan sosial"),
    how=_("Keadaan anak, keluarga, dampak, pandangan anak, dan saran. Ditulis pekerja sosial."),
    source="PP 65/2015",
    law="social_report_72h",
    read="pasal.id, 27-11-2026; nomor pasalnya belum tampak",
)
_SCHOOL = Step(
    code="school",
    label=_("Jaga sekolahnya tetap berjalan"),
    how=_("Bicarakan dengan sekolah tanpa membuka perkara: hadir, pindah kelas, atau belajar di tempat lain."),
    source="UU 11/2012 Pasal 3",
)
_RECOVERY = Step(
    code="recovery",
    label=_("Hubungkan dengan pemulihan"),
    how=_("Kesehatan, psikolog, dan rehabilitasi sosial, di dalam atau di luar lembaga."),
    source="UU 11/2012 Pasal 90",
)
_NEWS = Step(
    code="news",
    label=_("Kabari anak dan keluarga tentang jalannya perkara"),
    how=_("Dengan bahasa anak, tiap ada perkembangan."),
    source="UU 11/2012 Pasal 90",
)
_WITNESS_CARE = Step(
    code="lpsk",
    label=_("Tanyakan pelindungan LPSK"),
    how=_("Bila anak atau keluarganya terancam. Permohonan diajukan bersama keluarga."),
    source="UU 31/2014",
    read="acuan",
)
_AGE = Step(
    code="age",
    label=_("Pastikan umur anak"),
    how=_("12 sampai sebelum 18 tahun: peradilan anak. Di bawah 12 tahun: bukan jalur pidana, lihat langkahnya."),
    source="UU 11/2012",
    read="acuan",
)
_YOUNGER = Step(
    code="younger",
    label=_("Bila di bawah 12 tahun: putuskan bersama penyidik dan Bapas"),
    how=_("Dikembalikan kepada orang tua, atau ikut pendidikan dan pembinaan. Anak tidak dituntut."),
    source="UU 11/2012 Pasal 21",
)

_VICTIM: Sequence[Step] = (
    Step(
        code="safe",
        label=_("Pastikan anak aman malam ini"),
        how=_(
            "Siapa yang serumah, siapa yang ia takuti, di mana ia tidur. Bila tidak aman, cari tempat lain hari ini."
        ),
        source="UU 35/2014",
        read="acuan",
    ),
    _ACCOMPANIED,
    _HEARD,
    _PARENT,
    Step(
        code="health",
        label=_("Antar ke layanan kesehatan, dan visum bila perlu"),
        how=_("Jelaskan dulu kepada anak. Pemeriksaan secepatnya, karena bekas luka memudar."),
        source="UU 12/2022 Pasal 67",
        read="acuan",
    ),
    Step(
        code="police",
        label=_("Laporkan ke polisi bila ini kekerasan seksual"),
        how=_("Sejak korban melapor kepada kami, batasnya berjalan. Mulai hitung di Batas waktu."),
        source="UU 12/2022 Pasal 41 ayat (2) dan (3)",
        read="Wikisource hlm. 29, 27-11-2026",
        law="tpks_police_72h",
    ),
    _HIDDEN,
    _REPORT,
    _WITNESS_CARE,
    _RECOVERY,
    Step(
        code="restitution",
        label=_("Tanyakan ganti rugi (restitusi)"),
        how=_("Jelaskan haknya, lalu ajukan lewat penyidik, jaksa, atau LPSK sebelum tuntutan dibacakan."),
        source="UU 12/2022 Pasal 30; PP 43/2017",
        partly=True,
        read="Pasal 30 di peraturan.info, 27-11-2026",
    ),
    _NEWS,
    _SCHOOL,
)
_WITNESS: Sequence[Step] = (
    Step(
        code="unharmed",
        label=_("Pastikan anak tidak ditekan untuk diam atau berbohong"),
        how=_("Siapa yang mendekatinya, dan apakah ia bertemu pihak yang berperkara di rumah atau sekolah."),
        source="UU 35/2014",
        read="acuan",
    ),
    _ACCOMPANIED,
    _HEARD,
    _PARENT,
    Step(
        code="prepared",
        label=_("Siapkan anak sebelum memberi keterangan"),
        how=_("Tempatnya, siapa yang hadir, dan “tidak tahu” boleh dijawab. Tanyakan keterangan lewat rekaman."),
        source="UU 11/2012 Pasal 58",
    ),
    _HIDDEN,
    _REPORT,
    _WITNESS_CARE,
    _RECOVERY,
    _NEWS,
    _SCHOOL,
)
_LAW: Sequence[Step] = (
    _AGE,
    _YOUNGER,
    _ACCOMPANIED,
    _HEARD,
    _PARENT,
    Step(
        code="counsel",
        label=_("Pastikan ada bantuan hukum"),
        how=_("Di setiap tahap pemeriksaan. Hubungi lembaga bantuan hukum bila keluarga tidak punya."),
        source="UU 11/2012 Pasal 23",
    ),
    Step(
        code="apart",
        label=_("Pastikan anak dipisahkan dari orang dewasa"),
        how=_(
            "Saat ditangkap, diperiksa, dan ditahan: ruang pelayanan khusus anak atau LPKS. Lihat sendiri tempatnya."
        ),
        source="UU 11/2012 Pasal 3",
    ),
    Step(
        code="litmas",
        label=_("Terima bukti litmas dari Bapas"),
        how=_("Bapas yang menulis; kami menyimpan tanda terimanya saja."),
        source="PP 65/2015",
        read="pasal.id, 27-11-2026; nomor pasalnya belum tampak",
        law="litmas_72h",
    ),
    Step(
        code="diversion",
        label=_("Upayakan diversi lewat musyawarah"),
        how=_("Dengan anak, orang tua, pekerja sosial, dan Bapas. Yang dicari pemulihan, bukan pembalasan."),
        source="UU 11/2012 Pasal 8",
        read="acuan",
        law="sppa_diversion_7d",
    ),
    _HIDDEN,
    _REPORT,
    _SCHOOL,
    Step(
        code="rehabilitation",
        label=_("Rencanakan rehabilitasi dan reintegrasi sosial"),
        how=_("Apa yang anak perlukan supaya tidak terulang, dan siapa yang melakukannya."),
        source="Permensos 26/2018",
        read="acuan",
    ),
    Step(
        code="return",
        label=_("Dampingi serah terima, siapkan keluarga dan lingkungan"),
        how=_("Sesudah putusan atau kesepakatan: siapa yang menyambut, sekolah mana, apa yang dikatakan tetangga."),
        source="UU 11/2012 Pasal 68",
        read="acuan",
    ),
)
_INVOLVED: Sequence[Step] = (
    _HEARD,
    _ACCOMPANIED,
    _PARENT,
    _AGE,
    _YOUNGER,
    _HIDDEN,
    _SCHOOL,
)
PATHWAYS: dict[str, Sequence[Step]] = {
    ChildRole.VICTIM: _VICTIM,
    ChildRole.WITNESS: _WITNESS,
    ChildRole.LAW: _LAW,
    ChildRole.INVOLVED: _INVOLVED,
}
STEPS: dict[str, Step] = {step.code: step for steps in PATHWAYS.values() for step in steps}


# Whatever part comes first: a child who may not be safe is made safe before anything else.
_BEFORE_ALL = frozenset({"safe", "unharmed"})


def steps_of(roles: Iterable[str]) -> list[Step]:
    """Those of every part, each once: safety, then in the order of the first part that has it."""
    found: dict[str, Step] = {}
    for role in roles:
        for step in PATHWAYS[role]:
            found.setdefault(step.code, step)
    return sorted(found.values(), key=lambda step: step.code not in _BEFORE_ALL)
