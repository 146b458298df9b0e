"""The backup file: whole, unreadable to others, and refused when a byte differs."""

import io
import stat
import tarfile

import pytest

from rangkul.base.progress import quiet
from rangkul.base.trouble import Trouble
from rangkul.web.cli import archive


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "isi"
    folder.mkdir()
    (folder / "dump").write_bytes(b"basis data" * 1000)
    (folder / "foto").write_bytes(b"\x00\x01\xff")
    return [(archive.DUMP, folder / "dump"), ("attachments/ab/foto", folder / "foto")]


@pytest.fixture
def written(tmp_path, files):
    path = tmp_path / "cadangan.tar"
    archive.write(path, files, {"made_at": "2026-11-22T00:00:00+00:00"}, quiet)
    return path


def unpacked(path, tmp_path):
    folder = tmp_path / "buka"
    folder.mkdir()
    return archive.unpack(path, folder, quiet), folder


def test_what_goes_in_comes_out(written, tmp_path):
    manifest, folder = unpacked(written, tmp_path)
    assert (folder / archive.DUMP).read_bytes() == b"basis data" * 1000
    assert (folder / "attachments/ab/foto").read_bytes() == b"\x00\x01\xff"
    assert manifest["made_at"] == "2026-11-22T00:00:00+00:00"
    assert set(manifest["files"]) == {archive.DUMP, "attachments/ab/foto"}


def test_both_ways_tell_how_far_they_are_in_bytes(tmp_path, files):
    (tmp_path / "isi" / "dump").write_bytes(b"x" * 3_000_000)
    told = []
    path = tmp_path / "cadangan.tar"
    archive.write(path, files, {}, lambda *step: told.append(step))
    (tmp_path / "buka").mkdir()
    archive.unpack(path, tmp_path / "buka", lambda *step: told.append(step))
    for label in ("Menyimpan berkas (kB)", "Membuka cadangan (kB)"):
        done = [step[1] for step in told if step[0] == label]
        assert len(done) > 3
        assert done == sorted(done)
        assert {step[2] for step in told if step[0] == label} == {done[-1]}


def test_nobody_else_reads_it(written):
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_a_flipped_byte_is_noticed(written, tmp_path):
    data = bytearray(written.read_bytes())
    data[data.index(b"basis data") + 100] ^= 1
    written.write_bytes(data)
    with pytest.raises(Trouble, match=r"rusak: database\.dump"):
        unpacked(written, tmp_path)


def test_half_a_file_is_noticed(written, tmp_path):
    written.write_bytes(written.read_bytes()[:4000])
    with pytest.raises(Trouble, match="tidak dapat dibaca"):
        unpacked(written, tmp_path)


def test_an_extra_file_is_noticed(written, tmp_path):
    with tarfile.open(written, "a") as tar:
        member = tarfile.TarInfo("attachments/sisipan")
        member.size = 1
        tar.addfile(member, io.BytesIO(b"x"))
    with pytest.raises(Trouble, match="sisipan"):
        unpacked(written, tmp_path)


@pytest.mark.parametrize("name", ["../luar", "/etc/luar", "attachments/../../luar", "lain"])
def test_a_name_that_leads_outside_is_refused(tmp_path, name):
    path = tmp_path / "jahat.tar"
    with tarfile.open(path, "w") as tar:
        tar.addfile(tarfile.TarInfo(name))
    with pytest.raises(Trouble):
        unpacked(path, tmp_path)


def test_a_link_is_refused(tmp_path):
    path = tmp_path / "jahat.tar"
    with tarfile.open(path, "w") as tar:
        member = tarfile.TarInfo("keys/master")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(member)
    with pytest.raises(Trouble):
        unpacked(path, tmp_path)


def test_a_failure_leaves_no_half_file(tmp_path, files):
    files.append(("attachments/hilang", tmp_path / "tidak-ada"))
    with pytest.raises(OSError, match="tidak-ada"):
        archive.write(tmp_path / "cadangan.tar", files, {}, quiet)
    assert not list(tmp_path.glob("cadangan*"))
