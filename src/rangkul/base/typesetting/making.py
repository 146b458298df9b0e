"""Making the file in a process of its own, which ends with it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from rangkul.base.typesetting.document import Document

# Twenty times what the longest report took.
_SECONDS = 20


class NotSet(Exception):
    """The file could not be made; nothing was changed by trying."""


Given = Document | Mapping[str, Any]


def pdf(document: Given) -> bytes:
    """PDF/UA-1, tagged, with title and language; of a document or of its kept `values()`. Raises NotSet."""
    return _made("pdf", document)


def docx(document: Given) -> bytes:
    """Real styles, table heads and language, for offices that go on writing in it. Raises NotSet."""
    return _made("docx", document)


def card(title: str, parts: list[tuple[str, str]], *, foot: str, language: str) -> bytes:
    """A PNG as wide as a telephone and as long as its words, to be kept among the pictures. Raises NotSet."""
    return _made("png", {"title": title, "parts": parts, "foot": foot, "language": language})


def _made(kind: str, document: Given) -> bytes:
    """The child gets the document alone: no environment, no working folder, no arguments that somebody wrote."""
    command = [sys.executable, "-I", "-m", "rangkul.base.typesetting.press", kind]
    values = document.values() if isinstance(document, Document) else dict(document)
    try:
        done = subprocess.run(  # noqa: S603
            command, input=json.dumps(values).encode(), capture_output=True, timeout=_SECONDS, env={}, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise NotSet(kind) from error
    if done.returncode or not done.stdout:
        # What the child says could quote the document, and this may be written to a log.
        raise NotSet(f"{kind}: exit {done.returncode}")
    return done.stdout
