"""Files on the disk: whole, remembered, and never written over what somebody changed."""

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import CannotWrite, ExitCode, UsageError
from generator.outputs import HandEdited, distinct, put, remembered, safe_name, store, stored

ROOT = Path(__file__).parent.parent


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user may reach, unlike `tmp_path`."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_files_are_written_into_a_folder_that_is_made(tmp_path: Path) -> None:
    written = put(tmp_path / "a" / "b", {"甲.docx": b"1", "甲.md": b"2"})
    assert [file.path.read_bytes() for file in written] == [b"1", b"2"]
    assert names(tmp_path / "a" / "b") == {"甲.docx", "甲.md", ".gen.jsonl"}


def test_what_we_wrote_is_overwritten_without_asking(tmp_path: Path) -> None:
    for content in (b"1", b"2", b"1"):
        put(tmp_path, {"甲.docx": content})
    assert (tmp_path / "甲.docx").read_bytes() == b"1"
    assert names(tmp_path) == {"甲.docx", ".gen.jsonl"}


def test_the_memory_grows_only_with_new_contents(tmp_path: Path) -> None:
    for content in (b"1", b"2", b"1", b"2"):
        put(tmp_path, {"甲.docx": content})
    assert len((tmp_path / ".gen.jsonl").read_text().splitlines()) == 2


def test_a_hand_edited_file_is_refused_and_nothing_is_touched(tmp_path: Path) -> None:
    put(tmp_path, {"甲.docx": b"1", "甲.md": "首段。\n\n次段。\n".encode()})
    (tmp_path / "甲.md").write_text("首段。\n\n次段改过。\n", encoding="utf-8")
    with pytest.raises(HandEdited) as stop:
        put(tmp_path, {"甲.docx": b"2", "甲.md": "首段。\n\n次段。\n".encode()})
    assert "第2段“次段改过。”" in stop.value.message
    assert "--new" in stop.value.hint
    assert stop.value.exit_code is ExitCode.CANNOT_WRITE
    assert (tmp_path / "甲.docx").read_bytes() == b"1"
    assert (tmp_path / "甲.md").read_text(encoding="utf-8") == "首段。\n\n次段改过。\n"


def test_an_unknown_file_counts_as_hand_edited(tmp_path: Path) -> None:
    (tmp_path / "甲.pdf").write_bytes(b"mine")
    with pytest.raises(HandEdited):
        put(tmp_path, {"甲.pdf": b"ours"})


def test_a_file_copied_from_another_folder_under_another_name_is_unknown(tmp_path: Path) -> None:
    put(tmp_path, {"甲.pdf": b"1"})
    (tmp_path / "乙.pdf").write_bytes(b"1")
    with pytest.raises(HandEdited):
        put(tmp_path, {"乙.pdf": b"2"})


def test_new_writes_all_formats_beside_and_again_in_the_same_place(tmp_path: Path) -> None:
    put(tmp_path, {"甲.docx": b"1", "甲.md": b"1"})
    (tmp_path / "甲.md").write_bytes(b"edited")
    for content in (b"2", b"3"):
        written = put(tmp_path, {"甲.docx": content, "甲.md": content}, "new")
        assert [file.path.name for file in written] == ["甲-2.docx", "甲-2.md"]
    (tmp_path / "甲-2.docx").write_bytes(b"edited")
    assert put(tmp_path, {"甲.docx": b"4", "甲.md": b"4"}, "new")[0].path.name == "甲-3.docx"
    assert (tmp_path / "甲.md").read_bytes() == b"edited"


def test_force_moves_aside_only_what_was_edited(tmp_path: Path) -> None:
    put(tmp_path, {"甲.docx": b"1", "甲.md": b"1"})
    for edit, aside in ((b"e1", "甲.md.bak-1"), (b"e2", "甲.md.bak-2")):
        (tmp_path / "甲.md").write_bytes(edit)
        _, markdown = put(tmp_path, {"甲.docx": b"2", "甲.md": b"2"}, "force")
        assert markdown.aside == tmp_path / aside
        assert (tmp_path / aside).read_bytes() == edit
    assert (tmp_path / "甲.md").read_bytes() == b"2"
    assert not list(tmp_path.glob("甲.docx.bak*"))


@pytest.mark.parametrize("torn", [b'{"file": "x', b'{"file": "x.md", "sha256": "00"}', b"\xff\xfe\x00", b"[]\n\n{}"])
def test_a_torn_last_line_of_the_memory_does_no_harm(tmp_path: Path, torn: bytes) -> None:
    put(tmp_path, {"甲.docx": b"1"})
    with (tmp_path / ".gen.jsonl").open("ab") as file:
        file.write(torn)
    put(tmp_path, {"甲.docx": b"2"})
    put(tmp_path, {"甲.docx": b"3"})
    assert (tmp_path / "甲.docx").read_bytes() == b"3"


def test_a_shared_memory_is_kept_up_to_date(tmp_path: Path) -> None:
    memory = remembered(tmp_path)
    for content in (b"1", b"2"):
        put(tmp_path, {"甲.docx": content}, memory=memory)
    assert memory - {""} == remembered(tmp_path) - {""}


