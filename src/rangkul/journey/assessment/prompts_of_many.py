"""What a worker may ask a group or a community: the same domains and topics, of what they share and not of one body."""

from django.utils.translation import gettext_lazy as _

from rangkul.journey.assessment.guides import Guide, Topic
from rangkul.journey.assessment.states import Domain

GUIDES_OF_MANY: dict[str, Guide] = {
    Domain.BIO: Guide(
        _("Tanyakan keadaan bersama, bukan badan satu orang. Angka puskesmas atau posyandu dicatat dengan sumbernya."),
        (
            Topic("health", _("Kesehatan"), _("Penyakit apa yang sering di sini? Siapa yang paling terdampak?")),
            Topic(
                "disability", _("Disabilitas"), _("Siapa yang sulit ikut karena jalan, tangga, atau cara kita bicara?")
            ),
            Topic("medicine", _("Pengobatan"), _("Seberapa jauh puskesmas dan posyandu? Siapa yang tidak sampai?")),
            Topic("nutrition", _("Makan"), _("Adakah bulan tanpa cukup makan? Dari mana air minumnya?")),
            Topic(
                "substance", _("Rokok, alkohol, zat"), _("Adakah rokok, minuman, atau obat yang menyulitkan bersama?")
            ),
        ),
        _("Apa yang sudah mereka lakukan sendiri untuk kesehatan bersama?"),
    ),
    Domain.PSYCHO: Guide(
        _("Dengarkan beberapa suara: yang biasa bicara, dan yang jarang diajak."),
        (
            Topic("mood", _("Perasaan"), _("Perasaan apa yang muncul bila hal ini dibicarakan bersama?")),
            Topic(
                "trauma", _("Pengalaman berat"), _("Kejadian apa yang masih membekas: bencana, konflik, penggusuran?")
            ),
            Topic("coping", _("Cara bertahan"), _("Saat keadaan berat, apa yang biasanya dilakukan bersama?")),
            Topic(
                "hopes", _("Harapan"), _("Kalau keadaan sedikit lebih baik, apa yang pertama kali terlihat di sini?")
            ),
        ),
        _("Apa yang membuat mereka bertahan sejauh ini? Siapa yang menggerakkan?"),
    ),
    Domain.SOCIAL: Guide(
        _("Lihat siapa memutuskan, siapa menopang, dan siapa yang tidak pernah diundang."),
        (
            Topic("roles", _("Peran"), _("Siapa mengurus apa? Siapa yang suaranya jarang terdengar?")),
            Topic("income", _("Penghidupan"), _("Dari mana kebanyakan orang hidup? Bulan apa yang paling sulit?")),
            Topic(
                "housing", _("Tempat tinggal"), _("Aman dan layakkah rumah dan jalan di sini? Milik siapa tanahnya?")
            ),
            Topic("network", _("Teman dan tetangga"), _("Kelompok apa yang sudah ada, dan siapa di luar semuanya?")),
            Topic("law", _("Hukum dan surat-surat"), _("Surat, izin, atau sengketa apa yang belum selesai?")),
            Topic("culture", _("Adat dan bahasa"), _("Kebiasaan atau aturan apa yang perlu kami hormati?")),
            Topic(
                "environment",
                _("Lingkungan"),
                _("Adakah banjir, pencemaran, atau penggusuran yang memengaruhi hidup sehari-hari?"),
            ),
            Topic("digital", _("Kehidupan digital"), _("Lewat apa kabar sampai ke semua? Siapa yang tidak kebagian?")),
        ),
        _("Apa yang pernah berhasil dikerjakan bersama? Siapa yang menolong waktu itu?"),
    ),
    Domain.SPIRITUAL: Guide(
        _("Boleh dilewati. Pakai kata-kata mereka sendiri, dan jangan menanyakan agamanya."),
        (
            Topic("meaning", _("Makna"), _("Apa yang membuat kebersamaan ini berarti bagi mereka?")),
            Topic("practice", _("Yang menenangkan"), _("Kebiasaan bersama apa yang memberi ketenangan?")),
            Topic(
                "harm", _("Keyakinan yang menekan"), _("Adakah keyakinan atau cap yang menekan sebagian dari mereka?")
            ),
        ),
        _("Dari mana mereka mendapat kekuatan ketika yang lain terasa habis?"),
    ),
}
