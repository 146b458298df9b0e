"""Who else takes part in a case. One in five has nobody yet, so that the list of the four qualities shows work."""

from rangkul.base.asking import Asker
from rangkul.journey.cases import actions
from rangkul.journey.cases.models import Partner
from rangkul.journey.cases.states import CaseRole, NameLeave, Sector, Sway
from rangkul.web.demo.playing.course import Course

# Days after the request.
ASKED = 12.5
# By the key of the story: the partner, its part and its sector.
PARTNERS = {
    "child_law": ("Balai Pemasyarakatan", "Mendampingi anak dalam musyawarah diversi", "government"),
    "debt": ("Kantor OJK setempat", "Memeriksa aplikasi pinjaman dan menerima aduan", "government"),
    "disability": ("Puskesmas", "Fisioterapi setiap pekan", "government"),
    "drugs": ("IPWL", "Rawat jalan dan kelompok dukungan", "community"),
    "flood": ("Tagana", "Membersihkan rumah dan menyalurkan bantuan", "community"),
    "grandparents": ("Disdukcapil", "Akta kelahiran dengan SPTJM", "government"),
    "homeless": ("Rumah singgah dinas sosial", "Tempat tinggal sementara", "government"),
    "illness": ("Komunitas pasien", "Mengantar berobat bergilir", "community"),
    "livelihood": ("Koperasi kelurahan", "Modal usaha dan pengalihan utang", "community"),
    "mental_health": ("Puskesmas dan kader jiwa", "Suntikan bulanan dan kunjungan kader", "government"),
    "migrant": ("BP3MI", "Menerima dan menindaklanjuti pengaduan", "government"),
    "older_person": ("Posyandu lansia", "Menengok dan memeriksa tekanan darah", "community"),
    "papers": ("Disdukcapil", "Memperbaiki data kependudukan", "government"),
    "school": ("Sekolah asal", "Menerima kembali dan mencicil tunggakan", "academics"),
    "teenager": ("Guru BK sekolah", "Menangani perundungan", "academics"),
    "violence_home": ("UPTD PPA", "Pendampingan hukum dan rumah aman", "government"),
}


def play(course: Course) -> None:
    if course.road.number % 5 == 0:
        return
    name, part, sector = PARTNERS[course.story["key"]]

    def ask(by: Asker) -> None:
        stake = actions.Stake(sector, part, sway=Sway.EASES)
        partner = actions.add_partner(by=by, case=course.case, who=actions.Known(name), stake=stake)
        if course.shows_more:
            _fill_map(course, by, partner)

    course.worker_does(ASKED, ask)


def _fill_map(course: Course, by: Asker, partner: Partner) -> None:
    """Somebody of the family and a campus take part too, and each of them promised something."""
    campus = actions.add_partner(
        by=by,
        case=course.case,
        who=actions.Known("Prodi Kesejahteraan Sosial, Universitas Contoh"),
        stake=actions.Stake(Sector.ACADEMICS, "Mahasiswa praktikum menemani belajar", sway=Sway.HEARS),
    )
    promised = {partner: "Memberi kabar tentang langkah pertamanya", campus: "Mencari mahasiswa pendamping belajar"}
    near = course.case.people.filter(until=None).exclude(role=CaseRole.CLIENT).order_by("made_at", "id").first()
    if near is not None:
        asked = actions.Nearness(near.role, relation=near.relation, influence="supports", contact="allowed")
        near = actions.describe_person(by=by, row=near, nearness=asked)
        stake = actions.Stake(
            Sector.FAMILY, "Mengantar dan menjaga anak", "Keluarga kembali tenang", Sway.DECIDES, NameLeave.AGREED
        )  # fmt: skip
        relative = actions.add_partner(by=by, case=course.case, who=actions.Known(near=near), stake=stake)
        promised[relative] = "Menjaga anak pada hari pertemuan"
    for who, title in promised.items():
        due = course.ahead(6) if who == campus else course.date(ASKED + 7)
        task = actions.add_task(
            by=by, case=course.case, title=title, due=due, owner=course.case.worker, partner=who, shown=True
        )
        if who == partner:
            actions.finish_task(by=by, task=task, outcome="Sudah memberi kabar lewat telepon.")
