"""Services of made-up organisations: what a kabupaten has, drawn from a few kinds. Names and numbers are nobody's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rangkul.commons.directory.actions import (
    ContactDraft,
    HoursDraft,
    OrganizationDraft,
    PaperDraft,
    PlaceDraft,
    RuleDraft,
    ServiceDraft,
)
from rangkul.web.demo.world.chance import Chance
from rangkul.web.demo.world.places import Village, villages

_FIRST = ("Teduh", "Sahabat", "Pelangi", "Cahaya", "Kasih", "Bina", "Mitra", "Lentera", "Tunas", "Harapan", "Setara")
_SECOND = ("Bersama", "Insani", "Keluarga", "Mandiri", "Nusa", "Sejahtera", "Warga", "Lestari", "Pertiwi", "Damai")
_STREETS = ("Jl. Kenanga", "Jl. Flamboyan", "Jl. Cempaka", "Jl. Melati", "Jl. Anggrek", "Jl. Mawar", "Jl. Teratai")
_OFFICE = "Mo-Th 08:00-15:30; Fr 08:00-11:30,13:00-15:30; PH off"
_SHOP = "Mo-Sa 09:00-17:00; PH off"
_RAMADAN = "Mo-Th 08:00-14:30; Fr 08:00-11:00; PH off"


@dataclass(frozen=True, slots=True)
class Kind:
    """`body`: what sort of organisation offers it, the name goes on behind; `rules`: (rule, from, to, sex, codes)."""

    name: str
    body: str
    legal: str
    psks: str
    helps: tuple[str, ...]
    categories: tuple[str, ...]
    atensi: tuple[str, ...]
    words: str
    begin: str
    hours: str = _OFFICE
    cost: str = "free"
    rules: tuple[RuleDraft, ...] = ()
    papers: tuple[PaperDraft, ...] = (PaperDraft("ktp", needed=False), PaperDraft("kk", needed=False))
    room: tuple[str, int] = ()
    # Its address protects people.
    hidden: bool = False


KINDS = (
    Kind(
        "Rumah singgah perempuan dan anak",
        "Yayasan",
        "foundation",
        "PSKS-04",
        ("shelter", "counselling"),
        ("PPKS-19", "PPKS-06", "PPKS-18"),
        ("living", "therapy"),
        "Tempat tinggal sementara bagi perempuan dan anak yang mengalami kekerasan, dengan pendamping siang dan malam.",
        "Telepon atau kirim pesan. Pendamping menjemput di tempat yang aman.",
        "24/7",
        rules=(RuleDraft("sex", sex="P"),),
        papers=(),
        room=("bed", 12),
        hidden=True,
    ),
    Kind(
        "Bantuan hukum gratis",
        "Lembaga Bantuan Hukum",
        "association",
        "PSKS-04",
        ("legal",),
        ("PPKS-19", "PPKS-03", "PPKS-24"),
        (),
        "Konsultasi dan pendampingan hukum bagi warga yang tidak mampu membayar pengacara, sampai perkara selesai.",
        "Datang pada jam buka, ambil nomor antrean.",
        "Mo-Fr 09:00-15:00; PH off",
        papers=(PaperDraft("ktp"), PaperDraft("sktm", needed=False)),
        room=("session", 20),
    ),
    Kind(
        "Konseling keluarga",
        "Pusat Pembelajaran Keluarga",
        "state",
        "PSKS-07",
        ("counselling", "family"),
        ("PPKS-25",),
        ("family", "therapy"),
        "Bicara dengan konselor tentang masalah suami istri, anak, atau orang tua, sendiri atau bersama keluarga.",
        "Daftar lewat telepon, lalu datang sesuai janji.",
        _OFFICE,
        papers=(),
        room=("session", 15),
    ),
    Kind(
        "Posyandu lanjut usia",
        "Karang Werda",
        "community",
        "PSKS-05",
        ("health", "company"),
        ("PPKS-08",),
        ("care",),
        "Periksa tekanan darah, senam, dan makan bersama setiap pekan.",
        "Datang saja.",
        "We 08:00-11:00; PH off",
        rules=(RuleDraft("age", age_from=60),),
        papers=(PaperDraft("bpjs", needed=False),),
    ),
    Kind(
        "Panti asuhan dan pengasuhan sementara",
        "Yayasan Panti",
        "foundation",
        "PSKS-04",
        ("care", "shelter", "school"),
        ("PPKS-01", "PPKS-02"),
        ("care", "living"),
        "Pengasuhan anak yang tidak dapat tinggal bersama keluarganya, sambil mencari jalan pulang ke keluarga.",
        "Dirujuk petugas sosial setelah asesmen.",
        "Mo-Su 08:00-20:00",
        rules=(RuleDraft("age", age_to=17),),
        papers=(PaperDraft("birth", needed=False), PaperDraft("referral")),
        room=("place", 25),
    ),
    Kind(
        "Rehabilitasi NAPZA rawat jalan",
        "Institusi Penerima Wajib Lapor",
        "foundation",
        "PSKS-04",
        ("recovery", "health"),
        ("PPKS-17",),
        ("therapy",),
        "Pemulihan dari ketergantungan obat dan alkohol tanpa menginap, dengan konselor sebaya.",
        "Datang atau telepon. Tidak dilaporkan ke polisi.",
        _SHOP,
        "means",
        rules=(RuleDraft("age", age_from=15),),
        room=("person", 30),
    ),
    Kind(
        "Alat bantu dan terapi disabilitas",
        "Loka Bina",
        "state",
        "",
        ("aids", "health"),
        ("PPKS-05", "PPKS-09"),
        ("access", "therapy"),
        "Kursi roda, alat dengar, dan latihan bergerak bagi penyandang disabilitas segala umur.",
        "Daftar dengan surat dokter atau surat desa.",
        _OFFICE,
        papers=(PaperDraft("ktp"), PaperDraft("doctor")),
    ),
    Kind(
        "Dapur umum warga",
        "Paguyuban",
        "community",
        "PSKS-06",
        ("food",),
        ("PPKS-24", "PPKS-11", "PPKS-13"),
        ("living",),
        "Makan siang hangat setiap hari bagi siapa saja yang lapar.",
        "Datang saja, tidak ditanya apa pun.",
        "Mo-Su 11:00-13:30",
        papers=(),
    ),
    Kind(
        "Pengurusan akta dan KTP keliling",
        "Dinas Kependudukan Contoh",
        "state",
        "",
        ("papers",),
        ("PPKS-26", "PPKS-24"),
        (),
        "Mobil layanan untuk akta kelahiran, KTP, dan Kartu Keluarga bagi yang sulit ke kantor.",
        "Lihat jadwal di kantor desa.",
        "Tu,Th 08:00-14:00; PH off",
        papers=(PaperDraft("other", "Surat pengantar RT"),),
    ),
    Kind(
        "Pelatihan kerja dan modal usaha",
        "Balai Latihan",
        "state",
        "",
        ("work",),
        ("PPKS-23", "PPKS-15"),
        ("vocation",),
        "Kursus tiga bulan menjahit, memasak, atau memperbaiki motor, lalu pendampingan membuka usaha.",
        "Isi formulir, wawancara, lalu diumumkan.",
        _OFFICE,
        rules=(RuleDraft("age", age_from=17, age_to=45), RuleDraft("dtsen", codes=["registered"], preferred=True)),
        papers=(PaperDraft("ktp"), PaperDraft("kk")),
        room=("person", 20),
    ),
    Kind(
        "Pendampingan mengurus bantuan sosial",
        "Pusat Kesejahteraan Sosial",
        "state",
        "PSKS-11",
        ("information", "money"),
        ("PPKS-24",),
        ("aid",),
        "Petugas membantu memeriksa, mengusulkan, dan menyanggah data bantuan sosial.",
        "Datang ke balai desa pada jam buka.",
        "Mo-Fr 08:30-14:00; PH off",
        papers=(PaperDraft("ktp"), PaperDraft("kk")),
    ),
    Kind(
        "Layanan kesehatan jiwa",
        "Klinik",
        "company",
        "",
        ("counselling", "health"),
        ("PPKS-09", "PPKS-19"),
        ("therapy",),
        "Psikolog dan dokter jiwa. Bisa memakai BPJS dengan rujukan Puskesmas.",
        "Buat janji lewat WhatsApp.",
        "Mo-Fr 16:00-21:00; Sa 08:00-12:00; PH off",
        "paid",
        papers=(PaperDraft("bpjs", needed=False), PaperDraft("referral", needed=False)),
    ),
    Kind(
        "Teman bicara malam",
        "Komunitas",
        "community",
        "PSKS-10",
        ("counselling", "company"),
        ("PPKS-25",),
        (),
        "Relawan terlatih mendengarkan lewat pesan pada malam hari.",
        "Kirim pesan WhatsApp.",
        "Mo-Su 19:00-01:00",
        papers=(),
    ),
    Kind(
        "Posko bencana",
        "Tagana",
        "community",
        "PSKS-03",
        ("disaster", "food", "shelter"),
        ("PPKS-21", "PPKS-22"),
        ("living",),
        "Evakuasi, tempat mengungsi, makanan, dan dukungan psikososial saat bencana.",
        "Telepon kapan saja.",
        "24/7",
        papers=(),
    ),
)


@dataclass(frozen=True)
class Drawn:
    """`age`: days since somebody was last sure, None: nobody ever was; `room`: (unit, available, maximum)."""

    organization: OrganizationDraft
    service: ServiceDraft
    age: int | None
    room: tuple[str, int, int] | None


def draw(seed: int, area: str, count: int) -> Iterator[Drawn]:
    """Services of one kabupaten or kota (`area` PP.KK), the same for the same seed."""
    rng = Chance(f"{seed} layanan {area}")
    around = villages(area)
    for number in range(count):
        yield _one(KINDS[number % len(KINDS)], rng.pick(around), area, rng)


def _one(kind: Kind, village: Village, area: str, rng: Chance) -> Drawn:
    name = f"{kind.body} {rng.pick(_FIRST)} {rng.pick(_SECOND)} {village.name}"
    organization = OrganizationDraft(
        name=name[:160],
        description=f"Lembaga karangan di {village.regency} untuk dunia contoh.",
        legal_status=kind.legal,
        psks=kind.psks,
        areas=[area],
    )
    service = ServiceDraft(
        name=kind.name,
        description=kind.words,
        categories=list(kind.categories),
        helps=list(kind.helps),
        atensi=list(kind.atensi),
        ways=["call", "whatsapp"] if kind.hidden else ["come", "call"],
        application_process=kind.begin,
        cost=kind.cost,
        amount=75_000 if kind.cost == "paid" else None,
        fees_description="per pertemuan" if kind.cost == "paid" else "",
        languages=["ind"],
        areas=_served(area, village, rng),
        places=[_place(kind, village, rng)],
        hours=_hours(kind),
        rules=list(kind.rules),
        papers=list(kind.papers),
        contacts=_contacts(rng),
    )
    return Drawn(organization, service, _age(rng), _room(kind, rng))


def _served(area: str, village: Village, rng: Chance) -> list[str]:
    """Most serve their kabupaten, some their kecamatan, some the province, some do not say."""
    return rng.pick(([area], [area], [area], [village.code[:8]], [area[:2]], []))


def _place(kind: Kind, village: Village, rng: Chance) -> PlaceDraft:
    return PlaceDraft(
        region_code=village.code,
        address=f"{rng.pick(_STREETS)} No. {rng.between(1, 120)} RT {rng.between(1, 9):03} RW {rng.between(1, 12):03}",
        postal_code=village.postal,
        directions=rng.pick(("", "Di belakang kantor desa", "Seberang pasar", "Dekat Puskesmas, naik angkot kuning")),
        accessibility=rng.pick(([], ["ramp"], ["ramp", "private"], ["nursing"])),
        public=not kind.hidden,
    )


def _hours(kind: Kind) -> list[HoursDraft]:
    found = [HoursDraft(kind.hours)]
    return [*found, HoursDraft(_RAMADAN, season="ramadan")] if kind.hours == _OFFICE else found


def _contacts(rng: Chance) -> list[ContactDraft]:
    """Numbers of a block that no operator gives out."""
    number = f"+6281100{rng.between(0, 99_999):05}"
    found = [
        ContactDraft(
            "whatsapp" if rng.random() < 0.5 else "phone", number, name="Meja layanan", receives_referrals=True
        )
    ]
    if rng.random() < 0.4:
        found.append(ContactDraft("email", f"layanan{rng.between(1, 9999)}@contoh.example", receives_referrals=True))
    return found


def _age(rng: Chance) -> int | None:
    """Two of three were looked at within half a year."""
    lot = rng.random()
    if lot < 0.66:
        return rng.between(0, 170)
    return rng.between(200, 800) if lot < 0.95 else None


def _room(kind: Kind, rng: Chance) -> tuple[str, int, int] | None:
    if not kind.room:
        return None
    unit, most = kind.room
    return unit, rng.between(0, most), most
