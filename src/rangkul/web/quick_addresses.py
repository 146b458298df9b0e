"""The address of a file of ours is put together from what was learnt of it the first time.

A case page says sixty addresses, nearly all of them by the keys of its rows. The framework tries each against a
pattern, though a key always fits where a key fitted before.
"""

import functools
from collections.abc import Callable
from uuid import UUID, uuid4

from django.urls import URLResolver

# Nothing else in an address looks like one of these.
_EXAMPLES = tuple(uuid4() for _ in range(4))


def learn() -> None:
    """From here on each resolver remembers the addresses whose only arguments are keys."""
    URLResolver._reverse_with_prefix = _remembering(URLResolver._reverse_with_prefix)


def _remembering(reverse: Callable[..., str]) -> Callable[..., str]:
    @functools.wraps(reverse)
    def found(self: URLResolver, view: str, prefix: str, *args: object, **kwargs: object) -> str:
        if not args or kwargs or len(args) > len(_EXAMPLES) or any(type(one) is not UUID for one in args):
            return reverse(self, view, prefix, *args, **kwargs)
        known = self.__dict__.setdefault("_known_addresses", {})
        key = view, prefix, len(args)
        pieces = known.get(key)
        if pieces is None:
            pieces = known[key] = _pieces(reverse(self, view, prefix, *_EXAMPLES[: len(args)]))
        return pieces.format(*args)

    return found


def _pieces(address: str) -> str:
    """With a place for each argument. The framework refuses an address that does not fit before it comes here."""
    address = address.replace("{", "{{").replace("}", "}}")
    for place, example in enumerate(_EXAMPLES):
        address = address.replace(str(example), f"{{{place}}}")
    return address
