"""The words around and inside Indonesian names that must not be compared letter by letter.

Source: reference B.11. Every word is written without dots and in lower case.
"""

_front = """
h hj haji hajjah kh kyai kiai nyai drs dra dr drg ir prof ust ustad ustadz ustadzah ustaz ustazah ustz r rr rd ra rm
raden krt tgk tn tuan ny nyonya nn nona bp bpk bapak pak ibu bu sdr sdri sdra saudara saudari pdt pendeta romo alm
almh almarhum almarhumah mas mbak mba bang kak om tante mbah kakek nenek
"""
_back = """
sh se ss st sag sap sar sei sesy sfarm sgz shi shut sik sip sipem sked skep skg skh skm skom sksi spd spdi spi spsi
ssi ssos ssosi sst ssn ssy stp str strsos strkes strkeb strkep sth mm mag mh mhum mkes mkesos mkom mkn mph mpd mpdi
mpsi msc msi msos mspd mt mtr ma mak map mars mba phd sp spa spb spog spkj spm spjp spdp lc ak apt ca amd amdkeb
amdkep amak ners ns bsc ba bba dipl alm almh almarhum almarhumah
"""
TITLES_IN_FRONT = frozenset(_front.split())
TITLES_BEHIND = frozenset(_back.split())
# Behind a name without a comma or a dot these are as likely a word of the name.
NAMES_TOO = frozenset({"ma", "st", "ss", "ba", "sp", "ak", "ca", "ns", "mak", "map", "mt", "se", "str", "spa", "sar"})
# "An." is a child on a form; without its dot it is a name.
DOTTED_TITLES = frozenset({"an", "sr", "br"})

FATHER = frozenset({"bin", "binti", "binte", "bt", "bte", "bint", "ibn", "ibnu"})
# "Bayi Ny. Siti" has no name yet; Siti is the mother.
NEWBORN = frozenset({"bayi", "by"})
ALIAS = frozenset({"alias", "als", "al", "dikenal", "panggilan"})
# Words that stand between names and say whose child or of which sex: Balinese I and Ni, Batak boru.
LIGHT = frozenset({"i", "ni", "boru", "br", "van", "de", "da", "dos", "anak", "dg", "daeng"})

# Only as the first word; "m" is Muhammad more often than not, and weighs almost nothing.
MUHAMMAD = frozenset({"moh", "mohd", "muh", "muhd", "mhd", "md", "much", "moch", "mukh", "mokh", "m"})
FIRST_WORDS = {**dict.fromkeys(MUHAMMAD, "muhammad"), "st": "siti", "stt": "siti"}
ABBREVIATIONS = {
    "abd": "abdul", "abdl": "abdul", "abdr": "abdul",
    "wyn": "wayan", "nym": "nyoman", "nyn": "nyoman", "kt": "ketut", "ktt": "ketut", "kdk": "kadek",
    "kmg": "komang", "pt": "putu", "gd": "gede", "gde": "gede", "ngh": "nengah", "ngr": "ngurah", "gst": "gusti",
    "ib": "ida bagus", "aa": "anak agung", "dw": "dewa", "cok": "cokorda", "tjok": "cokorda",
    "hrp": "harahap", "nst": "nasution", "srg": "siregar", "tpbl": "tampubolon", "pjtn": "panjaitan",
    "ign": "ignatius", "fx": "fransiskus xaverius", "fr": "fransiskus", "yoh": "yohanes", "joh": "yohanes",
    "tb": "tubagus", "tg": "tengku",
}  # fmt: skip
# Whole words whose spellings no rule reaches.
SAME_NAME = {
    "jahja": "yahya", "selamet": "slamet", "selamat": "slamet", "omar": "umar", "osman": "usman",
    "mohtar": "muchtar", "mochtar": "muchtar", "mokhtar": "muchtar",
    "yosef": "yusuf", "joseph": "yusuf", "yoseph": "yusuf", "yosep": "yusuf", "yusup": "yusuf",
    "john": "jon", "jhon": "jon", "jhoni": "joni", "johnny": "joni", "johny": "joni", "jhonny": "joni",
    "wajan": "wayan", "kadijah": "khadijah",
    "iwayan": "i wayan", "niluh": "ni luh", "nimade": "ni made", "imade": "i made",
}  # fmt: skip

# How much a word says about who is meant; every other word counts one.
WEIGHTS = {
    "muhammad": 0.35, "siti": 0.5, "nur": 0.5, "abdul": 0.4, "sri": 0.6, "dwi": 0.6, "tri": 0.6, "eka": 0.7,
    "ahmad": 0.7, "putri": 0.7, "putra": 0.7, "dewi": 0.7, "wayan": 0.45, "made": 0.45, "kadek": 0.45,
    "nengah": 0.45, "nyoman": 0.45, "komang": 0.45, "ketut": 0.45, "putu": 0.45, "gede": 0.45, "luh": 0.45,
    "ida": 0.5, "bagus": 0.6, "anak": 0.3, "agung": 0.6, "gusti": 0.5, "maria": 0.6,
}  # fmt: skip
LIGHT_WEIGHT = 0.1
INITIAL_WEIGHT = 0.2
