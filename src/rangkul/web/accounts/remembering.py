"""What the account library remembers for minutes (used codes, counted attempts) stands in the database, so that all
web processes remember the same. Its keys name accounts, addresses and codes, so only their digests are written."""

from hashlib import sha256


def digest_of(key: str, prefix: str, version: int) -> str:
    return f"{version}:{sha256(f'{prefix}:{key}'.encode()).hexdigest()}"
