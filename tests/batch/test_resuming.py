"""A batch that is run again, killed, or run twice at once."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from filelock import FileLock

from generator import api
from generator.api import Batched
from generator.batch.ledger import LOCK, remembered
from generator.errors import CannotWrite, UnreadableInput

_FORM = """报告:
  年度: 2024
单位:
  名称: 青禾县{name}人民政府
  层级: 乡镇
  上级: 青禾县
主要举措:
  行政执法:
    数据:
      执法人员: {number}
"""
_NAMES = ("清溪镇", "白石乡", "石桥镇", "云岭镇", "清溪镇")


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    """Five forms, the first and the last of one unit."""
    folder = tmp_path / "表单"
    folder.mkdir()
    for number, name in enumerate(_NAMES):
        (folder / f"{number}.yml").write_text(_FORM.format(name=name, number=number + 1), encoding="utf-8")
    return folder


def batch(forms: Path, **options: object) -> list[Batched]:
    return list(api.batch([forms], output=forms.parent / "稿", formats=("md",), **options))  # type: ignore[arg-type]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".md"}


def states(results: list[Batched]) -> list[str]:
    return [result.state for result in results]


def test_what_has_not_changed_is_not_drafted_again(forms: Path) -> None:
    assert states(batch(forms)) == ["drafted"] * 5
    before = {path: path.stat().st_mtime_ns for path in (forms.parent / "稿").glob("*.md")}
    assert len(before) == 5
    assert states(batch(forms)) == ["unchanged"] * 5
    assert {path: path.stat().st_mtime_ns for path in (forms.parent / "稿").glob("*.md")} == before


def test_only_the_changed_form_is_drafted_again_under_its_name(forms: Path) -> None:
    batch(forms)
    before = contents(forms.parent / "稿")
    last = forms / "4.yml"
    last.write_text(last.read_text(encoding="utf-8").replace("5", "77"), encoding="utf-8")
    assert states(batch(forms)) == ["unchanged"] * 4 + ["drafted"]
    after = contents(forms.parent / "稿")
    assert after.keys() == before.keys()
    assert [name for name in after if after[name] != before[name]] == ["青禾县清溪镇人民政府-2024（2）.md"]


def test_a_deleted_draft_is_made_again(forms: Path) -> None:
    batch(forms)
    before = contents(forms.parent / "稿")
    (forms.parent / "稿" / "青禾县石桥镇人民政府-2024.md").unlink()
    assert states(batch(forms)) == ["unchanged", "unchanged", "drafted", "unchanged", "unchanged"]
    assert contents(forms.parent / "稿") == before


def test_another_format_or_base_is_another_draft(forms: Path) -> None:
    batch(forms)
    base = forms.parent / "共用.yml"
    base.write_text("报告:\n  成文日期: 2025-02-20\n", encoding="utf-8")
    assert states(batch(forms, base=base)) == ["drafted"] * 5
    assert states(batch(forms, base=base)) == ["unchanged"] * 5
    html = api.batch([forms], output=forms.parent / "稿", formats=("html",))
    assert states(list(html)) == ["drafted"] * 5


def test_a_draft_edited_by_hand_is_kept_and_listed(forms: Path) -> None:
    batch(forms)
    edited = forms.parent / "稿" / "青禾县白石乡人民政府-2024.md"
    edited.write_text("手工改的。\n", encoding="utf-8")
    second = batch(forms)[1]
    assert (second.state, second.error) == ("edited", None)
    form = forms / "1.yml"
    form.write_text(form.read_text(encoding="utf-8").replace("2\n", "3\n"), encoding="utf-8")
    second = batch(forms)[1]
    assert second.state == "edited"
    assert "手工改过" in str(second.error)
    assert edited.read_text(encoding="utf-8") == "手工改的。\n"
    assert batch(forms, existing="force")[1].state == "drafted"
    assert (edited.parent / f"{edited.name}.bak-1").read_text(encoding="utf-8") == "手工改的。\n"


def test_the_memory_survives_a_torn_line(forms: Path) -> None:
    batch(forms)
    memory = forms.parent / "稿" / ".gen.jsonl"
    memory.write_bytes(memory.read_bytes() + b'{"form": "../\xe8\xa1')
    assert states(batch(forms)) == ["unchanged"] * 5
    assert len(remembered(forms.parent / "稿")) == 5


def test_two_runs_on_one_folder_exclude_each_other(forms: Path) -> None:
    batch(forms)
    with FileLock(forms.parent / "稿" / LOCK), pytest.raises(CannotWrite, match="另一次批量起草"):
        batch(forms)
    assert states(batch(forms)) == ["unchanged"] * 5


@pytest.mark.parametrize("delay", [0.25, 0.4, 0.55, 0.7])
def test_a_run_killed_at_any_moment_is_resumed_to_the_same_bytes(forms: Path, delay: float) -> None:
    for number in range(5, 40):
        (forms / f"{number}.yml").write_text(_FORM.format(name=f"第{number}镇", number=number), encoding="utf-8")
    batch(forms)
    folder = forms.parent / "稿"
    undisturbed = contents(folder)
    shutil.rmtree(folder)
    command = [sys.executable, "-m", "generator", "batch", str(forms), "-o", str(folder), "--to", "md", "--jobs", "2"]
    running = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(delay)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    if folder.exists():
        # The workers hold the lock until the system has ended them too, a moment after their parent.
        with FileLock(folder / LOCK, timeout=10):
            assert all(data == undisturbed[name] for name, data in contents(folder).items())
    batch(forms)
    assert contents(folder) == undisturbed


def test_a_base_that_cannot_be_read_stops_the_batch(forms: Path) -> None:
    base = forms.parent / "共用.yml"
    base.write_text("报告:\n  成文日期: 2025-02-30\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="1 处读不懂"):
        batch(forms, base=base)


def test_a_base_among_the_forms_is_no_form(forms: Path) -> None:
    base = forms / "0-共用.yml"
    base.write_text("报告:\n  成文日期: 2025-02-20\n", encoding="utf-8")
    assert len(batch(forms, base=base)) == 5


def test_a_units_own_list_is_not_mixed_with_the_base(forms: Path) -> None:
    base = forms.parent / "共用.yml"
    base.write_text("单位:\n  主送:\n    - 青禾县委\n    - 青禾县人民政府\n", encoding="utf-8")
    own = forms / "1.yml"
    text = own.read_text(encoding="utf-8").replace("  上级: 青禾县\n", "  上级: 青禾县\n  主送: 云州市人民政府\n")
    own.write_text(text, encoding="utf-8")
    results = batch(forms, base=base)
    assert [len(result.drafted.files) for result in results if result.drafted] == [2, 1, 2, 2, 2]


def test_a_workbook_is_drafted_unit_by_unit_and_again_only_where_it_changed(tmp_path: Path) -> None:
    book = tmp_path / "填报表.xlsx"
    units = ["青禾县清溪镇人民政府", "青禾县白石乡人民政府"]
    book.write_bytes(api.workbook("乡镇", units, 2025))
    first = list(api.batch([book], output=tmp_path / "稿", formats=("md",)))
    assert states(first) == ["drafted", "drafted"]
    assert (tmp_path / "稿" / "青禾县白石乡人民政府-2025.md").exists()
    made = openpyxl.load_workbook(book)
    column = next(cell.column for cell in made["矛盾纠纷"][2] if str(cell.value).startswith("调解矛盾纠纷"))
    made["矛盾纠纷"].cell(4, column).value = 12
    made["矛盾纠纷"].cell(3, column).value = "许多"
    made.save(book)
    second = list(api.batch([book], output=tmp_path / "稿", formats=("md",)))
    assert states(second) == ["failed", "unchanged", "drafted"]
    assert "“许多”" in str(second[0].error)
    assert "调解矛盾纠纷12件" in (tmp_path / "稿" / "青禾县白石乡人民政府-2025.md").read_text(encoding="utf-8")


def test_a_form_edited_after_it_came_out_of_its_workbook_is_used_as_it_is(tmp_path: Path) -> None:
    book = tmp_path / "填报表.xlsx"
    book.write_bytes(api.workbook("乡镇", ["青禾县清溪镇人民政府", "青禾县白石乡人民政府"], 2025))
    list(api.batch([book], output=tmp_path / "稿", formats=("md",)))
    form = tmp_path / "稿" / "表单" / "青禾县清溪镇人民政府.yml"
    form.write_text(form.read_text(encoding="utf-8") + "其他: 手工加的一句\n", encoding="utf-8")
    again = list(api.batch([book], output=tmp_path / "稿", formats=("md",)))
    assert states(again) == ["failed", "drafted", "unchanged"]
    assert "用的是改过的" in str(again[0].error)
    assert "手工加的一句" in (tmp_path / "稿" / "青禾县清溪镇人民政府-2025.md").read_text(encoding="utf-8")


def test_a_full_disk_stops_the_run_at_once_and_the_next_one_goes_on(forms: Path) -> None:
    undisturbed = forms.parent / "另"
    list(api.batch([forms], output=undisturbed))
    out = forms.parent / "稿"
    script = (
        "import resource, signal, sys\n"
        "from generator.cli.run import main\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "sys.exit(main(['batch', sys.argv[1], '-o', sys.argv[2], '--jobs', '1', '--不汇总']))\n"
    )
    command = [sys.executable, "-c", script, str(forms), str(out)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 5
    assert ended.stderr.count("磁盘满了") == 1
    assert [path.name for path in out.iterdir() if path.suffix in (".tmp", ".docx")] == []
    assert states(list(api.batch([forms], output=out))) == ["drafted"] * 5
    for path in undisturbed.glob("*.docx"):
        assert (out / path.name).read_bytes() == path.read_bytes()


def test_ctrl_c_tells_what_is_done_and_how_to_go_on(forms: Path) -> None:
    more = range(5, 900)
    for number in more:
        (forms / f"{number}.yml").write_text(_FORM.format(name=f"第{number}镇", number=number), encoding="utf-8")
    folder = forms.parent / "稿"
    # Whoever runs these tests in the background lets them inherit that Ctrl-C is ignored.
    script = (
        "import signal, sys\n"
        "from generator.cli.run import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "sys.exit(main(['batch', sys.argv[1], '-o', sys.argv[2], '--to', 'md', '--jobs', '2']))\n"
    )
    command = [sys.executable, "-c", script, str(forms), str(folder)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
    while not any(folder.glob("*.md")) and running.poll() is None:
        time.sleep(0.01)
    said = b""
    while running.returncode is None:
        # Libraries written in C may lose one; whoever sees that nothing happens presses the keys again.
        os.killpg(running.pid, signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            said = running.communicate(timeout=5)[1]
    assert "写好的都在，再运行同一条命令只做剩下的" in said.decode()
    assert not [path for path in folder.iterdir() if path.suffix == ".tmp"]
    done = len(list(folder.glob("*.md")))
    for number in more:
        if number % 50 and not (folder / f"青禾县第{number}镇人民政府-2024.md").exists():
            (forms / f"{number}.yml").unlink()
    again = states(batch(forms))
    assert again.count("unchanged") >= done - 1
    assert "drafted" in again
