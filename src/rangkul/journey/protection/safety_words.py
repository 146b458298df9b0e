"""What a safety plan asks, for staying and for leaving: our own words, said to the person, in the order of a talk."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Ask:
    """`name` is kept with each answer and never changes; `hint` helps to think, it is not an answer."""

    name: str
    label: Any
    hint: Any


STAY = (
    Ask(
        "signs",
        _("Tanda bahwa keadaan mulai berbahaya"),
        _("Apa yang biasanya terjadi lebih dulu: nada bicara, minuman, hari gajian?"),
    ),
    Ask(
        "room",
        _("Tempat paling aman di rumah"),
        _("Ruang yang punya jalan keluar. Jauhi dapur, kamar mandi, dan tempat benda tajam."),
    ),
    Ask("out", _("Jalan keluar"), _("Pintu atau jendela mana, lewat mana, membawa siapa? Pernahkah dicoba?")),
    Ask("call", _("Siapa yang dihubungi"), _("Dua atau tiga orang, dan 112, 110, atau SAPA 129. Hafalkan satu nomor.")),
    Ask(
        "word",
        _("Kata tanda untuk tetangga dan anak"),
        _("Kata biasa yang berarti: tolong, panggil bantuan. Siapa saja yang tahu?"),
    ),
    Ask(
        "children",
        _("Yang dilakukan anak-anak"),
        _("Ke mana mereka pergi, siapa yang menjemput? Tugas anak adalah selamat, bukan melerai."),
    ),
    Ask(
        "phone",
        _("Jejak di HP"),
        _("Siapa yang bisa membuka HP? Lokasi, kata sandi, dan akun yang dipakai bersama. HP cadangan di mana?"),
    ),
)
LEAVE = (
    Ask(
        "when",
        _("Kapan paling aman untuk pergi"),
        _("Saat-saat sekitar pergi sering paling berbahaya. Siapa yang tahu rencananya, siapa yang tidak boleh tahu?"),
    ),
    Ask("where", _("Ke mana"), _("Cukup sebutan yang Anda pahami. Jangan tulis alamatnya di sini.")),
    Ask(
        "bag",
        _("Tas yang sudah siap"),
        _("Pakaian, obat, kunci cadangan, barang kesayangan anak. Dititipkan pada siapa?"),
    ),
    Ask(
        "papers",
        _("Surat-surat"),
        _("KTP, KK, akta lahir, buku nikah, BPJS, rapor, bukti kekerasan. Asli atau fotokopi, di mana?"),
    ),
    Ask(
        "money",
        _("Uang"),
        _("Berapa yang cukup untuk seminggu, disimpan di mana? Rekening siapa yang bisa dilihat orang lain?"),
    ),
    Ask("carry", _("Siapa yang mengantar"), _("Kendaraan, orang, dan cara memberi tahu bahwa Anda sudah berangkat.")),
    Ask(
        "phone",
        _("Jejak di HP"),
        _(
            "Matikan lokasi, ganti kata sandi dari HP lain, keluar dari akun bersama. Jangan lakukan "
            "terlalu awal bila HP diperiksa."
        ),
    ),
    Ask(
        "after",
        _("Sesudah pergi"),
        _("Sekolah anak, tempat kerja, dan tetangga baru: siapa yang perlu tahu, apa yang tidak boleh dikatakan?"),
    ),
)
MEDIA = (
    Ask("speaks", _("Siapa yang bicara"), _("Satu orang dewasa. Anak tidak diwawancarai dan tidak menjawab sendiri.")),
    Ask(
        "never",
        _("Yang tidak pernah disebut"),
        _("Nama, wajah, sekolah, alamat, dan tagar yang menuju ke anak mana pun."),
    ),
    Ask(
        "accounts",
        _("Akun anak"),
        _("Dikunci atau dititipkan? Siapa yang membaca pesan masuk supaya anak tidak perlu?"),
    ),
    Ask(
        "school",
        _("Di sekolah"),
        _("Siapa yang menjaga, ke mana anak pergi bila diganggu, apa yang dikatakan kepada kelas?"),
    ),
    Ask("friends", _("Keluarga dan teman"), _("Yang boleh dibagikan dan yang tidak. Siapa yang mengingatkan mereka?")),
    Ask("viral", _("Bila mendadak ramai"), _("Siapa yang dihubungi lebih dulu, siapa yang menemani anak malam itu?")),
)
ASKS = {"stay": STAY, "leave": LEAVE, "media": MEDIA}
