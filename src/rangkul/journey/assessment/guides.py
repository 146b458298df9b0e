"""How one domain of an assessment is opened."""

from dataclasses import dataclass

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True)
class Topic:
    code: str
    name: Words
    prompt: Words


@dataclass(frozen=True)
class Guide:
    """How one domain is opened, what it may touch, and how its strengths are asked for."""

    opening: Words
    topics: tuple[Topic, ...]
    strengths: Words
