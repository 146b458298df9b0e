"""What the conferences of the demo world talk over, by the story of the case. Guests read it, so it names nobody."""

# kind of owner, what, why, days from today until when
HELD = {
    "livelihood": {
        "place": "Balai kelurahan, ruang samping",
        "question": "Bagaimana utang harian ibu ini bisa pindah ke koperasi tanpa menghentikan usahanya?",
        "brief": "Seorang ibu dengan usaha makanan kecil dan utang harian berbunga. Anak-anaknya bersekolah. Ia ingin"
        " usahanya berjalan tanpa rentenir, dan tidak ingin tetangganya tahu jumlah utangnya.",
        "agenda": "Keadaan sekarang menurut ibu ini sendiri\nPilihan untuk utangnya\nSiapa mengerjakan apa",
        "guest": {"name": "Bu Endang Lestiani", "profession": "Pengurus koperasi kelurahan", "ground": "consent"},
        "decisions": [
            ("staff", "Mendampingi pertemuan pertama dengan koperasi", "Ibu ini minta ditemani sekali.", 3),
            ("client", "Membawa catatan uang dua minggu terakhir", "Koperasi perlu melihat uang masuk.", 2),
            ("guest", "Menyiapkan syarat pengalihan utang secara tertulis", "Supaya bunganya jelas sejak awal.", 5),
        ],
        "minutes": "Ibu ini menceritakan sendiri bagaimana bunga harian menghabiskan modalnya. Koperasi menjelaskan"
        " cicilan mingguan tanpa denda. Disepakati mencoba cicilan kecil lebih dulu; jumlah utang tidak disebut di"
        " luar pertemuan ini.",
        "dissent": "Menurut saya cicilan sebaiknya mulai sebulan lagi, sesudah modalnya cukup untuk dua minggu.",
    },
    "older_person": {
        "place": "Rumah Pak RT",
        "question": "Apa yang membuat beliau aman tinggal di rumahnya sendiri?",
        "brief": "Seorang lanjut usia yang tinggal sendiri dan beberapa kali jatuh. Ia ingin tetap di rumahnya, dekat"
        " kebun dan makam keluarganya.",
        "agenda": "Keinginannya sendiri\nMalam hari: siapa yang tahu bila jatuh?\nObat dan makan",
        "guest": {"name": "Bidan Wulan", "profession": "Bidan desa, puskesmas pembantu", "ground": "consent"},
        "decisions": [
            ("staff", "Memasang lampu dan pegangan di kamar mandi bersama warga", "Jatuhnya selalu di sana.", 4),
            ("client", "Membunyikan kentongan bila perlu ditolong", "Beliau memilih ini sendiri.", 1),
            ("guest", "Mengukur tekanan darah di rumah tiap dua minggu", "Puskesmas terlalu jauh.", 6),
        ],
        "minutes": "Beliau ikut hadir dan bicara lebih dulu. Warga takut terjadi sesuatu pada malam hari; beliau tidak"
        " mau pindah. Disepakati kentongan, lampu, dan kunjungan bidan, lalu dilihat lagi sebulan kemudian.",
        "dissent": "Menurut saya satu malam seminggu perlu ada yang menginap sampai obatnya teratur.",
    },
}
COMING = {
    "livelihood": {
        "place": "Lewat telepon video",
        "question": "Apakah kelompok usaha ini siap mengajukan KUBE bulan ini?",
        "brief": "Empat ibu dengan usaha makanan kecil, sudah sepakat jenis usaha dan aturan kas. Yang belum ada:"
        " tempat menjual yang tetap.",
        "agenda": "Kesiapan kelompok\nTempat berjualan\nBerkas yang kurang",
        "guest": {"name": "Pak Joko Santoso", "profession": "Pendamping KUBE, dinas sosial", "ground": "consent"},
    },
    "older_person": {
        "place": "Balai RW",
        "question": "Siapa yang menengok beliau bila jadwal warga berubah sesudah panen?",
        "brief": "Seorang lanjut usia yang tinggal sendiri. Sembilan keluarga menengok bergantian; sesudah panen"
        " beberapa di antaranya bekerja di kota.",
        "agenda": "Jadwal yang tersisa\nAnak di perantauan\nLampu dan pegangan: sudah?",
        "guest": {"name": "Bu Hartini", "profession": "Kader posyandu lansia", "ground": "consent"},
    },
}
