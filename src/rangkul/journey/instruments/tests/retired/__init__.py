"""The feedback after a meeting is asked as an instrument no more; answers to it are still read and scored."""

import json
from pathlib import Path

from rangkul.journey.instruments.scoring.rules import Rules

_FOLDER = Path(__file__).parent / "alliance_own"
FORM = (_FOLDER / "form.md").read_bytes()
WRITTEN = json.loads((_FOLDER / "scoring.json").read_text("utf-8"))
RULES = Rules.load(WRITTEN)
