"""`rangkul`: what it says to words it does not understand, and to a machine that is not ready."""

import errno
import os
import socket
import subprocess
import sys
import threading
from argparse import Namespace

import psycopg
import pytest

from rangkul.web import cli
from rangkul.web.cli import archive, bench, demo, ports, terminal
from rangkul.web.cli.checks import calls, machine, practice
from rangkul.web.cli.words import in_indonesian
from tests.support.homes import empty_home


def rangkul(*words, capsys):
    """Exit code and everything that was said."""
    try:
        code = cli.main(words)
    except SystemExit as stop:
        code = stop.code
    said = capsys.readouterr()
    return code, said.out + said.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "masih kurang"),
        (["terbang"], "tidak ada perintah 'terbang'"),
        (["backup"], "masih kurang: BERKAS"),
        (["serve", "--port", "delapan"], "--port tidak menerima 'delapan'"),
        (["serve", "--port"], "--port perlu satu nilai"),
        (["demo", "--terbang"], "tidak dikenal: --terbang"),
        (["audit", "hapus"], "tidak mengenal 'hapus'"),
    ],
)
def test_words_it_does_not_understand_are_answered_in_indonesian(words, sentence, capsys):
    code, said = rangkul(*words, capsys=capsys)
    assert code == 2
    assert sentence in said
    assert "--help" in said


@pytest.mark.parametrize("command", cli.COMMANDS, ids=lambda command: command.NAME)
def test_every_command_has_a_sentence_of_help(command):
    assert command.HELP.endswith(".")
    assert command.NAME in cli.parser().format_help()


def test_help_is_indonesian_throughout(capsys):
    code, said = rangkul("--help", capsys=capsys)
    assert code == 0
    assert not {"usage:", "options:", "show this"} & set(said.split("\n"))
    assert "pakai: rangkul" in said


def test_help_does_not_load_django():
    code = "import sys; from rangkul.web import cli; cli.parser().format_help(); sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_unknown_sentence_of_the_parser_is_passed_on():
    assert in_indonesian("something new") == "something new"


def test_the_benchmark_gets_its_words_as_they_are():
    args = cli.parser().parse_args(["bench", "--persons", "10", "--json", "x"])
    assert (args.run, args.rest) == (bench.run, ["--persons", "10", "--json", "x"])


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_busy_port_is_named_before_anything_starts(command, capsys):
    with empty_home() as home, socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, said = rangkul(command, "--port", str(port), capsys=capsys)
        assert code == 1
        assert f"Port {port} sedang dipakai" in said
        assert "--port" in said
        assert not list(home.glob("postgres-*"))


def test_port_zero_finds_a_free_one():
    assert ports.free("127.0.0.1", 0) > 1023


def test_an_impossible_port_is_explained(capsys):
    code, said = rangkul("serve", "--port", "99999", capsys=capsys)
    assert (code, "tidak dapat dibuka" in said) == (1, True)


def test_the_address_is_one_that_can_be_opened():
    assert ports.address("0.0.0.0", 80) == "http://127.0.0.1:80"
    assert ports.address("::", 80) == "http://[::1]:80"


def test_the_demo_is_opened_by_name_because_a_passkey_belongs_to_one(monkeypatch):
    monkeypatch.setattr(ports, "_localhost", lambda _port: {"127.0.0.1"})
    assert ports.by_name("127.0.0.1", 80) == "http://localhost:80"
    assert ports.by_name("192.0.2.7", 80) == "http://192.0.2.7:80"


def test_a_name_that_leads_elsewhere_is_not_told(monkeypatch):
    monkeypatch.setattr(ports, "_localhost", lambda _port: set())
    assert ports.by_name("127.0.0.1", 80) == "http://127.0.0.1:80"
    monkeypatch.setattr(ports, "_localhost", lambda _port: {"127.0.0.1", "::1"})
    monkeypatch.setattr(ports, "_answers", lambda host, _port: host == "::1")
    assert ports.by_name("127.0.0.1", 80) == "http://127.0.0.1:80"


