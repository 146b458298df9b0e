"""Indonesian names: what to store so that any spelling finds a person, and how alike two names are.

`keys` is stored with a person, `probes` is asked by a search, `similarity` ranks what was found and `explain`
says why. Nothing here decides that two persons are one. Source: reference B.11.
"""

from rangkul.base.names.keys import Probes, keys, near, probes
from rangkul.base.names.match import MATCH, explain, similarity
from rangkul.base.names.spelling import key, modern
from rangkul.base.names.tokens import Name, Token, read, tokens

__all__ = [
    "MATCH", "Name", "Probes", "Token", "explain", "key", "keys", "modern", "near", "probes", "read", "similarity",
    "tokens",
]  # fmt: skip
