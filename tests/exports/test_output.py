"""Files that somebody wrote are never lost to one that the program writes."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from exports.output import AlreadyExists, CannotWrite, write_new


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "hem" / "skrivet"


def test_a_new_file_is_written_for_its_owner_only(tmp_path: Path, state: Path):
    path = tmp_path / "protokoll.md"
    assert write_new(path, b"ett", state=state) == path
    assert path.read_bytes() == b"ett"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(file.name for file in tmp_path.iterdir()) == ["hem", "protokoll.md"]


def test_what_the_program_wrote_is_replaced(tmp_path: Path, state: Path):
    path = tmp_path / "protokoll.md"
    for data in (b"ett", b"tv\xc3\xa5", b"tre"):
        assert write_new(path, data, state=state) == path
    assert path.read_bytes() == b"tre"


def test_somebody_elses_file_is_left_alone_until_asked(tmp_path: Path, state: Path):
    path = tmp_path / "protokoll.md"
    path.write_bytes(b"eget")
    with pytest.raises(AlreadyExists) as caught:
        write_new(path, b"nytt", state=state)
    assert caught.value.path == path
    assert str(caught.value) == f"Kan inte skriva {path}: filen finns redan."
    assert path.read_bytes() == b"eget"
    assert write_new(path, b"nytt", replace=True, state=state) == path
    assert path.read_bytes() == b"nytt"


def test_an_edited_file_is_kept_and_the_new_one_gets_a_name_of_its_own(tmp_path: Path, state: Path):
    path, second, third = (tmp_path / name for name in ("p.md", "p-2.md", "p-3.md"))
    write_new(path, b"ett", state=state)
    path.write_bytes(b"ett, rettat")
    assert write_new(path, b"tre", state=state) == second
    assert write_new(path, b"fyra", state=state) == second, "the second is the program's own and unchanged"
    second.write_bytes(b"fyra, rettat")
    assert write_new(path, b"fem", state=state) == third
    assert [file.read_bytes() for file in (path, second, third)] == [b"ett, rettat", b"fyra, rettat", b"fem"]


def test_the_new_name_is_never_that_of_somebody_elses_file(tmp_path: Path, state: Path):
    write_new(tmp_path / "p.md", b"ett", state=state)
    (tmp_path / "p.md").write_bytes(b"rettat")
    (tmp_path / "p-2.md").write_bytes(b"eget")
    (tmp_path / "p-3.md").mkdir()
    assert write_new(tmp_path / "p.md", b"nytt", state=state).name == "p-4.md"


def test_an_edited_file_is_replaced_when_that_is_asked_for(tmp_path: Path, state: Path):
    write_new(tmp_path / "p.md", b"ett", state=state)
    (tmp_path / "p.md").write_bytes(b"rettat")
    assert write_new(tmp_path / "p.md", b"nytt", replace=True, state=state).read_bytes() == b"nytt"


@pytest.mark.parametrize("damage", ["", "{", "[1]", '{"a": 1}', "\x00", "[" * 100_000])
def test_a_damaged_register_only_means_asking_more_often(tmp_path: Path, state: Path, damage: str):
    write_new(tmp_path / "p.md", b"ett", state=state)
    (state / "written.json").write_text(damage)
    with pytest.raises(AlreadyExists):
        write_new(tmp_path / "p.md", b"nytt", state=state)
    assert write_new(tmp_path / "q.md", b"nytt", state=state).exists()


def test_a_register_that_cannot_be_kept_does_not_undo_the_output(tmp_path: Path):
    blocked = tmp_path / "fil"
    blocked.write_text("")
    assert write_new(tmp_path / "p.md", b"ett", state=blocked / "skrivet").read_bytes() == b"ett"


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "p.md"
    path.write_bytes(b"gammalt")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite) as caught:
        write_new(path, b"nytt", replace=True)
    assert caught.value.reason == "disken är full"
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"gammalt"]


def test_a_file_that_appears_in_the_last_moment_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "p.md"
    real = os.fsync

    def appear(handle: int) -> None:
        path.write_bytes(b"eget")
        real(handle)

    monkeypatch.setattr(os, "fsync", appear)
    with pytest.raises(AlreadyExists):
        write_new(path, b"nytt")
    assert path.read_bytes() == b"eget"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("saknas/p.md", "mappen finns inte"),
        (".", "det är en mapp"),
        ("x" * 300 + ".md", "namnet är för långt"),
        ("a\0b", "namnet går inte att använda"),
    ],
)
def test_why_it_cannot_be_written_is_told_in_swedish(tmp_path: Path, name: str, reason: str):
    with pytest.raises(CannotWrite) as caught:
        write_new(tmp_path / name, b"x", replace=True)
    assert caught.value.reason == reason


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFOs in folders")
def test_what_is_no_ordinary_file_is_never_replaced(tmp_path: Path):
    os.mkfifo(tmp_path / "rör")
    with pytest.raises(CannotWrite, match="ingen vanlig fil"):
        write_new(tmp_path / "rör", b"x", replace=True)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path, state: Path):
    (tmp_path / "länk.md").symlink_to(tmp_path / "p.md")
    for data in (b"ett", b"tre"):
        assert write_new(tmp_path / "länk.md", data, state=state) == tmp_path / "p.md"
    assert (tmp_path / "länk.md").is_symlink()
    assert (tmp_path / "p.md").read_bytes() == b"tre"
