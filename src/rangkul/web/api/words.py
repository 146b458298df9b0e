"""A sentence for each status that may answer a program, for the person who reads its log."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

_SENTENCES = {
    400: gettext_noop("Kiriman ini tidak bisa dibaca."),
    401: gettext_noop("Kunci tidak ada, sudah berakhir, atau bukan untuk alamat ini."),
    403: gettext_noop("Anda tidak berhak melakukan ini."),
    404: gettext_noop("Tidak ditemukan."),
    405: gettext_noop("Alamat ini tidak dipanggil dengan cara itu."),
    413: gettext_noop("Kiriman ini terlalu besar."),
    415: gettext_noop("Kirim isinya sebagai application/json."),
    429: gettext_noop("Terlalu banyak percobaan. Coba lagi nanti."),
    500: gettext_noop("Ada yang rusak di pihak kami. Kirim ulang dengan Idempotency-Key yang sama."),
    503: gettext_noop("Basis data sedang tidak bisa dihubungi. Kirim ulang dengan Idempotency-Key yang sama."),
}


def sentence(status: int) -> str:
    return _(_SENTENCES.get(status, _SENTENCES[400] if status < 500 else _SENTENCES[500]))
