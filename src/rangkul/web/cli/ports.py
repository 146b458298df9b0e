"""Whether an address is free, and when it begins to answer."""

import errno
import http.client
import os
import socket
import time
from collections.abc import Callable

from rangkul.base.trouble import Trouble


def free(host: str, port: int, option: str = "--port") -> int:
    """The port itself once it is known to be free; 0 asks for any. `option` is where it was named. Errors: Trouble."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # Connections of a server that just stopped must not count as a busy port.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise _unusable(host, port, option, error) from error
        return probe.getsockname()[1]


def _unusable(host: str, port: int, option: str, error: Exception) -> Trouble:
    number = getattr(error, "errno", None)
    if number == errno.EADDRINUSE:
        return Trouble(
            f"Port {port} sedang dipakai program lain.",
            f"Pilih port lain, misalnya `{option} {port + 1}`, atau hentikan program itu.",
        )
    if number == errno.EACCES:
        return Trouble(f"Port {port} hanya boleh dibuka oleh root.", f"Pilih port di atas 1023 dengan {option}.")
    return Trouble(f"Alamat {host}:{port} tidak dapat dibuka ({error}).", f"Periksa --host dan {option}.")


def wait_until_healthy(host: str, port: int, gave_up: Callable[[], bool], seconds: float = 90) -> bool:
    """True once /sehat/ answers with 200."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not gave_up():
        if _healthy(host, port):
            return True
        time.sleep(0.1)
    return False


def _healthy(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(reachable(host), port, timeout=10)
    try:
        connection.request("GET", "/sehat/", headers={"Host": "localhost"})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def reachable(host: str) -> str:
    """Where this machine itself finds a server that listens on `host`."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104


def address(host: str, port: int) -> str:
    name = reachable(host)
    return f"http://{f'[{name}]' if ':' in name else name}:{port}"


def by_name(host: str, port: int) -> str:
    """The address for a browser on this machine. Passkeys belong to a name, never to a number, so it is localhost
    wherever that name leads here and to nobody else's server."""
    known = _localhost(port)
    if host not in known or any(_answers(other, port) for other in known - {host}):
        return address(host, port)
    return f"http://localhost:{port}"


def _localhost(port: int) -> set[str]:
    try:
        return {str(row[4][0]) for row in socket.getaddrinfo("localhost", port, type=socket.SOCK_STREAM)}
    except OSError:
        return set()


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def language() -> dict[str, str]:
    """Children write UTF-8 whatever the terminal claims."""
    return {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", "LC_ALL": os.environ.get("LC_ALL", "C.UTF-8")}
