"""The child process: a document as JSON on the standard input, the file on the standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

LAYOUT = Path(__file__).parent / "data" / "letter.typ"
CARD = LAYOUT.with_name("card.typ")


def set_pdf(values: dict[str, Any]) -> bytes:
    import typst

    from rangkul.base.typesetting.signs import without

    fonts = typst.Fonts(include_system_fonts=False)
    day = date.fromisoformat(values["day"])
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)

    def attempt(told: str) -> bytes:
        made = typst.compile(
            LAYOUT.read_bytes(),
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"document": told},
            pdf_standards=["ua-1"],
            timestamp=moment,
        )
        assert isinstance(made, bytes)
        return made

    return without(json.dumps(values, ensure_ascii=False), attempt, typst.TypstError)


def set_png(values: dict[str, Any]) -> bytes:
    """One card as a picture. Nothing in it says when or by whom it was made."""
    import typst

    from rangkul.base.typesetting.signs import without

    fonts = typst.Fonts(include_system_fonts=False)

    def attempt(told: str) -> bytes:
        made = typst.compile(
            CARD.read_bytes(),
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"document": told},
            format="png",
            ppi=220,
        )
        assert isinstance(made, bytes)
        return made

    return without(json.dumps(values, ensure_ascii=False), attempt, typst.TypstError)


def set_docx(values: dict[str, Any]) -> bytes:
    from rangkul.base.typesetting.word import written

    return written(values)


MAKERS: dict[str, Callable[[dict[str, Any]], bytes]] = {"pdf": set_pdf, "docx": set_docx, "png": set_png}


def main() -> None:
    made = MAKERS[sys.argv[1]](json.loads(sys.stdin.buffer.read()))
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
