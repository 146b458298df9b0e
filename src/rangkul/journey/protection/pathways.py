"""What each child in a matter is owed, step by step, as reference data: by the part the child has in it.

`verified` tells whether the article itself was seen; what is only quoted elsewhere says so on the page. A child with
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
    verified: bool
    law: str = ""


def _step(code: str, label: Any, how: Any, source: str, verified: bool = False, law: str = "") -> Step:
    return Step(code, label, how, source, verified, law)


_HEARD = _step(
    "heard",
    _("Dengarkan anak: pendapat dan keinginannya"),
    _("Berdua atau dengan pendamping pilihannya, dengan kata-katanya sendiri. Cukup sekali bercerita."),
    "UU 23/2002 Pasal 10",
)
_ACCOMPANIED = _step(
    "accompanied",
    _("Tetapkan pekerja sosial yang mendampingi"),
    _("Mendampingi di setiap pemeriksaan, menjadi teman, membantu pulih, dan bekerja sama dengan Bapas."),
    "UU 11/2012 Pasal 68",
    True,
)
_PARENT = _step(
    "parent",
    _("Hadirkan orang tua, wali, atau orang yang dipercaya anak"),
    _("Tanyakan kepada anak siapa. Bukan orang yang ia takuti."),
    "UU 11/2012 Pasal 23",
)
_HIDDEN = _step(
    "hidden",
    _("Rahasiakan identitas anak"),
    _("Nama, wajah, alamat, sekolah, dan orang tuanya tidak disebut di media. Pakai inisial di surat."),
    "UU 11/2012 Pasal 19, 97",
)
_REPORT = _step(
    "report",
    _("Buat laporan sosial"),
    _("Keadaan anak, keluarga, dampak, pandangan anak, dan saran. Ditulis pekerja sosial."),
    "UU 11/2012",
    True,
)
_SCHOOL = _step(
    "school",
    _("Jaga sekolahnya tetap berjalan"),
    _("Bicarakan dengan sekolah tanpa membuka perkara: hadir, pindah kelas, atau belajar di tempat lain."),
    "UU 11/2012 Pasal 3",
)
_RECOVERY = _step(
    "recovery",
    _("Hubungkan dengan pemulihan"),
    _("Kesehatan, psikolog, dan rehabilitasi sosial, di dalam atau di luar lembaga."),
    "UU 11/2012 Pasal 90",
)
_NEWS = _step(
    "news",
    _("Kabari anak dan keluarga tentang jalannya perkara"),
    _("Dengan bahasa anak, tiap ada perkembangan."),
    "UU 11/2012 Pasal 90",
)
_WITNESS_CARE = _step(
    "lpsk",
    _("Tanyakan pelindungan LPSK"),
    _("Bila anak atau keluarganya terancam. Permohonan diajukan bersama keluarga."),
    "UU 31/2014",
    True,
)
_AGE = _step(
    "age",
    _("Pastikan umur anak"),
    _("12 sampai sebelum 18 tahun: peradilan anak. Di bawah 12 tahun: bukan jalur pidana, lihat langkahnya."),
    "UU 11/2012",
    True,
)
_YOUNGER = _step(
    "younger",
    _("Bila di bawah 12 tahun: putuskan bersama penyidik dan Bapas"),
    _("Dikembalikan kepada orang tua, atau ikut pendidikan dan pembinaan. Anak tidak dituntut."),
    "UU 11/2012 Pasal 21",
)

_VICTIM: Sequence[Step] = (
    _step(
        "safe",
        _("Pastikan anak aman malam ini"),
        _("Siapa yang serumah, siapa yang ia takuti, di mana ia tidur. Bila tidak aman, cari tempat lain hari ini."),
        "UU 35/2014",
        True,
    ),
    _ACCOMPANIED,
    _HEARD,
    _PARENT,
    _step(
        "health",
        _("Antar ke layanan kesehatan, dan visum bila perlu"),
        _("Jelaskan dulu kepada anak. Pemeriksaan secepatnya, karena bekas luka memudar."),
        "UU 12/2022 Pasal 67",
        True,
    ),
    _step(
        "police",
        _("Laporkan ke polisi bila ini kekerasan seksual"),
        _("Sejak korban melapor kepada kami, batasnya berjalan. Mulai hitung di Batas waktu."),
        "UU 12/2022 Pasal 41",
        True,
        "tpks_police_72h",
    ),
    _HIDDEN,
    _REPORT,
    _WITNESS_CARE,
    _RECOVERY,
    _step(
        "restitution",
        _("Tanyakan ganti rugi (restitusi)"),
        _("Jelaskan haknya, lalu ajukan lewat penyidik, jaksa, atau LPSK sebelum tuntutan dibacakan."),
        "UU 12/2022 Pasal 30; PP 43/2017",
    ),
    _NEWS,
    _SCHOOL,
)
_WITNESS: Sequence[Step] = (
    _step(
        "unharmed",
        _("Pastikan anak tidak ditekan untuk diam atau berbohong"),
        _("Siapa yang mendekatinya, dan apakah ia bertemu pihak yang berperkara di rumah atau sekolah."),
        "UU 35/2014",
        True,
    ),
    _ACCOMPANIED,
    _HEARD,
    _PARENT,
    _step(
        "prepared",
        _("Siapkan anak sebelum memberi keterangan"),
        _("Tempatnya, siapa yang hadir, dan “tidak tahu” boleh dijawab. Tanyakan keterangan lewat rekaman."),
        "UU 11/2012 Pasal 58",
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
    _step(
        "counsel",
        _("Pastikan ada bantuan hukum"),
        _("Di setiap tahap pemeriksaan. Hubungi lembaga bantuan hukum bila keluarga tidak punya."),
        "UU 11/2012 Pasal 23",
    ),
    _step(
        "apart",
        _("Pastikan anak dipisahkan dari orang dewasa"),
        _("Saat ditangkap, diperiksa, dan ditahan: ruang pelayanan khusus anak atau LPKS. Lihat sendiri tempatnya."),
        "UU 11/2012 Pasal 3",
    ),
    _step(
        "litmas",
        _("Terima bukti litmas dari Bapas"),
        _("Bapas yang menulis; kami menyimpan tanda terimanya saja."),
        "UU 11/2012",
        False,
        "litmas_72h",
    ),
    _step(
        "diversion",
        _("Upayakan diversi lewat musyawarah"),
        _("Dengan anak, orang tua, pekerja sosial, dan Bapas. Yang dicari pemulihan, bukan pembalasan."),
        "UU 11/2012 Pasal 8",
        True,
        "sppa_diversion_7d",
    ),
    _HIDDEN,
    _REPORT,
    _SCHOOL,
    _step(
        "rehabilitation",
        _("Rencanakan rehabilitasi dan reintegrasi sosial"),
        _("Apa yang anak perlukan supaya tidak terulang, dan siapa yang melakukannya."),
        "Permensos 26/2018",
        True,
    ),
    _step(
        "return",
        _("Dampingi serah terima, siapkan keluarga dan lingkungan"),
        _("Sesudah putusan atau kesepakatan: siapa yang menyambut, sekolah mana, apa yang dikatakan tetangga."),
        "UU 11/2012 Pasal 68",
        True,
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
