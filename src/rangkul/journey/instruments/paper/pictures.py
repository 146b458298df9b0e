"""Pictures of a form as paper takes them: inside an SVG, because a document travels as text."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping

from rangkul.base.typesetting import Shown
from rangkul.base.xforms import Choice, Question
from rangkul.journey.instruments.models import FormPicture

# Centimetres: beside a question, and in the cell of a choice.
_QUESTION = (6.0, 3.6)
_CHOICE = (3.0, 2.0)

Pictures = Mapping[str, FormPicture]


def of_question(question: Question, pictures: Pictures) -> tuple[Shown, ...]:
    """One at most: its picture, else its large one."""
    return tuple(_shown(question.media, pictures, _QUESTION, ""))[:1]


def of_choices(choices: Iterable[Choice], pictures: Pictures, language: str) -> tuple[Shown | None, ...]:
    """Nothing at all where no choice has a picture."""
    found = tuple(
        next(iter(_shown(choice.media, pictures, _CHOICE, choice.label(language))), None) for choice in choices
    )
    return found if any(found) else ()


def _shown(media: Mapping[str, str], pictures: Pictures, most: tuple[float, float], says: str) -> Iterable[Shown]:
    for kind in ("image", "big-image"):
        if (picture := pictures.get(media.get(kind, ""))) is not None:
            yield Shown(_svg(picture), says or _spoken(picture.name), _wide(picture, most))


def _wide(picture: FormPicture, most: tuple[float, float]) -> float:
    """As large as fits, and never larger than 96 dots an inch would make it."""
    widest, highest = most
    return round(min(widest, highest * picture.width / picture.height, picture.width * 2.54 / 96), 2)


def _spoken(name: str) -> str:
    return re.sub(r"[-_]+", " ", name.rpartition(".")[0]) or name


def _svg(picture: FormPicture) -> str:
    size = f'width="{picture.width}" height="{picture.height}"'
    data = b64encode(bytes(picture.data)).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {picture.width} {picture.height}">'
        f'<image {size} href="data:{picture.media_type};base64,{data}"/></svg>'
    )
