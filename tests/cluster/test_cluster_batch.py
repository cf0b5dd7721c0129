"""A batch on a cluster is a batch here: the same files, the same memory of them, whoever is killed."""

import json
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from cluster_site import FORM, ROOT, Site, copied, environment, gen, running, wait_until, write_forms

pytestmark = pytest.mark.xdist_group("cluster")


def files(folder: Path) -> dict[str, str]:
    """What stands in a folder, the memory of it too; not the summary, which tells where it lies."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != ".gen.lock")
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in found}


def batch(site: Site, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return gen(site.program, folder, "batch", "forms", "--不汇总", "--cluster", site.address, *arguments)


def begun(site: Site, folder: Path) -> "subprocess.Popen[str]":
    """A batch of 90 forms, some of which are done."""
    write_forms(folder / "forms", 90)
    command = [sys.executable, "-m", "generator", "batch", "forms", "--不汇总", "--cluster", site.address, "-o", "out"]
    process = subprocess.Popen(
        command, cwd=folder, env=environment(site.program), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8",
    )  # fmt: skip
    wait_until(lambda: drafted(folder) >= 10)
    return process


def drafted(folder: Path) -> int:
    return len(list((folder / "out").glob("*.docx")))


def test_files_and_memory_are_those_of_a_batch_here(site: Site, tmp_path: Path) -> None:
    write_forms(tmp_path / "forms", 25)
    (tmp_path / "forms" / "005.yml").write_text("报告: [", encoding="utf-8")
    (tmp_path / "forms" / "006.yml").write_text(FORM.read_text("utf-8").replace("年度: 2024", "年度: 旧年"), "utf-8")
    here = gen(site.program, tmp_path, "batch", "forms", "--不汇总", "-o", "out")
    shutil.move(tmp_path / "out", tmp_path / "here")
    there = batch(site, tmp_path, "-o", "out")
    assert there.stdout == here.stdout
    assert "23 份完成，2 份有错" in there.stdout
    assert there.returncode == here.returncode == 1
    assert files(tmp_path / "out") == files(tmp_path / "here")
    assert len(list((tmp_path / "out").glob("*.docx"))) == 23


def test_a_second_run_does_only_what_changed_and_leaves_hand_edited_drafts(site: Site, tmp_path: Path) -> None:
    write_forms(tmp_path / "forms", 6)
    assert batch(site, tmp_path, "-o", "out").returncode == 0
    edited = tmp_path / "out" / "德化县第2镇人民政府-2024.docx"
    edited.write_bytes(b"edited")
    with (tmp_path / "forms" / "003.yml").open("ab") as form:
        form.write("\n# 改\n".encode())
    again = batch(site, tmp_path, "-o", "out")
    assert "1 份完成，1 份手工改过，没有动，4 份未改动而跳过" in again.stdout
    assert edited.read_bytes() == b"edited"
    # Whoever drafted them: here they count as drafted too.
    assert "5 份未改动而跳过" in gen(site.program, tmp_path, "batch", "forms", "--不汇总", "-o", "out").stdout


def test_a_template_folder_beside_the_forms_goes_along(site: Site, tmp_path: Path) -> None:
    write_forms(tmp_path / "forms", 8)
    own = tmp_path / "forms" / "templates" / "rule-of-law"
    shutil.copytree(ROOT / "templates" / "rule-of-law", own)
    with (own / "report.md.j2").open("ab") as report:
        report.write("\n另加的一段。\n".encode())
    assert gen(site.program, tmp_path, "batch", "forms", "--不汇总", "--to", "md", "-o", "here").returncode == 0
    assert batch(site, tmp_path, "--to", "md", "-o", "there").returncode == 0
    made = {path.name: path.read_text("utf-8") for path in (tmp_path / "there").glob("*.md")}
    assert made == {path.name: path.read_text("utf-8") for path in (tmp_path / "here").glob("*.md")}
    assert len(made) == 8
    assert all("另加的一段。" in text for text in made.values())


def test_a_worker_killed_in_the_middle_loses_nothing_and_doubles_nothing(site: Site, tmp_path: Path) -> None:
    doomed = site.worker()
    with begun(site, tmp_path) as process:
        doomed.kill()
        said = process.communicate()[0]
    assert "90 份完成" in said
    assert drafted(tmp_path) == 90
    entries = [json.loads(line) for line in (tmp_path / "out" / ".gen.jsonl").read_bytes().splitlines()]
    assert len([entry for entry in entries if "form" in entry]) == 90


def test_a_lost_scheduler_leaves_what_was_done_to_be_resumed(program: Path, tmp_path: Path) -> None:
    with running(program, tmp_path, workers=1) as site, begun(site, tmp_path) as process:
        site.started[0].kill()
        said = process.communicate()[0]
    assert process.returncode == 1
    assert said.endswith("的连接断了\n  起草好的都已写好；集群恢复后再运行同一条命令，只做剩下的\n")
    done = drafted(tmp_path)
    assert 10 <= done < 90
    rest = gen(program, tmp_path, "batch", "forms", "--不汇总", "-o", "out").stdout
    assert f"{90 - done} 份完成，{done} 份未改动而跳过" in rest


def test_a_worker_with_another_program_is_refused(site: Site, tmp_path: Path) -> None:
    write_forms(tmp_path / "forms", 3)
    other = copied(tmp_path / "other")
    draft = other / "generator" / "draft.py"
    draft.write_text(draft.read_text("utf-8") + "\n# another\n", "utf-8")
    worker = site.worker(other)
    try:
        refused = batch(site, tmp_path, "-o", "out")
    finally:
        worker.kill()
        worker.wait()
    assert refused.returncode == 2
    assert "工作进程“tcp://127.0.0.1:" in refused.stdout
    assert "”装的不是同一个版本：程序和模板是 " in refused.stdout
    assert list((tmp_path / "out").glob("*.docx")) == []


def test_a_worker_without_the_program_is_refused(site: Site, tmp_path: Path) -> None:
    write_forms(tmp_path / "forms", 3)
    (tmp_path / "old" / "generator").mkdir(parents=True)
    (tmp_path / "old" / "generator" / "__init__.py").write_text('__version__ = "0.0.1"\n')
    worker = site.worker(tmp_path / "old")
    try:
        refused = batch(site, tmp_path, "-o", "out")
    finally:
        worker.kill()
        worker.wait()
    assert refused.returncode == 2
    assert "”上没有装本程序，或是很旧的版本；这里是 0.1.0\n" in refused.stdout
