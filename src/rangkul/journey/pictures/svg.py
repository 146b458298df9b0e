"""Scalable drawings as text: every value escaped, every number short. No styles: classes say what a thing is, the style
sheet and the printer decide how it looks."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

Point = tuple[float, float]
_NAMES = {"class_": "class"}


def number(value: float) -> str:
    """At most one digit after the point."""
    return f"{value:.1f}".removesuffix(".0")


def _written(value: object) -> str:
    return number(value) if isinstance(value, float) else escape(str(value))


def element(name: str, *inside: SafeString | str, **attributes: object) -> SafeString:
    """`element("text", "Wati", x=1.0, class_="name")`: plain text inside is escaped, elements are taken as they are.

    An attribute that is None is left out; `class_` and `aria_label` stand for `class` and `aria-label`.
    """
    said = "".join(
        f' {_NAMES.get(key, key.replace("_", "-"))}="{_written(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    body = "".join(conditional_escape(part) for part in inside)
    return mark_safe(f"<{name}{said}>{body}</{name}>" if body else f"<{name}{said}/>")  # noqa: S308  escaped above


def group(parts: Iterable[SafeString], **attributes: object) -> SafeString:
    return element("g", *parts, **attributes)


def line(x1: float, y1: float, x2: float, y2: float, **attributes: object) -> SafeString:
    return element("path", d=f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", **attributes)


def polyline(points: Iterable[Point], *, closed: bool = False, **attributes: object) -> SafeString:
    return element("path", d=track(points, closed=closed), **attributes)


def track(points: Iterable[Point], *, closed: bool = False) -> str:
    """The `d` of a path along these points."""
    d = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{d}{'Z' if closed else ''}"
