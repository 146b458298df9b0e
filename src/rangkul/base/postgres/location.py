"""Says where the database is and as whom to log in. Starts nothing, connects nowhere."""

import os
from typing import Literal

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from rangkul.base.home import secret
from rangkul.base.postgres.places import PORT, socket_folder
from rangkul.base.trouble import Trouble

OWNER = "rangkul_owner"
APP = "rangkul_app"
DATABASE = "rangkul"

Role = Literal["app", "owner"]


def served_url() -> str | None:
    """The owner's address of a PostgreSQL that somebody else runs, if one is given."""
    return os.environ.get("RANGKUL_DATABASE_URL") or None


def app_password() -> str:
    """Made here and kept beside the other keys, so that nobody has to invent or type one."""
    return secret("database_app", 24).hex()


def parameters(role: Role = "app") -> dict[str, str]:
    """Connection parameters in libpq's own words."""
    url = served_url()
    if url is None:
        user = OWNER if role == "owner" else APP
        return {"host": str(socket_folder()), "port": str(PORT), "dbname": DATABASE, "user": user}
    found = _read(url)
    if role == "app":
        found |= {"user": APP, "password": app_password()}
    return found


def _read(url: str) -> dict[str, str]:
    try:
        found = {key: str(value) for key, value in conninfo_to_dict(url).items() if value is not None}
    except ProgrammingError as error:
        # The message of libpq quotes the address, and the address holds a password.
        raise Trouble(
            "RANGKUL_DATABASE_URL tidak dapat dibaca.",
            "Bentuknya postgresql://pengguna:sandi@server:5432/rangkul.",
        ) from error
    missing = [name for name in ("user", "dbname") if name not in found]
    if missing:
        raise Trouble(
            f"RANGKUL_DATABASE_URL tidak menyebut {' dan '.join(missing)}.",
            "Bentuknya postgresql://pengguna:sandi@server:5432/rangkul.",
        )
    return found


def conninfo(role: Role = "app", **changes: str) -> str:
    return make_conninfo(**{**parameters(role), **changes})


def database_settings(role: Role = "app") -> dict:
    """One entry for Django's DATABASES."""
    found = parameters(role)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": found.pop("dbname"),
        "USER": found.pop("user"),
        "PASSWORD": found.pop("password", ""),
        "HOST": found.pop("host", ""),
        "PORT": found.pop("port", ""),
        "OPTIONS": found,
    }
