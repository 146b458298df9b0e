"""What is counted in some stories: weekly values before the plan and while it is carried out. Invented, believable."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tally:
    """`before` are five weeks before the plan; `later` as many as the case has lasted; `begins` in weeks."""

    name: str
    unit: str
    direction: str
    counted_by: str
    before: tuple[float, ...]
    later: tuple[float, ...]
    phase: str
    most: int | None = None
    goal: int = 0
    begins: int = 0


TALLIES: dict[str, tuple[Tally, ...]] = {
    "school": (
        Tally(
            "Hari tidak masuk sekolah",
            "hari per minggu",
            "lower",
            "school",
            (4, 5, 4, 5, 5),
            (4, 3, 2, 2, 1, 1, 0, 1, 0),
            "Kelompok belajar dan ongkos",
            6,
        ),
        Tally(
            "Jam di jalan pada malam hari",
            "jam per minggu",
            "lower",
            "family",
            (9, 8, 10, 9, 9),
            (9, 9, 8, 5, 4, 3, 3, 2, 2),
            "Ibu mulai berjualan di rumah",
            None,
            0,
            3,
        ),
    ),
    "teenager": (
        Tally(
            "Malam dengan tidur lebih dari enam jam",
            "malam per minggu",
            "higher",
            "client",
            (2, 1, 2, 2, 1),
            (2, 3, 3, 4, 4, 5, 5, 5, 6),
            "Konseling mingguan",
            7,
        ),
    ),
    "violence_home": (
        Tally(
            "Malam merasa takut",
            "malam per minggu",
            "lower",
            "client",
            (5, 6, 5, 7, 6),
            (5, 4, 4, 3, 2, 2, 1, 1, 1),
            "Rencana keselamatan dijalankan",
            7,
        ),
    ),
    "drugs": (
        Tally(
            "Hari tanpa zat",
            "hari per minggu",
            "higher",
            "client",
            (1, 0, 2, 1, 1),
            (2, 2, 3, 5, 4, 5, 6, 6, 6),
            "Kelompok dukungan",
            7,
        ),
    ),
    "mental_health": (
        Tally(
            "Hari minum obat teratur",
            "hari per minggu",
            "higher",
            "family",
            (2, 3, 2, 3, 2),
            (3, 4, 5, 5, 6, 6, 7, 7, 7),
            "Kader mendampingi",
            7,
        ),
    ),
    "older_person": (
        Tally(
            "Makan bersama orang lain",
            "kali per minggu",
            "higher",
            "family",
            (1, 2, 1, 1, 2),
            (2, 3, 2, 4, 4, 5, 4, 5, 5),
            "Kunjungan tetangga bergiliran",
        ),
    ),
    "debt": (
        Tally(
            "Penagih datang atau menelepon",
            "kali per minggu",
            "lower",
            "client",
            (6, 7, 6, 8, 7),
            (7, 6, 6, 5, 6, 5, 6, 6, 5),
            "Perjanjian cicilan",
        ),
    ),
    "livelihood": (
        Tally(
            "Hari makan tiga kali",
            "hari per minggu",
            "higher",
            "family",
            (2, 2, 3, 2, 3),
            (3, 4, 4, 5, 5, 6, 6, 6, 7),
            "Usaha bersama",
            7,
        ),
    ),
}

# (role or place, how hard, how long, how it is met): what a worker would code in these stories.
CODES: dict[str, tuple[dict, ...]] = {
    "school": (
        {"factor": "1", "role": "student", "trouble": "responsibility", "severity": 4, "duration": 3, "coping": 3},
        {"factor": "2", "system": "education", "problem": "school_cost", "severity": 4, "duration": 3},
    ),
    "teenager": (
        {"factor": "1", "role": "child", "trouble": "isolation", "severity": 4, "duration": 4, "coping": 4},
        {"factor": "2", "system": "affection", "problem": "strained", "severity": 3, "duration": 3},
    ),
    "violence_home": (
        {"factor": "1", "role": "spouse", "trouble": "victim", "severity": 5, "duration": 2, "coping": 3},
        {"factor": "2", "system": "services", "problem": "safety", "severity": 4, "duration": 2},
    ),
    "drugs": ({"factor": "1", "role": "child", "trouble": "dependency", "severity": 4, "duration": 2, "coping": 4},),
    "mental_health": (
        {"factor": "1", "role": "outpatient", "trouble": "dependency", "severity": 4, "duration": 2, "coping": 4},
        {"factor": "2", "system": "services", "problem": "mental_care", "severity": 4, "duration": 2},
    ),
    "older_person": (
        {"factor": "1", "role": "parent", "trouble": "isolation", "severity": 4, "duration": 2, "coping": 3},
        {"factor": "2", "system": "affection", "problem": "support", "severity": 4, "duration": 2},
    ),
    "debt": ({"factor": "2", "system": "economic", "problem": "income", "severity": 4, "duration": 3},),
    "livelihood": ({"factor": "2", "system": "economic", "problem": "work", "severity": 4, "duration": 3},),
}
FOUND: dict[str, dict] = {
    "mental_health": {
        "factor": "3",
        "finding": "Skizofrenia, obat harus teratur",
        "profession": "psychiatrist",
        "found_by": "dokter jiwa RSUD",
        "via": "document",
        "document": "surat kontrol",
    },
    "illness": {
        "factor": "4",
        "finding": "Tuberkulosis paru, pengobatan bulan kedua",
        "profession": "doctor",
        "found_by": "dokter puskesmas",
        "via": "document",
        "document": "kartu pengobatan",
    },
}
AROUND: dict[str, tuple[dict, ...]] = {
    "school": (
        {
            "kind": "school",
            "effect": "both",
            "helps": "Wali kelas mau menerima kembali.",
            "blocks": "Masih menagih uang seragam.",
        },
        {"kind": "family", "effect": "helps", "helps": "Paman bersedia mengantar."},
    ),
    "violence_home": (
        {"kind": "custom", "effect": "blocks", "blocks": "Keluarga besar meminta diselesaikan diam-diam."},
        {"kind": "faith", "effect": "helps", "helps": "Kelompok pengajian menyediakan tempat singgah."},
    ),
    "older_person": ({"kind": "custom", "effect": "helps", "helps": "Tetangga bergiliran mengantar makanan."},),
    "debt": ({"kind": "market", "effect": "blocks", "blocks": "Rentenir menagih setiap hari pasar."},),
}
SERVICE = {
    "violence_home": "protection",
    "flood": "protection",
    "livelihood": "empowerment",
    "debt": "empowerment",
    "papers": "development",
    "teenager": "prevention",
}
