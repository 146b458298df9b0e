"""What a worker may ask in each domain of a bio-psycho-social-spiritual assessment: prompts, never a questionnaire.

Each topic has a code that a fact may carry. The spiritual prompts follow the client's own words and never ask for a
religion (A20). Domains and topics: reference C, BPSS.
"""

from django.utils.translation import gettext_lazy as _

from rangkul.journey.assessment.guides import Guide, Topic, Words
from rangkul.journey.assessment.prompts_of_many import GUIDES_OF_MANY
from rangkul.journey.assessment.states import Domain
from rangkul.journey.cases.states import NAMED_KINDS, ServiceFunction

GUIDES: dict[str, Guide] = {
    Domain.BIO: Guide(
        _("Mulai dari yang terasa di tubuh sekarang, baru riwayatnya. Tanyakan, jangan menebak."),
        (
            Topic("health", _("Kesehatan"), _("Bagaimana badan Anda belakangan ini? Ada yang sedang dirasakan?")),
            Topic(
                "disability",
                _("Disabilitas"),
                _("Adakah yang membuat Anda sulit melihat, mendengar, bergerak, mengingat, atau berbicara?"),
            ),
            Topic(
                "medicine", _("Pengobatan"), _("Sedang berobat atau minum obat? Apa yang membuatnya sulit diteruskan?")
            ),
            Topic("sleep", _("Tidur"), _("Bagaimana tidurnya? Terbangun karena apa?")),
            Topic("nutrition", _("Makan"), _("Kemarin makan apa saja? Adakah hari tanpa makan dalam sebulan ini?")),
            Topic(
                "substance",
                _("Rokok, alkohol, zat"),
                _("Sebagian orang memakai rokok, minuman, atau obat untuk bertahan. Bagaimana dengan Anda?"),
            ),
            Topic(
                "daily_living",
                _("Kegiatan sehari-hari"),
                _("Apa yang bisa dilakukan sendiri, dan apa yang perlu dibantu: mandi, makan, bepergian?"),
            ),
        ),
        _("Apa yang masih kuat dan sehat? Apa yang membuat badan terasa lebih ringan?"),
    ),
    Domain.PSYCHO: Guide(
        _("Beri waktu. Ulangi kata-kata klien sendiri sebelum memberi nama pada perasaannya."),
        (
            Topic("mood", _("Perasaan"), _("Perasaan apa yang paling sering datang dalam dua minggu ini?")),
            Topic(
                "thinking", _("Pikiran dan ingatan"), _("Apa yang sering terpikir? Masih mudah memusatkan perhatian?")
            ),
            Topic(
                "trauma",
                _("Pengalaman berat"),
                _("Adakah kejadian yang masih terbawa sampai sekarang? Ceritakan sejauh yang Anda mau."),
            ),
            Topic("coping", _("Cara bertahan"), _("Saat terasa paling berat, apa yang biasanya Anda lakukan?")),
            Topic(
                "self_harm",
                _("Pikiran mengakhiri hidup"),
                _("Pernahkah terlintas lebih baik tidak ada? (Tanyakan terus terang; bertanya tidak menambah niat.)"),
            ),
            Topic("hopes", _("Harapan"), _("Kalau keadaan sedikit lebih baik, apa yang pertama kali akan berbeda?")),
        ),
        _("Apa yang membuat Anda bertahan sejauh ini? Siapa yang paling tahu kekuatan Anda?"),
    ),
    Domain.SOCIAL: Guide(
        _("Lihat orang di dalam lingkungannya: siapa menopang, siapa menekan, siapa belum tahu."),
        (
            Topic(
                "family",
                _("Keluarga"),
                _("Siapa saja yang tinggal serumah? Siapa yang paling dekat, siapa yang menjauh?"),
            ),
            Topic(
                "roles", _("Peran"), _("Tugas apa yang Anda pegang di rumah dan di lingkungan? Mana yang terasa berat?")
            ),
            Topic("work", _("Kerja atau sekolah"), _("Bagaimana pekerjaan atau sekolah sekarang?")),
            Topic("income", _("Penghidupan"), _("Dari mana penghasilan sebulan ini? Adakah utang yang mendesak?")),
            Topic(
                "housing",
                _("Tempat tinggal"),
                _("Aman dan layakkah tempat tinggal sekarang? Sampai kapan bisa di sana?"),
            ),
            Topic("network", _("Teman dan tetangga"), _("Kepada siapa Anda bisa minta tolong malam ini?")),
            Topic("law", _("Hukum dan surat-surat"), _("Adakah perkara hukum? Surat apa yang belum dimiliki?")),
            Topic("culture", _("Adat dan bahasa"), _("Kebiasaan atau aturan apa yang perlu kami hormati?")),
            Topic(
                "environment",
                _("Lingkungan"),
                _("Adakah banjir, pencemaran, atau penggusuran yang memengaruhi hidup sehari-hari?"),
            ),
            Topic("digital", _("Kehidupan digital"), _("Bagaimana ponsel dan media sosial membantu atau menyulitkan?")),
        ),
        _("Siapa dan apa di sekitar Anda yang selama ini menolong? Apa yang sudah berhasil dijalankan bersama?"),
    ),
    Domain.SPIRITUAL: Guide(
        _("Boleh dilewati. Pakai kata-kata klien sendiri, dan jangan menanyakan agamanya."),
        (
            Topic("meaning", _("Makna"), _("Apa yang membuat hidup berarti bagi Anda?")),
            Topic("practice", _("Yang menenangkan"), _("Adakah kebiasaan yang memberi ketenangan?")),
            Topic("community", _("Kebersamaan"), _("Adakah kelompok tempat Anda merasa diterima?")),
            Topic(
                "harm",
                _("Keyakinan yang menekan"),
                _("Adakah keyakinan, dari dalam atau dari orang lain, yang terasa menekan?"),
            ),
        ),
        _("Dari mana Anda mendapat kekuatan ketika yang lain terasa habis?"),
    ),
}

TOPICS: dict[str, Topic] = {topic.code: topic for guide in GUIDES.values() for topic in guide.topics}


def topic_choices(domain: str) -> list[tuple[str, Words]]:
    return [(topic.code, topic.name) for topic in GUIDES[domain].topics]


def guide_of(domain: str, client_kind: str = "") -> Guide:
    """Of a group or a community one asks what they share, not how somebody sleeps."""
    return (GUIDES_OF_MANY if client_kind in NAMED_KINDS else GUIDES)[domain]


def unexplored(guide: Guide, touched: set[str]) -> list[Topic]:
    """Topics of a domain that no fact speaks of yet."""
    return [topic for topic in guide.topics if topic.code not in touched]


# What each of the five services of UU 14/2019 is for, in our words.
SERVICES: dict[str, Words] = {
    ServiceFunction.PREVENTION: _("Supaya masalah tidak timbul, tidak meluas, dan tidak kembali."),
    ServiceFunction.PROTECTION: _("Supaya orang yang terguncang atau rentan aman dan tetap bisa hidup."),
    ServiceFunction.REHABILITATION: _("Supaya kemampuan menjalankan hidup pulih dan berkembang lagi."),
    ServiceFunction.EMPOWERMENT: _("Supaya orang dan kelompok berdaya memenuhi kebutuhannya sendiri."),
    ServiceFunction.DEVELOPMENT: _("Supaya kemampuan yang sudah ada terpelihara dan bertambah."),
}
