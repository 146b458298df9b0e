"""What each code means, in our own words, so that two workers mean the same by it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rangkul.journey.assessment.pie.codes import Coping, Duration, Problem, Role, Severity, System, Trouble

ROLES: dict[str, str | Promise] = {
    Role.PARENT: _("Mengasuh dan menghidupi anak kandung, tiri, atau angkat, serumah atau tidak."),
    Role.SPOUSE: _("Suami, istri, atau mantan yang masih berurusan sebagai pasangan."),
    Role.CHILD: _("Anak terhadap orang tuanya, berapa pun umurnya, juga yang kini merawat mereka."),
    Role.SIBLING: _("Kakak atau adik, termasuk yang mengambil alih tugas orang tua."),
    Role.OTHER_FAMILY: _("Nenek, kakek, paman, bibi, keponakan, mertua, ipar, dan kerabat lain."),
    Role.LIKE_FAMILY: _("Bukan kerabat, tetapi menjalankan bagian keluarga: wali, orang tua asuh, pengasuh."),
    Role.LOVER: _("Hubungan cinta tanpa perkawinan."),
    Role.FRIEND: _("Hubungan yang dipilih sendiri dan saling memberi."),
    Role.NEIGHBOUR: _("Hidup berdampingan di kampung, kos, rusun, atau pengungsian."),
    Role.MEMBER: _("Bagian dari kelompok: pengajian, gereja, arisan, tim, komunitas daring."),
    Role.OTHER_PERSON: _("Hubungan dengan orang lain yang tidak ada di daftar; sebutkan."),
    Role.PAID: _("Bekerja untuk upah atau hasil usaha sendiri, resmi maupun tidak."),
    Role.HOME: _("Mengurus rumah dan orang di dalamnya tanpa upah."),
    Role.VOLUNTEER: _("Memberi tenaga tanpa upah di luar rumah."),
    Role.STUDENT: _("Belajar di sekolah, pesantren, kampus, kursus, atau pelatihan."),
    Role.OTHER_WORK: _("Pekerjaan atau tugas lain yang tidak ada di daftar; sebutkan."),
    Role.CONSUMER: _("Berurusan dengan layanan atau bantuan sebagai penerimanya."),
    Role.INPATIENT: _("Tinggal di rumah sakit, panti, atau balai sebagai yang dirawat."),
    Role.OUTPATIENT: _("Berobat atau menjalani terapi sambil tinggal di rumah."),
    Role.PROBATIONER: _("Menjalani pembimbingan, pembebasan bersyarat, atau diversi."),
    Role.PRISONER: _("Ditahan atau menjalani pidana."),
    Role.MIGRANT: _("Hidup atau bekerja jauh dari asal dengan surat yang sah."),
    Role.UNDOCUMENTED: _("Hidup atau bekerja di tempat lain tanpa surat yang diminta di sana."),
    Role.REFUGEE: _("Meninggalkan rumah karena bencana, konflik, atau ancaman."),
    Role.OTHER_SITUATION: _("Keadaan lain yang memberi tuntutan sendiri; sebutkan."),
}
TROUBLES: dict[str, str | Promise] = {
    Trouble.POWER: _("Kuasa dipakai berlebihan, direbut, atau tidak dimiliki untuk mengatur hidup sendiri."),
    Trouble.AMBIVALENCE: _("Ingin dan tidak ingin sekaligus; keputusan tertahan atau berbalik-balik."),
    Trouble.RESPONSIBILITY: _("Tugas dalam peran ini terlalu berat, dilalaikan, atau dipikul sendirian."),
    Trouble.DEPENDENCY: _("Bergantung lebih daripada yang diinginkan, atau digantungi orang lain."),
    Trouble.LOSS: _("Seseorang, sesuatu, atau harapan yang penting hilang; dukanya masih berjalan."),
    Trouble.ISOLATION: _("Menjauh, dijauhkan, atau tidak punya orang untuk peran ini."),
    Trouble.VICTIM: _("Disakiti, diancam, diperas, atau ditipu dalam peran ini."),
    Trouble.MIXED: _("Beberapa jenis sama beratnya sehingga tidak bisa dipisahkan."),
    Trouble.OTHER: _("Kesulitan yang tidak ada di daftar; sebutkan."),
}
SYSTEMS: dict[str, str | Promise] = {
    System.ECONOMIC: _("Apakah di tempat ini ada makanan, rumah, kerja, penghasilan, dan angkutan yang bisa diraih?"),
    System.EDUCATION: _("Apakah ada tempat belajar yang menerima, mendukung, dan aman?"),
    System.LEGAL: _("Apakah hukum, surat, dan penegaknya melindungi atau justru menghalangi?"),
    System.SERVICES: _("Apakah kesehatan, keamanan, dan layanan sosial ada dan mau menerima?"),
    System.ASSOCIATION: _("Apakah ada kelompok warga, adat, atau keagamaan yang bisa diikuti?"),
    System.AFFECTION: _("Apakah ada orang yang memberi kasih sayang dan pertolongan?"),
}
PROBLEMS: dict[str, str | Promise] = {
    Problem.FOOD: _("Makanan yang cukup dan layak tidak ada atau tidak terbeli."),
    Problem.SHELTER: _("Tidak ada rumah, atau rumahnya tidak layak, tidak aman, atau terancam hilang."),
    Problem.WORK: _("Pekerjaan tidak ada, tidak layak, atau tidak mau menerima."),
    Problem.INCOME: _("Penghasilan atau bantuan tidak cukup, terputus, atau belum sampai."),
    Problem.TRANSPORT: _("Tidak ada angkutan yang terjangkau ke tempat yang perlu didatangi."),
    Problem.ADMISSION: _("Sekolah terlalu jauh, penuh, atau menolak."),
    Problem.SCHOOLING: _("Cara mengajar atau aturan sekolah tidak sesuai dengan kebutuhan anak."),
    Problem.SCHOOL_COST: _("Biaya, seragam, buku, atau gawai menghalangi belajar."),
    Problem.SCHOOL_SAFETY: _("Diganggu, diancam, atau disakiti di tempat belajar atau di jalan ke sana."),
    Problem.COURT: _("Proses perkara lambat, tidak dimengerti, atau tidak adil."),
    Problem.POLICE: _("Laporan tidak ditanggapi, atau perlakuan penegak hukum merugikan."),
    Problem.PAPERS: _("Tidak punya akta, KTP, KK, atau surat lain yang diminta."),
    Problem.LEGAL_AID: _("Tidak ada penasihat hukum yang bisa dijangkau."),
    Problem.HEALTH_CARE: _("Layanan kesehatan tidak ada, terlalu jauh, terlalu mahal, atau menolak."),
    Problem.MENTAL_CARE: _("Layanan kesehatan jiwa tidak ada, terlalu jauh, atau belum menerima."),
    Problem.SAFETY: _("Kejahatan, kekerasan, polusi, atau bencana mengancam tempat tinggalnya."),
    Problem.SOCIAL_SERVICE: _("Layanan sosial tidak ada, kuotanya habis, atau syaratnya tidak bisa dipenuhi."),
    Problem.FAITH_GROUP: _("Tidak ada kelompok yang sesuai keyakinannya, atau ia tidak diterima di sana."),
    Problem.LOCAL_GROUP: _("Tidak ada kelompok warga atau adat yang bisa diikuti, atau ia tidak diterima."),
    Problem.SUPPORT: _("Tidak ada orang yang bisa dimintai tolong."),
    Problem.TOO_MUCH: _("Orang terdekat menolong dengan cara yang mengekang."),
    Problem.STRAINED: _("Orang terdekat ada, tetapi hubungannya sedang rusak."),
    Problem.DISCRIMINATION: _("Diperlakukan lebih rendah daripada orang lain; sebutkan atas dasar apa."),
    Problem.OTHER: _("Masalah yang tidak ada di daftar; sebutkan."),
}
SEVERITIES: dict[int, str | Promise] = {
    Severity.NONE: _("Diperhatikan bersama, saat ini tidak menjadi masalah."),
    Severity.LOW: _("Terasa mengganggu, hidup sehari-hari tetap berjalan."),
    Severity.MODERATE: _("Ada bagian hidup sehari-hari yang terganggu; perlu ditolong."),
    Severity.HIGH: _("Hidup sehari-hari jelas terganggu dan ada yang terluka; perlu segera ditolong."),
    Severity.VERY_HIGH: _("Keadaan terus memburuk atau berubah cepat; perlu ditolong sekarang."),
    Severity.CATASTROPHIC: _("Hidup berubah tiba-tiba dan tidak terkendali; pertolongan tidak bisa menunggu."),
}
DURATIONS: dict[int, str | Promise] = {
    Duration.OVER_FIVE_YEARS: _("Sudah menjadi bagian hidup; tanyakan apa yang membuatnya bertahan."),
    Duration.ONE_TO_FIVE_YEARS: _("Sudah lama; tanyakan apa yang sudah pernah dicoba."),
    Duration.SIX_TO_TWELVE_MONTHS: _("Setengah tahun sampai setahun."),
    Duration.ONE_TO_SIX_MONTHS: _("Beberapa bulan."),
    Duration.TWO_TO_FOUR_WEEKS: _("Beberapa minggu; tanyakan apa yang terjadi saat itu."),
    Duration.UP_TO_TWO_WEEKS: _("Baru saja; tanyakan apa yang terjadi."),
}
COPINGS: dict[int, str | Promise] = {
    Coping.OUTSTANDING: _("Selalu menemukan jalan, juga untuk hal baru, dan menolong orang lain."),
    Coping.ABOVE_AVERAGE: _("Biasanya menemukan jalan sendiri dan tahu kapan meminta tolong."),
    Coping.ADEQUATE: _("Menemukan jalan bila ada yang menemani."),
    Coping.SOMEWHAT_INADEQUATE: _("Kadang menemukan jalan, sering terhenti di tengah."),
    Coping.INADEQUATE: _("Jarang bisa melangkah, juga bila ditemani."),
    Coping.NONE: _("Saat ini belum tampak langkah apa pun; perlu ditemani dulu."),
}
LOCAL = _("Kode dan arti di sini buatan sendiri, mengikuti susunan person-in-environment. Angka tidak dijumlahkan.")