def test_a_process_killed_while_writing_leaves_whole_files_that_stay_ours(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from generator.outputs import put\n"
        "n = 0\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    n += 1; put(Path(sys.argv[1]), {f'甲.{e}': str(n % 10).encode() * 2_000_000 for e in ('docx', 'md')})\n"
    )
    for pause in (0.02, 0.05, 0.09):
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert process.stdout is not None
        process.stdout.readline()
        signal.sigtimedwait([], pause)
        process.kill()
        process.wait()
        process.stdout.close()
        for path in tmp_path.glob("甲.*"):
            content = path.read_bytes()
            assert len(content) == 2_000_000
            assert len(set(content)) == 1
    put(tmp_path, {"甲.docx": b"after", "甲.md": b"after"})


def test_a_folder_without_permission_is_named(open_folder: Path) -> None:
    (open_folder / "locked").mkdir(mode=0o555)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            put(open_folder / "locked", {"甲.docx": b"1"})
        except CannotWrite as stop:
            os.write(writer, stop.message.encode())
        finally:
            os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as said:
        assert "没有权限写" in said.read().decode()
    assert names(open_folder / "locked") == set()


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    import resource

    put(tmp_path, {"甲.docx": b"1", "甲.md": b"1"})
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(CannotWrite) as stop:
            put(tmp_path, {"甲.docx": b"2", "甲.md": b"2" * 200_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert isinstance(stop.value.__cause__, OSError)
    assert stop.value.__cause__.errno == errno.EFBIG
    assert "磁盘满了" in stop.value.message
    assert names(tmp_path) == {"甲.docx", "甲.md", ".gen.jsonl"}
    assert (tmp_path / "甲.docx").read_bytes() == b"1"


def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite, match="不是文件夹"):
        put(tmp_path / "file" / "drafts", {"甲.docx": b"1"})
    with pytest.raises(CannotWrite, match="是一个文件，不是文件夹"):
        put(tmp_path / "file", {"甲.docx": b"1"})
    (tmp_path / "甲.docx").mkdir()
    with pytest.raises(CannotWrite, match="是一个文件夹"):
        put(tmp_path, {"甲.docx": b"1"})
    with pytest.raises(CannotWrite, match="名称太长"):
        put(tmp_path, {"甲" * 200 + ".docx": b"1"})


def test_edited_paragraphs_of_a_word_file_are_named(tmp_path: Path) -> None:
    import io

    import docx

    def made(*texts: str) -> bytes:
        document, file = docx.Document(), io.BytesIO()
        for text in texts:
            document.add_paragraph(text)
        document.save(file)
        return file.getvalue()

    put(tmp_path, {"甲.docx": made("一、举措", "A&B", "C")})
    edited = docx.Document(str(tmp_path / "甲.docx"))
    edited.paragraphs[1].text = "A&B 改"
    edited.save(str(tmp_path / "甲.docx"))
    with pytest.raises(HandEdited, match=r"与新稿不同的有第2段“A&B 改”$"):
        put(tmp_path, {"甲.docx": made("一、举措", "A&B", "C", "D")}, "refuse")


def test_output_names_a_folder_or_the_file_of_a_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = [(".docx", b"1"), (".md", b"2")]
    assert store(None, "某镇:2024", files) == (Path("drafts/某镇_2024.docx"), Path("drafts/某镇_2024.md"))
    assert store(Path("out"), "某镇", files) == (Path("out/某镇.docx"), Path("out/某镇.md"))
    assert store(Path("out/我的.md"), "某镇", files) == (Path("out/我的.docx"), Path("out/我的.md"))
    assert store(Path("v1.2"), "某镇", files)[0] == Path("v1.2/某镇.docx")
    with pytest.raises(UsageError, match=r"-o 写的是 \.pdf"):
        store(Path("out/我的.pdf"), "某镇", files)
    (tmp_path / "out/我的.md").write_bytes(b"edited")
    assert stored(Path("out/我的.md"), "某镇", files, "force")[1].aside == Path("out/我的.md.bak-1")


@given(st.text())
def test_any_name_becomes_a_usable_file_name(name: str) -> None:
    stem = safe_name(name)
    assert 0 < len(stem.encode()) <= 151
    assert not set(stem) & set('<>:"/\\|?*\0\n\r\t ')
    assert stem[0] not in ".-"
    assert stem[-1] not in ". "
    assert safe_name(stem) == stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("CON", "_CON"),
        ("com1.2024", "_com1.2024"),
        ("../../etc/passwd", "etc_passwd"),
        (".gen.jsonl", "gen.jsonl"),
        ("", "未命名"),
        ("某镇\u202e人民政府", "某镇_人民政府"),
        ("德化县葛坑镇人民政府", "德化县葛坑镇人民政府"),
    ],
)
def test_names_that_systems_reserve_or_that_lead_elsewhere_are_changed(name: str, stem: str) -> None:
    assert safe_name(name) == stem


@given(st.lists(st.sampled_from(["某镇", "某镇（2）", "A", "a", "", "CON", "a/b", "a_b"])))
def test_no_two_drafts_of_a_batch_meet_in_one_file(listed: list[str]) -> None:
    stems = distinct(listed)
    assert len({stem.casefold() for stem in stems}) == len(listed)


def test_a_place_that_takes_no_files_is_told_in_chinese() -> None:
    if not Path("/proc/self").exists():
        pytest.skip("no folder that takes no files on this system")
    with pytest.raises(CannotWrite) as stop:
        put(Path("/proc"), {"甲.docx": b"1"})
    assert not re.search("[A-Za-z]{4,}", stop.value.message.replace("/proc", "").replace("docx", ""))
