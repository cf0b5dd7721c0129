"""Template folders are found in the promised order, read within bounds, and the cache is the user's alone."""

import os
import time
from pathlib import Path

import pytest

from generator import resources
from generator.errors import BrokenTemplate, CannotWrite, UsageError
from generator.resources import (
    cache_get,
    cache_put,
    eject,
    find_template,
    read_sources,
    shipped,
    template_folders,
)

posix = pytest.mark.skipif(os.name == "nt", reason="mode bits mean nothing on Windows")


def make(base: Path, name: str = "rule-of-law") -> Path:
    root = base / name
    (root / "themes").mkdir(parents=True)
    (root / "genre.yml").write_text("体裁: 试验\n", encoding="utf-8")
    (root / "themes" / "team.md.j2").write_text("队伍", encoding="utf-8")
    return root


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder without templates, no GEN_HOME, an empty cache."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.delenv("GEN_HOME", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    return tmp_path


def test_shipped_template_is_found_from_anywhere(nowhere: Path) -> None:
    folder = find_template()
    assert folder.shipped
    assert folder.origin == "随程序"
    assert folder.root == shipped("templates") / "rule-of-law"


def test_first_hit_wins_in_the_promised_order(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    form = nowhere / "unit" / "form.yml"
    monkeypatch.setenv("GEN_HOME", str(nowhere / "home"))
    places = [
        (make(nowhere / "home"), "GEN_HOME"),
        (make(nowhere / "here" / "templates"), "当前文件夹"),
        (make(nowhere / "unit" / "templates"), "表单旁"),
    ]
    for root, origin in places[::-1]:
        found = find_template(form=form)
        assert (found.root.resolve(), found.origin, found.shipped) == (root, origin, False)
        (root / "genre.yml").unlink()
    assert find_template(form=form).shipped


def test_explicit_path_beats_every_other_place(nowhere: Path) -> None:
    make(nowhere / "here" / "templates")
    root = make(nowhere / "mine", "rule-of-law")
    found = find_template(str(root))
    assert (found.root, found.origin) == (root, "指定的路径")


def test_the_checkouts_own_templates_count_as_shipped_however_found(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shipped("templates").parent)
    assert find_template("templates/rule-of-law").shipped
    assert find_template().shipped


def test_unknown_name_lists_what_there_is(nowhere: Path) -> None:
    with pytest.raises(UsageError, match="没有叫“nonesuch”的模板") as stop:
        find_template("nonesuch")
    assert "rule-of-law" in stop.value.hint


def test_a_folder_without_genre_is_no_template(nowhere: Path) -> None:
    (nowhere / "empty").mkdir()
    with pytest.raises(UsageError, match="不是模板文件夹"):
        find_template(str(nowhere / "empty"))


def test_template_folders_lists_the_own_before_the_shipped(nowhere: Path) -> None:
    make(nowhere / "here" / "templates", "work-safety")
    listed = [(folder.name, folder.origin) for folder in template_folders()]
    assert listed == [("work-safety", "当前文件夹"), ("rule-of-law", "随程序")]


def test_sources_are_keyed_by_relative_name_with_what_is_shared(nowhere: Path) -> None:
    root = make(nowhere / "t")
    (root / ".hidden.yml").write_text("x", encoding="utf-8")
    (root / "notes.txt").write_text("x", encoding="utf-8")
    (nowhere / "t" / "_shared").mkdir()
    (nowhere / "t" / "_shared" / "macros.md.j2").write_bytes("\ufeff宏\r\n".encode())
    assert read_sources(find_template(str(root))) == {
        "genre.yml": "体裁: 试验\n",
        "themes/team.md.j2": "队伍",
        "_shared/macros.md.j2": "宏\n",
    }


def test_a_source_in_another_encoding_is_named(nowhere: Path) -> None:
    root = make(nowhere / "t")
    (root / "themes" / "team.md.j2").write_bytes("队伍".encode("gb18030"))
    with pytest.raises(BrokenTemplate, match=r"team\.md\.j2”不是 UTF-8"):
        read_sources(find_template(str(root)))


def test_a_folder_far_larger_than_templates_are_is_refused(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make(nowhere / "t")
    (root / "big.yml").write_text("x" * 1_000_001, encoding="utf-8")
    with pytest.raises(BrokenTemplate, match="超过 1 MB"):
        read_sources(find_template(str(root)))
    (root / "big.yml").unlink()
    for number in range(200):
        (root / f"{number}.yml").touch()
    with pytest.raises(BrokenTemplate, match="超过 200 个"):
        read_sources(find_template(str(root)))


def test_a_changed_or_new_source_changes_the_fingerprint(nowhere: Path) -> None:
    folder = find_template(str(make(nowhere / "t")))
    before = resources.fingerprint(folder)
    assert resources.fingerprint(folder) == before
    (folder.root / "genre.yml").write_text("体裁: 别的\n", encoding="utf-8")
    changed = resources.fingerprint(folder)
    assert changed != before
    (folder.root / "themes" / "new.md.j2").touch()
    assert resources.fingerprint(folder) != changed


def test_a_source_of_the_same_size_and_time_still_changes_the_fingerprint(nowhere: Path) -> None:
    folder = find_template(str(make(nowhere / "t")))
    before, genre = resources.fingerprint(folder), folder.root / "genre.yml"
    status = genre.stat()
    genre.write_text("体裁: 演习\n", encoding="utf-8")
    os.utime(genre, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert genre.stat().st_size == status.st_size
    assert resources.fingerprint(folder) != before


def test_ejected_template_is_found_and_reads_the_same(nowhere: Path) -> None:
    made = eject("rule-of-law", Path("templates"))
    found = find_template()
    assert (found.root, found.shipped) == (made, False)
    original = resources.TemplateFolder("rule-of-law", shipped("templates") / "rule-of-law", "", True)
    assert read_sources(found) == read_sources(original)


def test_eject_does_not_overwrite(nowhere: Path) -> None:
    eject("rule-of-law", Path())
    with pytest.raises(CannotWrite, match="已经存在"):
        eject("rule-of-law", Path())


@pytest.mark.parametrize("name", ["nonesuch", "../profiles", "_shared", ".", ""])
def test_eject_knows_only_what_ships(nowhere: Path, name: str) -> None:
    with pytest.raises(UsageError, match="随程序没有叫"):
        eject(name, nowhere)


def test_cache_returns_what_was_put(nowhere: Path) -> None:
    assert cache_get("a") is None
    cache_put("a", b"\x00\xff")
    cache_put("a", b"again")
    assert cache_get("a") == b"again"
    assert [file.name for file in (nowhere / "cache" / "fazhi-niandu-baogao").iterdir()] == ["a"]


def test_the_cache_drops_what_was_not_used_for_long(nowhere: Path) -> None:
    folder = nowhere / "cache" / "fazhi-niandu-baogao"
    old, used, other = "0" * 64, f"seen-{'1' * 64}", "readme.txt"
    cache_put(old, b"old")
    cache_put(used, b"used")
    (folder / other).write_text("not ours", encoding="utf-8")
    (folder / f"{'2' * 64}.77").write_bytes(b"left by a process that was killed")
    long_ago = time.time() - 100 * 86_400
    for file in folder.iterdir():
        os.utime(file, (long_ago, long_ago))
    assert cache_get(used) == b"used"
    cache_put("3" * 64, b"new")
    assert {file.name for file in folder.iterdir()} == {used, other, "3" * 64}


@posix
def test_cache_folder_is_made_for_the_user_alone(nowhere: Path) -> None:
    cache_put("a", b"data")
    folder = nowhere / "cache" / "fazhi-niandu-baogao"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "a").stat().st_mode & 0o777 == 0o600


@posix
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o755])
def test_a_cache_that_others_can_enter_is_not_used(nowhere: Path, mode: int) -> None:
    cache_put("a", b"data")
    folder = nowhere / "cache" / "fazhi-niandu-baogao"
    folder.chmod(mode)
    assert cache_get("a") is None
    cache_put("b", b"data")
    folder.chmod(0o700)
    assert cache_get("b") is None


@posix
def test_a_cached_file_that_others_can_write_or_that_is_a_link_is_not_read(nowhere: Path) -> None:
    cache_put("a", b"data")
    folder = nowhere / "cache" / "fazhi-niandu-baogao"
    (folder / "link").symlink_to(folder / "a")
    assert cache_get("link") is None
    (folder / "a").chmod(0o622)
    assert cache_get("a") is None


@posix
def test_a_cache_folder_that_is_a_link_is_not_used(nowhere: Path) -> None:
    real = nowhere / "elsewhere"
    real.mkdir(mode=0o700)
    (nowhere / "cache").mkdir()
    (nowhere / "cache" / "fazhi-niandu-baogao").symlink_to(real)
    cache_put("a", b"data")
    assert list(real.iterdir()) == []


def test_a_half_written_cache_file_is_not_returned(nowhere: Path) -> None:
    cache_put("a", b"some data")
    file = nowhere / "cache" / "fazhi-niandu-baogao" / "a"
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert cache_get("a") is None


def test_an_unusable_cache_place_is_no_error(nowhere: Path) -> None:
    (nowhere / "cache").write_text("in the way")
    cache_put("a", b"data")
    assert cache_get("a") is None
