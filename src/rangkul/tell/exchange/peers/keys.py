"""The two keys of a house: one signs (Ed25519), one opens what was sealed to it (X25519).

Ours are derived from the master key, as all keys of the house are, one pair for each generation; the public halves
together are 64 bytes, known to others by their number (`kid`) and compared by people by thirty digits.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from functools import cache
from hashlib import sha512

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from rangkul.base import crypto

_SIGN = 32
_BOTH = 64
_GROUPS, _DIGITS = 6, 5


@dataclass(frozen=True)
class PublicKey:
    """What one house knows of another: 32 bytes to check its signatures, 32 to seal for it."""

    raw: bytes

    @classmethod
    def read(cls, text: str) -> PublicKey:
        """From the text that people copy. Raises ValueError for anything else."""
        try:
            raw = base64.urlsafe_b64decode("".join(str(text).split()) + "==")
        except (binascii.Error, ValueError) as error:
            raise ValueError("no key") from error
        if len(raw) != _BOTH:
            raise ValueError("no key")
        return cls(raw)

    @property
    def text(self) -> str:
        return base64.urlsafe_b64encode(self.raw).rstrip(b"=").decode()

    @property
    def kid(self) -> str:
        return sha512(b"rangkul-peer-kid\n" + self.raw).hexdigest()[:32]

    @property
    def fingerprint(self) -> str:
        """Thirty digits in groups of five."""
        number = int.from_bytes(sha512(b"rangkul-peer-print\n" + self.raw).digest(), "big")
        digits = str(number % 10 ** (_GROUPS * _DIGITS)).zfill(_GROUPS * _DIGITS)
        return " ".join(digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS))

    @property
    def sealing(self) -> X25519PublicKey:
        return X25519PublicKey.from_public_bytes(self.raw[_SIGN:])

    def signed(self, said: bytes, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.raw[:_SIGN]).verify(signature, said)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True)
class Identity:
    """The private halves of one generation."""

    signing: Ed25519PrivateKey
    opening: X25519PrivateKey

    @classmethod
    def of(cls, sign: bytes, opens: bytes) -> Identity:
        return cls(Ed25519PrivateKey.from_private_bytes(sign), X25519PrivateKey.from_private_bytes(opens))

    @property
    def public(self) -> PublicKey:
        return PublicKey(self.signing.public_key().public_bytes_raw() + self.opening.public_key().public_bytes_raw())

    @property
    def kid(self) -> str:
        return self.public.kid

    def sign(self, said: bytes) -> bytes:
        return self.signing.sign(said)


@cache
def own(generation: int) -> Identity:
    return Identity.of(crypto.derived(f"peers sign {generation}"), crypto.derived(f"peers open {generation}"))
