"""The English catalogues: compiled for use, and compared with every string that a screen says.

Catalogues lie beside the package whose words they hold: <package>/locale/en/LC_MESSAGES/django.po. A string counts as
translated when any of them has it, because Django reads them as one.
"""

import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parents[1]

# Context and text of a message; of two forms the first, as Django looks it up.
Message = tuple[str | None, str]

_LAZY = {f"{name}_lazy": spec for name, spec in DEFAULT_KEYWORDS.items() if name.endswith("gettext")}
_KEYWORDS = {**DEFAULT_KEYWORDS, **_LAZY, "gettext_noop": None, "_": None}
_TEXT = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
_CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*({_TEXT}(?:\s*,\s*{_TEXT})*)", re.DOTALL)


def catalogues(root: Path = SOURCE) -> list[Path]:
    return sorted(root.rglob("locale/*/LC_MESSAGES/*.po"))


def compile_all(root: Path = SOURCE) -> int:
    """Write the .mo beside each catalogue that is newer; return how many were written."""
    stale = [path for path in catalogues(root) if _older(path.with_suffix(".mo"), path)]
    for path in stale:
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, _read(path))
    return len(stale)


def _older(made: Path, source: Path) -> bool:
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name)


def said(root: Path = SOURCE) -> dict[Message, str]:
    """Every string that may reach a screen, with a file that says it."""
    found: dict[Message, str] = {}
    for path in sorted([*root.rglob("*.py"), *root.rglob("templates/**/*.*")]):
        if "tests" not in path.parts and "migrations" not in path.parts:
            read = _in_python if path.suffix == ".py" else _in_template
            found |= dict.fromkeys(read(path), str(path.relative_to(root)))
    return found


def _in_python(path: Path) -> Iterator[Message]:
    keywords = list(_KEYWORDS)
    for _, function, texts, _ in extract_python(io.BytesIO(path.read_bytes()), keywords, [], {}):
        parts = [text for text in (texts if isinstance(texts, tuple) else (texts,)) if isinstance(text, str)]
        yield from _message(function.removesuffix("_lazy"), parts)


def _in_template(path: Path) -> Iterator[Message]:
    for function, arguments in _CALL.findall(templatize(path.read_text(), origin=str(path))):
        yield from _message(function, [ast.literal_eval(text) for text in re.findall(_TEXT, arguments)])


def _message(function: str, parts: list[str]) -> Iterator[Message]:
    with_context = function in ("pgettext", "npgettext")
    if len(parts) > with_context and parts[with_context]:
        yield (parts[0] if with_context else None), parts[with_context]


def translated(root: Path = SOURCE, language: str = "en") -> set[Message]:
    """What the catalogues of a language can say; a fuzzy or half-filled entry cannot be said."""
    found: set[Message] = set()
    for path in catalogues(root):
        if path.parents[1].name == language:
            found |= {(entry.context, _first(entry.id)) for entry in _read(path) if entry.id and _complete(entry)}
    return found


def _first(text: str | tuple[str, ...]) -> str:
    return text[0] if isinstance(text, tuple) else text


def _complete(entry) -> bool:
    texts = entry.string if isinstance(entry.string, tuple) else (entry.string,)
    return all(texts) and not entry.fuzzy


def missing(root: Path = SOURCE) -> dict[Message, str]:
    known = translated(root)
    return {message: path for message, path in said(root).items() if message not in known}


def main(words: list[str]) -> int:
    if words == ["compile"]:
        compile_all()
        return 0
    if words != ["check"]:
        sys.stderr.write("pakai: script/messages compile | check\n")
        return 2
    lacking = missing()
    for (context, text), path in sorted(lacking.items(), key=lambda item: item[1]):
        sys.stdout.write(f"{path}: {f'[{context}] ' if context else ''}{text!r}\n")
    sys.stdout.write(f"{len(lacking)} kalimat belum berbahasa Inggris.\n")
    return 1 if lacking else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
