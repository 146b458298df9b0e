"""What stands on the paper besides the questions, in the language of the paper and not of the reader's screen."""

from __future__ import annotations

from collections.abc import Iterable

from rangkul.journey.instruments.scoring.words import Words

ABOUT = (
    Words("Nomor kasus atau nama", "Case number or name"),
    Words("Tanggal diisi", "Date"),
    Words("Dijawab oleh", "Answered by"),
    Words("Petugas", "Worker"),
)
FOOTER = Words("{key}, versi {version}", "{key}, version {version}")
QUESTION = Words("Pertanyaan", "Question")
SEVERAL = Words("Boleh lebih dari satu.", "More than one is possible.")
IN_ORDER = Words("Beri nomor urut.", "Number them in order.")
DAY = Words("____ / ____ / ________ (tanggal, bulan, tahun)", "____ / ____ / ________ (day, month, year)")
MOMENT = Words(
    "____ / ____ / ________ (tanggal, bulan, tahun), pukul ____ : ____",
    "____ / ____ / ________ (day, month, year), at ____ : ____",
)
CLOCK = Words("____ : ____", "____ : ____")
IN_THE_APPLICATION = Words("Diisi lewat aplikasi.", "Filled in with the application.")
AGAIN = Words(
    "Bagian ini boleh diulang. Salin lembar ini bila perlu.", "This part may be repeated. Copy the sheet where needed."
)
IF = Words("Bila {conditions}:", "If {conditions}:")
IF_IT_APPLIES = Words("Bila berlaku menurut jawaban di atas:", "Where it applies after the answers above:")
ANSWERED = Words("“{question}” dijawab “{answer}”", "“{question}” is answered “{answer}”")
ANSWERED_OTHERWISE = Words("“{question}” tidak dijawab “{answer}”", "“{question}” is not answered “{answer}”")
FILLED_IN = Words("“{question}” diisi", "“{question}” is filled in")
COMPARED = {
    "=": Words("“{question}” dijawab {answer}", "“{question}” is {answer}"),
    "!=": Words("“{question}” tidak dijawab {answer}", "“{question}” is not {answer}"),
    ">": Words("“{question}” lebih dari {answer}", "“{question}” is more than {answer}"),
    ">=": Words("“{question}” {answer} atau lebih", "“{question}” is {answer} or more"),
    "<": Words("“{question}” kurang dari {answer}", "“{question}” is less than {answer}"),
    "<=": Words("“{question}” {answer} atau kurang", "“{question}” is {answer} or less"),
}
OR = Words(" atau ", " or ")
AND = Words(" dan ", " and ")


def said(words: Iterable[Words], language: str) -> list[str]:
    return [one.said(language) for one in words]
