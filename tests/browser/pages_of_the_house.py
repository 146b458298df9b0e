"""Which addresses of the house answer a GET, by name."""

from collections.abc import Callable, Iterator

from django.urls import Resolver404, URLPattern, get_resolver, resolve


def names() -> set[str]:
    return {name for name, view in _walk(get_resolver().url_patterns, ()) if answers_get(view)}


def name_of(path: str) -> str:
    """Empty where nothing of ours stands."""
    try:
        found = resolve(path)
    except Resolver404:
        return ""
    return found.view_name


def answers_get(view: Callable) -> bool:
    """As its decorators say; a view without any answers everything."""
    while view is not None:
        code = getattr(view, "__code__", None)
        if code is not None and "request_method_list" in code.co_freevars:
            return "GET" in view.__closure__[code.co_freevars.index("request_method_list")].cell_contents
        view = getattr(view, "__wrapped__", None)
    return True


def _walk(patterns: list, spaces: tuple[str, ...]) -> Iterator[tuple[str, Callable]]:
    for entry in patterns:
        if not isinstance(entry, URLPattern):
            yield from _walk(entry.url_patterns, (*spaces, entry.namespace) if entry.namespace else spaces)
        elif entry.name:
            yield ":".join((*spaces, entry.name)), entry.callback
