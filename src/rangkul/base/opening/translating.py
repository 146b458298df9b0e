"""Hours as people write them, into the notation: "Senin–Jumat 08.00–16.00; libur tutup" is `Mo-Fr 08:00-16:00; PH off`.
What the page shows (`in_words`) can be typed back."""

import re

_WORDS = (
    (r"setiap hari,? siang dan malam|every day,? day and night|24 ?jam|siang malam", "24/7"),
    (r"hari libur nasional|libur nasional|public holidays?|hari libur|libur", "PH"),
    (r"setiap hari|tiap hari|every day", "Mo-Su"),
    (r"senin|sen|monday", "Mo"), (r"selasa|sel|tuesday", "Tu"), (r"rabu|rab|wednesday", "We"),
    (r"kamis|kam|thursday", "Th"), (r"jum'?at|jum|friday", "Fr"), (r"sabtu|sab|saturday", "Sa"),
    (r"minggu|ahad|min|sunday", "Su"), (r"tutup|closed", "off"),
)  # fmt: skip


def notation(text: str) -> str:
    """Unchanged where it is the notation already; not judged here, `parse` does that."""
    found = re.sub(r"[\r\n]+", "; ", text.strip())
    found = re.sub(r"\s*(?:–|—|s/d|s\.d\.|sampai|hingga)\s*", "-", found, flags=re.IGNORECASE)
    for words, code in _WORDS:
        found = re.sub(rf"\b(?:{words})\b", code, found, flags=re.IGNORECASE)
    found = re.sub(r"\b(?:pukul|jam|hari)\b", "", found, flags=re.IGNORECASE)
    found = re.sub(r"(\d{1,2})\.(\d{2})", r"\1:\2", found)
    found = re.sub(r"\s*-\s*", "-", found)
    found = re.sub(r"\s*,\s*", ",", found)
    found = re.sub(r"(;\s*)+", "; ", found)
    return " ".join(found.split()).strip("; ")
