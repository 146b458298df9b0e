"""Who else takes part in a case. One in five has nobody yet, so that the list of the four qualities shows work."""

from rangkul.base.asking import Asker
from rangkul.journey.cases import actions
from rangkul.web.demo.playing.course import Course

# Days after the request.
ASKED = 12.5
# By the key of the story: the partner and its part.
PARTNERS = {
    "child_law": ("Balai Pemasyarakatan", "Mendampingi anak dalam musyawarah diversi"),
    "debt": ("Kantor OJK setempat", "Memeriksa aplikasi pinjaman dan menerima aduan"),
    "disability": ("Puskesmas", "Fisioterapi setiap pekan"),
    "drugs": ("IPWL", "Rawat jalan dan kelompok dukungan"),
    "flood": ("Tagana", "Membersihkan rumah dan menyalurkan bantuan"),
    "grandparents": ("Disdukcapil", "Akta kelahiran dengan SPTJM"),
    "homeless": ("Rumah singgah dinas sosial", "Tempat tinggal sementara"),
    "illness": ("Komunitas pasien", "Mengantar berobat bergilir"),
    "livelihood": ("Koperasi kelurahan", "Modal usaha dan pengalihan utang"),
    "mental_health": ("Puskesmas dan kader jiwa", "Suntikan bulanan dan kunjungan kader"),
    "migrant": ("BP3MI", "Menerima dan menindaklanjuti pengaduan"),
    "older_person": ("Posyandu lansia", "Menengok dan memeriksa tekanan darah"),
    "papers": ("Disdukcapil", "Memperbaiki data kependudukan"),
    "school": ("Sekolah asal", "Menerima kembali dan mencicil tunggakan"),
    "teenager": ("Guru BK sekolah", "Menangani perundungan"),
    "violence_home": ("UPTD PPA", "Pendampingan hukum dan rumah aman"),
}


def play(course: Course) -> None:
    if course.road.number % 5 == 0:
        return
    name, part = PARTNERS[course.story["key"]]

    def ask(by: Asker) -> None:
        actions.add_partner(by=by, case=course.case, name=name, part=part)

    course.worker_does(ASKED, ask)
