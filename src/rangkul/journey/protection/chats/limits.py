"""How large an export may be. Each limit is refused with its number; nothing of a larger one is kept."""

# After unpacking, in bytes. A year of two people's chat is about 3 MB.
TEXT = 30 * 1024 * 1024
LINES = 300_000
# A message of WhatsApp has at most 65,536 letters.
LINE = 100_000
# Files in an archive, and how often smaller it may be than its text.
PARTS = 3_000
RATIO = 200
