"""Sentences that hold for every instrument."""

from rangkul.journey.instruments.scoring.words import Words

DISCLAIMER = Words("Alat skrining, bukan diagnosis.", "A screening tool, not a diagnosis.")
INCOMPLETE = Words(
    "{missing} pertanyaan belum dijawab, jadi belum ada jumlah nilai. Yang belum dijawab tidak dihitung rendah.",
    "{missing} questions have no answer, so there is no total. What is unanswered does not count as low.",
)
FILLED = Words(
    "{missing} jawaban kosong diganti rata-rata jawaban lain, sesuai petunjuk penyusun alat.",
    "{missing} missing answers were replaced by the mean of the others, as the authors allow.",
)
BY_SEX = Words(
    "Batas nilai alat ini berbeda untuk laki-laki dan perempuan. Selama jenis kelamin belum dicatat, "
    "hasil hanya disebut bila sama untuk keduanya.",
    "This tool has different cut-offs for boys and girls. While the sex is not recorded, a result is named only "
    "where it is the same for both.",
)
OUTSIDE_AGE = Words(
    "Umur {age} tahun di luar kelompok tempat alat ini diuji ({population}). Baca hasilnya dengan hati-hati.",
    "Age {age} lies outside the group in which this tool was tested ({population}). Read the result with care.",
)
OUTSIDE_SEX = Words(
    "Alat ini belum diuji pada kelompok klien ini ({population}). Baca hasilnya dengan hati-hati.",
    "This tool was not tested in this client's group ({population}). Read the result with care.",
)
OTHER_INSTRUMENT = Words(
    "Tidak dapat dibandingkan: dua hasil ini dari alat yang berbeda.",
    "Cannot be compared: these two results come from different tools.",
)
OTHER_VERSION = Words(
    "Tidak dapat dibandingkan: versi alatnya berbeda ({before} dan {after}).",
    "Cannot be compared: the versions differ ({before} and {after}).",
)
NOTHING_TO_COMPARE = Words(
    "Tidak dapat dibandingkan: salah satu hasil belum lengkap.",
    "Cannot be compared: one of the results is incomplete.",
)
NO_NUMBERS = Words(
    "Alat ini tidak menghitung nilai. Baca kedua hasilnya berdampingan.",
    "This tool counts no points. Read the two results side by side.",
)
SAME = Words("Tetap {after}.", "Unchanged at {after}.")
MOVED = Words("Dari {before} menjadi {after} (selisih {by}).", "From {before} to {after} (difference {by}).")
COUNTS = Words(
    "Selisih ini sama dengan atau lebih besar dari {minimal}, perubahan terkecil yang dianggap berarti.",
    "This difference equals or exceeds {minimal}, the smallest change held to matter.",
)
COUNTS_NOT = Words(
    "Selisih ini lebih kecil dari {minimal}, perubahan terkecil yang dianggap berarti.",
    "This difference is smaller than {minimal}, the smallest change held to matter.",
)
NO_MINIMUM = Words(
    "Belum ada batas perubahan yang diterbitkan untuk alat ini; bicarakan artinya dengan klien.",
    "No smallest change has been published for this tool; talk about its meaning with the client.",
)
