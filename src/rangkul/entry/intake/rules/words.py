"""Signs of danger in a person's own words: a short list anyone can read, no model and no score.

The list only ever raises a level. It does not understand "tidak" ("saya tidak mau mati" raises too): a false
alarm costs a worker a minute, a missed one may cost a life. Only the flags are kept, never the words.
"""

import re

SUICIDE = "suicide"
WEAPON = "weapon"
VIOLENCE_NOW = "violence_now"
VIOLENCE = "violence"
SEXUAL_VIOLENCE = "sexual_violence"
LOCKED_IN = "locked_in"
MEDICAL = "medical"
THREAT = "threat"
MISSING = "missing"
INFANT = "infant"
CHILD = "child"
PREGNANT = "pregnant"
NO_FOOD = "no_food"
NO_SHELTER = "no_shelter"
OLDER_ALONE = "older_alone"

# Not "tidak", "tdk", "tak", "gak", "enggak", "nggak", "ga", "gk", "belum", "blm": how people write "not".
_NOT = r"(?:tidak|tdk|tak|e?n?g+a?k?|blm|belum)"

_PATTERNS = {
    SUICIDE: (
        r"bunuh diri|bundir|(?:ingin|mau|pengen|pingin|lebih baik|mending) mati|mati saja|akhiri hidup"
        r"|mengakhiri (?:hidup|semua)|capek hidup|lelah hidup|" + _NOT + r" (?:mau|ingin|sanggup|kuat) hidup"
        r"|menyakiti diri|melukai diri|sayat|gantung diri|minum racun"
    ),
    WEAPON: r"golok|pisau|parang|celurit|clurit|senjata|pistol|badik|kapak|linggis|air keras",
    VIOLENCE_NOW: (
        r"(?:sedang|lagi|masih) (?:dipukul\w*|dihajar|mengamuk|ngamuk|marah besar)"
        r"|dia (?:di|ada di) depan pintu|tolong cepat|sekarang juga|sembunyi di|mendobrak|dobrak"
    ),
    VIOLENCE: (
        # "pukul" alone is also "o'clock".
        r"dipukul\w*|(?:me)?mukul\w*|pukuli\w*|(?:di|me|mem)?(?:hajar|tampar|nampar|tendang|nendang|cekik"
        r"|ncekik|gebuk|siksa|nyiksa|aniaya|sundut|bakar hidup)\w*|kdrt|lebam|memar|babak belur|main tangan"
        r"|kekerasan"
    ),
    SEXUAL_VIOLENCE: (
        r"perkosa\w*|pemerkosaan|diperkosa|cabul\w*|dicabuli|pencabulan|pelecehan|dilecehkan|melecehkan"
        r"|disetubuhi|dipaksa (?:tidur|melayani|berhubungan)|diraba\w*|digerayangi"
    ),
    LOCKED_IN: (
        r"dikurung|disekap|dikunci|dipasung|pasung|dirantai|ditahan majikan|" + _NOT + r" boleh keluar"
        r"|paspor\w* (?:ditahan|diambil)"
    ),
    MEDICAL: (
        r"pingsan|berdarah|pendarahan|perdarahan|sesak nafas|sesak napas|kejang|overdosis|keracunan"
        r"|" + _NOT + r" sadar|patah tulang|luka parah|sekarat"
    ),
    THREAT: r"ancam\w*|diancam|mengancam|ngancam|akan dibunuh|mau dibunuh|mau membunuh|disebar(?:kan)?",
    MISSING: (
        r"(?:anak|adik|ibu|bapak|kakek|nenek|istri|suami|kakak)\w* (?:saya |kami |ku )?hilang|" + _NOT +
        r" pulang (?:dari|sejak|sudah|selama)|dibawa lari|diculik|kabur dari rumah"
    ),
    INFANT: r"bayi\w*|balita|baru lahir|menyusui|asi",
    CHILD: r"anak\w*|adik\w*|cucu\w*|ponakan|keponakan|murid|siswa|siswi|sd|smp|bocah",
    PREGNANT: r"hamil|mengandung|kandungan",
    NO_FOOD: (
        _NOT + r" (?:makan|ada (?:makanan|beras|susu)|bisa (?:makan|beli (?:beras|susu)))|kelaparan|lapar"
        r"|beras (?:sudah )?habis|kehabisan (?:beras|makanan|susu)"
    ),
    NO_SHELTER: (
        r"diusir|tidur di (?:jalan|emper\w*|terminal|masjid|pasar|halte|kolong|luar|teras)|" + _NOT +
        r" (?:punya|ada) (?:tempat tinggal|rumah|tempat tidur)|rumah\w* (?:roboh|terbakar|hanyut|ambruk)"
    ),
    OLDER_ALONE: (
        r"(?:nenek|kakek|lansia|mbah|opung|ompung|ibu saya sudah tua|orang tua)\w* .{0,40}"
        r"(?:sendiri\w*|sebatang kara|ditinggal\w*|ditelantarkan|tidak ada yang merawat)|sebatang kara"
    ),
}  # fmt: skip

_FLAGS = {flag: re.compile(rf"\b(?:{pattern})\b") for flag, pattern in _PATTERNS.items()}
_NOISE = re.compile(r"[^\w\s]|_")


def flags(text: str) -> list[str]:
    """The flags that the words raise, sorted; `text` of any length, only the first 20,000 signs are read."""
    plain = _NOISE.sub(" ", text[:20_000].lower())
    plain = re.sub(r"\s+", " ", plain)
    return sorted(flag for flag, pattern in _FLAGS.items() if pattern.search(plain))
