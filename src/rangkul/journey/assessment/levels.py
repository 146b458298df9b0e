"""The five levels of social functioning in words, for each of the three statutory dimensions.

This is a scale of our own for talking about the same thing in the same words. It is not a validated instrument and
must never be presented as one (A35); levels of different dimensions are not added.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rangkul.journey.assessment.states import Dimension
from rangkul.journey.cases.states import NAMED_KINDS

OWN_SCALE = _("Skala sendiri, bukan instrumen tervalidasi.")
LEVELS = (1, 2, 3, 4, 5)

LEVEL_WORDS: dict[str, dict[int, str | Promise]] = {
    Dimension.NEEDS: {
        1: _("Kebutuhan pokok tidak terpenuhi; hari ini pun belum pasti ada makanan, tempat tidur, atau rasa aman."),
        2: _("Terpenuhi kadang-kadang; sering harus memilih mana yang dikorbankan."),
        3: _("Cukup untuk sehari-hari; satu kejadian tak terduga bisa menggoyahkannya."),
        4: _("Terpenuhi dengan sumber sendiri atau dukungan yang bisa diandalkan."),
        5: _("Terpenuhi dengan mantap, ada simpanan, dan tahu ke mana meminta haknya."),
    },
    Dimension.ROLES: {
        1: _("Peran yang penting baginya tidak bisa dijalankan sama sekali saat ini."),
        2: _("Sebagian kecil peran berjalan, dengan banyak bantuan orang lain."),
        3: _("Peran pokok berjalan; beberapa terasa berat atau sering terhenti."),
        4: _("Peran dijalankan dengan baik, kadang perlu dukungan."),
        5: _("Peran dijalankan sesuai yang diinginkan dan dihargai orang di sekitarnya."),
    },
    Dimension.COPING: {
        1: _("Masalah terasa menelan; belum tampak jalan dan belum ada yang menemani."),
        2: _("Tahu ada masalah, tetapi langkahnya belum mulai atau sering terhenti."),
        3: _("Bisa mengambil langkah bila ditemani."),
        4: _("Biasanya menemukan jalan sendiri dan tahu kapan perlu meminta bantuan."),
        5: _("Menghadapi masalah baru dengan cara yang sudah dikuasai dan bisa menemani orang lain."),
    },
}

# How the worker opens each dimension with the client, before any level is named.
QUESTIONS: dict[str, str | Promise] = {
    Dimension.NEEDS: _("Makan, tempat tinggal, kesehatan, rasa aman, surat-surat: apa yang cukup, apa yang kurang?"),
    Dimension.ROLES: _(
        "Sebagai orang tua, anak, pasangan, pekerja, pelajar, tetangga: apa yang berjalan, apa yang terhenti?"
    ),
    Dimension.COPING: _("Ketika ada masalah, apa yang biasanya terjadi? Apa yang pernah berhasil?"),
}


_ROLES_OF_MANY = _("Mengurus, merawat, memutuskan, bergotong royong: apa yang berjalan bersama, apa yang terhenti?")


def question_of(dimension: str, client_kind: str = "") -> str | Promise:
    """A group or a community is nobody's parent or pupil."""
    return _ROLES_OF_MANY if dimension == Dimension.ROLES and client_kind in NAMED_KINDS else QUESTIONS[dimension]


def level_words(dimension: str, level: int) -> str:
    return str(LEVEL_WORDS[dimension][level])
