"""Rules on technology that an agency may begin with. It is the agency's own text once it is published: each changes
what does not fit. Indonesian only, because it is signed by people who work in Indonesian."""

from rangkul.commons.trust.states import PracticePart

START = {
    PracticePart.BOUNDARIES: (
        "Saya menghubungi klien pada jam kerja atau jam jaga, lewat jalur lembaga. Nomor, alamat, dan akun pribadi"
        " saya tidak saya berikan, dan saya tidak mencari tahu hidup klien di internet tanpa alasan kerja yang saya"
        " catat.\n"
        "Bila klien tahu nomor pribadi saya dan menulis ke sana, saya menjawab satu kali dari nomor lembaga,"
        " mengarahkan ke jalur lembaga, dan memberi tahu supervisor hari itu juga. Itu penyimpangan yang dicatat,"
        " bukan kebiasaan.\n"
        "Kami tidak saling memberi hadiah, uang, pulsa, atau tautan jualan lewat pesan."
    ),
    PracticePart.FRIENDS: (
        "Saya tidak mengirim dan tidak menerima permintaan berteman, mengikuti, atau bergabung ke grup dari klien,"
        " mantan klien, dan keluarganya di akun pribadi saya. Saya menolaknya dengan ramah pada pertemuan"
        " berikutnya dan menjelaskan alasannya: supaya cerita mereka tetap aman.\n"
        "Saya tidak menulis, memotret, atau menyebut klien di media sosial, juga tanpa nama, juga bila ceritanya"
        " baik.\n"
        "Lembaga tidak memantau media sosial klien. Yang dibawa klien sendiri masuk berkas dengan persetujuannya."
    ),
    PracticePart.CHANNELS: (
        "Jalur yang boleh: bertemu langsung, telepon dan pesan dari nomor lembaga, surel lembaga, ruang konseling"
        " dan tiket Rangkul. Jalur lain hanya setelah supervisor setuju.\n"
        "Sebelum menghubungi, saya membaca jalur dan jam aman klien. Pesan dan pemberitahuan tidak memuat isi"
        " masalah, nama lembaga yang membuka rahasia, atau kata yang membahayakan bila dibaca orang lain.\n"
        "Pada awal tiap percakapan lewat layar saya menanyakan: Anda di mana, siapa yang bisa menemani, amankah"
        " bicara."
    ),
    PracticePart.RECORDS: (
        "Catatan ditulis di Rangkul, paling lambat hari kerja berikutnya. Tidak ada catatan, foto, rekaman, atau"
        " daftar klien yang tinggal di HP pribadi, buku pribadi, atau penyimpanan awan pribadi.\n"
        "Saya memotret atau merekam hanya bila perlu, dengan persetujuan klien saat itu, lalu memindahkannya dan"
        " menghapusnya dari alat. Percakapan lewat layar tidak direkam.\n"
        "Alat kerja terkunci, diperbarui, dan tidak dipinjamkan. Bila hilang atau terbuka orang lain, saya melapor"
        " saat itu juga sebagai insiden data."
    ),
    PracticePart.AI: (
        "Saya tidak memasukkan nama, cerita, foto, suara, atau berkas klien ke layanan kecerdasan buatan,"
        " penerjemah, atau pencatat rapat yang belum disetujui lembaga secara tertulis.\n"
        "Yang ditulis mesin saya baca dan saya tanggung sendiri. Mesin tidak menilai risiko, tidak memutuskan,"
        " tidak menutup permintaan, dan tidak berbicara dengan orang dalam krisis.\n"
        "Bila alat semacam itu dipakai, klien diberi tahu dan boleh menolak tanpa kehilangan layanan."
    ),
    PracticePart.EMERGENCIES: (
        "Bila ada tanda bahaya bagi nyawa: saya tetap bersama orangnya, menanyakan langsung, menghubungkan ke"
        " nomor yang menjawab sekarang atau layanan terdekat, dan memberi tahu supervisor saat itu juga.\n"
        "Tempat klien dan orang yang bisa mendatanginya saya tanyakan sebelum dibutuhkan. Orang lain saya hubungi"
        " dengan persetujuan klien; tanpa persetujuan hanya bila nyawa terancam, dan itu saya catat dengan"
        " alasannya.\n"
        "Bila sambungan putus di tengah krisis, saya memakai jalur cadangan yang sudah disepakati. Tidak ada"
        " percakapan berisiko tinggi yang berakhir tanpa kontak berikutnya paling lama 24 jam lagi."
    ),
}
