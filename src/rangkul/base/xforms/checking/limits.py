"""How big a workbook may be. Generous for any form that people can fill in, small for a machine."""

FILE_BYTES = 5_000_000
UNPACKED_BYTES = 30_000_000
# Opening brackets in one part, each up to an element that takes memory.
ELEMENTS = 800_000
PARTS = 300
SHEETS = 30
COLUMNS = 100
ROWS = {"survey": 2_000, "choices": 10_000, "settings": 20, "scoring": 300}
OTHER_ROWS = 10_000
# Letters in one cell: what people read, and what machines read.
TEXT = 4_000
NAME = 64
CHOICE_NAME = 64
# No more than this is told at once: after the first page of faults people mend first.
FAULTS = 100
