"""What the clients of the demo world need from others, by the story of the case: kind, own words, receiver, contact,
what is asked. Every name and address is made up."""

NEEDS = {
    "livelihood": (
        "work",
        "{nama} ingin belajar mengemas makanan supaya bisa dititipkan di toko.",
        "Balai Latihan Kerja Contoh",
        "layanan@blk.example",
        "Pelatihan mengemas makanan untuk satu peserta, dua kali seminggu, siang hari.",
    ),
    "older_person": (
        "health",
        "Mata {nama} makin kabur dan takut jatuh lagi.",
        "Puskesmas Contoh",
        "rujukan@puskesmas.example",
        "Pemeriksaan mata dan kacamata untuk seorang lanjut usia.",
    ),
    "violence_home": (
        "legal",
        "{nama} ingin tahu apa yang bisa dilakukan supaya suaminya tidak mendekat.",
        "Lembaga Bantuan Hukum Contoh",
        "terima@lbh.example",
        "Nasihat hukum untuk satu orang. Hubungi hanya lewat kami.",
    ),
    "teenager": (
        "school",
        "{nama} ingin sekolah lagi, asal tidak di sekolah yang lama.",
        "Sanggar Kegiatan Belajar Contoh",
        "belajar@skb.example",
        "Kejar Paket B untuk satu anak, mulai semester depan.",
    ),
}