def test_a_home_that_cannot_be_made_is_explained(capsys, monkeypatch):
    monkeypatch.setenv("RANGKUL_HOME", "/proc/rangkul")
    monkeypatch.delenv("RANGKUL_DATABASE_URL", raising=False)
    code, said = rangkul("migrate", capsys=capsys)
    assert code == 1
    assert "RANGKUL_HOME" in said
    assert "Traceback" not in said


def test_a_fault_of_our_own_is_written_down_and_not_shown(capsys, monkeypatch):
    def broken(_args):
        raise ZeroDivisionError("nama klien")

    monkeypatch.setattr(cli.doctor, "run", broken)
    monkeypatch.delenv("RANGKUL_DEBUG", raising=False)
    with empty_home() as home:
        code, said = rangkul("doctor", capsys=capsys)
        assert "nama klien" in (home / "logs" / "rangkul.log").read_text()
    assert code == 1
    assert "ZeroDivisionError" in said
    assert "nama klien" not in said


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Disk penuh"),
        (psycopg.errors.DiskFull("could not extend file"), "Disk penuh"),
        (PermissionError(errno.EACCES, "Permission denied", "/rumah/orang"), "tidak boleh membuka /rumah/orang"),
        (psycopg.OperationalError("server closed the connection unexpectedly"), "PostgreSQL berhenti"),
        (psycopg.errors.AdminShutdown("terminating connection"), "PostgreSQL berhenti"),
    ],
)
def test_what_the_machine_refuses_is_told_in_plain_words(error, sentence, capsys, monkeypatch):
    def broken(_args):
        # As the framework wraps it.
        raise RuntimeError("nama klien") from error

    monkeypatch.setattr(cli.doctor, "run", broken)
    monkeypatch.delenv("RANGKUL_DEBUG", raising=False)
    with empty_home():
        code, said = rangkul("doctor", capsys=capsys)
    assert (code, sentence in said) == (1, True), said
    assert "nama klien" not in said


def test_a_fault_that_cannot_be_written_down_is_told_all_the_same(capsys, monkeypatch):
    def broken(_args):
        raise ZeroDivisionError

    monkeypatch.setattr(cli.doctor, "run", broken)
    monkeypatch.setattr(cli.home, "logs_dir", lambda: (_ for _ in ()).throw(PermissionError(13, "x")))
    monkeypatch.delenv("RANGKUL_DEBUG", raising=False)
    code, said = rangkul("doctor", capsys=capsys)
    assert (code, "ZeroDivisionError" in said, "Traceback" in said) == (1, True, False)


def test_a_stream_port_that_is_taken_names_its_own_option(capsys):
    with empty_home(), socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code, said = rangkul("serve", "--port", "0", "--stream-port", port, capsys=capsys)
    assert (code, f"Port {port} sedang dipakai" in said, "`--stream-port" in said) == (1, True, True)


def test_a_backup_file_that_is_none_is_refused(capsys, tmp_path):
    path = tmp_path / "bukan.tar"
    path.write_text("bukan cadangan")
    with pytest.raises(archive.Trouble, match="tidak dapat dibaca"):
        archive.unpack(path, tmp_path, lambda *_: None)


def test_the_note_of_the_demo_is_for_its_owner_alone():
    class Report:
        accounts = [{"role": "peksos", "username": "ayu", "password": "rahasia", "unit": "Bandung"}]
        tickets = [{"ticket": "ABC", "pin": "1234", "about": "baru"}]

    with empty_home() as home:
        note = demo.write_note("http://127.0.0.1:8000", Report())
        assert (home / "demo.json").stat().st_mode & 0o077 == 0
    assert note["tickets"] == [{"ticket": "ABC", "pin": "1234", "about": "baru"}]
    assert "ABC  PIN 1234  baru" in demo.told(note)


@pytest.mark.parametrize(
    ("host", "warned"),
    [
        ("0.0.0.0", True),
        ("192.168.1.5", True),
        ("::", True),
        ("127.0.0.1", False),
        ("localhost", False),
        ("::1", False),
    ],
)
def test_a_demo_that_others_can_reach_says_so_in_the_terminal(host, warned):
    said = demo.told({"address": "http://x", "accounts": [], "tickets": []}, host)
    assert ("PERHATIAN" in said and "data orang sungguhan" in said) is warned


