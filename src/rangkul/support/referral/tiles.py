"""Where each province stands on a map of tiles of equal size, so that a small island counts as much as a large one.
Column and row from the north-west; the short name is what fits into a tile."""

PROVINCES = {
    "11": (0, 0, "Aceh"), "12": (1, 1, "Sumut"), "13": (1, 2, "Sumbar"), "14": (2, 2, "Riau"), "15": (3, 3, "Jambi"),
    "16": (3, 4, "Sumsel"), "17": (2, 3, "Bengkulu"), "18": (3, 5, "Lampung"), "19": (4, 3, "Babel"),
    "21": (3, 1, "Kepri"), "31": (5, 5, "DKI"), "32": (5, 6, "Jabar"), "33": (6, 6, "Jateng"), "34": (6, 7, "DIY"),
    "35": (7, 6, "Jatim"), "36": (4, 6, "Banten"), "51": (8, 6, "Bali"), "52": (9, 6, "NTB"), "53": (10, 6, "NTT"),
    "61": (5, 1, "Kalbar"), "62": (6, 2, "Kalteng"), "63": (7, 2, "Kalsel"), "64": (7, 1, "Kaltim"),
    "65": (7, 0, "Kaltara"), "71": (11, 0, "Sulut"), "72": (9, 2, "Sulteng"), "73": (8, 3, "Sulsel"),
    "74": (9, 3, "Sultra"), "75": (10, 1, "Gorontalo"), "76": (8, 2, "Sulbar"), "81": (11, 4, "Maluku"),
    "82": (12, 1, "Malut"), "91": (14, 3, "Papua"), "92": (13, 2, "Pabar"), "93": (14, 5, "Pasel"),
    "94": (13, 3, "Pateng"), "95": (14, 4, "Papeg"), "96": (12, 2, "PBD"),
}  # fmt: skip
SIDE, GAP = 56, 4
WIDTH = 15 * (SIDE + GAP) - GAP
# The map has two halves, beside each other or, on a narrow screen, one below the other: from here it is east.
EAST = 8 * (SIDE + GAP)
HEIGHT = 8 * (SIDE + GAP) - GAP


def place(code: str) -> tuple[int, int, str]:
    """Left, top and short name of a province."""
    column, row, short = PROVINCES[code]
    return column * (SIDE + GAP), row * (SIDE + GAP), short