def test_the_warning_also_comes_before_anything_is_loaded(monkeypatch, capsys):
    def stop():
        raise KeyboardInterrupt

    monkeypatch.setenv("RANGKUL_STREAM_URL", "")
    monkeypatch.setenv("RANGKUL_HOSTS", "localhost")
    monkeypatch.setattr(demo.house, "database", stop)
    with pytest.raises(KeyboardInterrupt):
        demo.run(Namespace(host="0.0.0.0", port=0, persons=1, prepare=False))
    assert "PERHATIAN" in capsys.readouterr().out


def test_the_doctor_notices_a_key_that_others_can_read():
    with empty_home() as home:
        path = home / "keys" / "master"
        machine.home.secret("master")
        assert not any(finding.wrong for finding in machine.closed_keys())
        os.chmod(path, 0o644)
        (finding,) = machine.closed_keys()
        assert finding.wrong
        assert str(path) in finding.text


def test_the_doctor_notices_that_no_worker_can_be_told(settings):
    settings.NEWS_MAIL_FROM = settings.NEWS_PUSH_KEY = ""
    (finding,) = practice.news()
    assert (finding.uneasy, "RANGKUL_MAIL_FROM" in finding.remedy) == (True, True)
    settings.NEWS_MAIL_FROM = "kabar@contoh.id"
    (finding,) = practice.news()
    assert not finding.uneasy


def test_the_doctor_says_what_calls_will_do_without_a_server_or_its_secret(settings):
    settings.TURN_URLS, settings.TURN_SECRET = [], ""
    (finding,) = calls.turn()
    assert finding.uneasy
    assert "kembali menulis" in finding.text
    settings.TURN_URLS = ["bicara.contoh.id"]
    secret, address = calls.turn()
    assert secret.wrong
    assert "RANGKUL_TURN_SECRET" in secret.text
    assert address.wrong
    assert "tidak dapat dibaca" in address.text


@pytest.mark.parametrize(
    ("kind", "ending", "answer", "well"),
    [
        (socket.SOCK_DGRAM, "", lambda asked: asked, True),
        (socket.SOCK_STREAM, "?transport=tcp", lambda asked: asked, True),
        (socket.SOCK_STREAM, "?transport=tcp", lambda _asked: b"HTTP/1.1 400 Bad Request", False),
        (socket.SOCK_DGRAM, "", None, False),
    ],
)
def test_the_doctor_asks_the_server_of_calls_whether_it_is_there(settings, kind, ending, answer, well):
    with socket.socket(socket.AF_INET, kind) as server:
        server.bind(("127.0.0.1", 0))
        if kind == socket.SOCK_STREAM:
            server.listen()
        settings.TURN_URLS = [f"turn:127.0.0.1:{server.getsockname()[1]}{ending}"]
        settings.TURN_SECRET = "rahasia"
        if answer is None:
            server.close()
        else:
            threading.Thread(target=answer_once, args=[server, kind, answer], daemon=True).start()
        (finding,) = calls.turn()
    assert finding.wrong is not well
    assert ("tidak menjawab" in finding.text) is not well


def answer_once(server, kind, answer):
    if kind == socket.SOCK_STREAM:
        line, _place = server.accept()
        with line:
            line.sendall(answer(line.recv(1500)))
    else:
        asked, place = server.recvfrom(1500)
        server.sendto(answer(asked), place)


def test_the_doctor_says_the_same_thing_once(capsys, monkeypatch):
    twice = machine.wrong("Folder data milik akun lain.", "Pilih folder lain.")
    monkeypatch.setattr(cli.doctor, "examine", lambda: iter([twice, twice]))
    code, said = rangkul("doctor", capsys=capsys)
    assert (code, said.count("milik akun lain"), "1 hal harus dibenahi" in said) == (1, 1, True)


def test_text_with_brackets_is_shown_as_it_is(capsys):
    terminal.say("[bold]bukan tebal[/]")
    assert "[bold]bukan tebal[/]" in capsys.readouterr().out
