"""Learning on a cluster: counts add up to the same schema as here."""

from pathlib import Path

import pytest
from cluster_site import ROOT, Site, gen, write_forms

pytestmark = pytest.mark.xdist_group("cluster")


def test_reports_counted_on_a_cluster_teach_the_same_schema(site: Site, tmp_path: Path) -> None:
    write_forms(tmp_path / "forms", 12)
    assert gen(site.program, tmp_path, "batch", "forms", "--不汇总", "-o", "reports").returncode == 0
    (tmp_path / "reports" / "bad.docx").write_bytes(b"PK\x03\x04 cut off")
    options = ("learn", "reports", "--into")
    here = gen(site.program, tmp_path, *options, "here.json")
    there = gen(site.program, tmp_path, *options, "there.json", "--cluster", site.address)
    assert there.stdout.replace("there.json", "here.json") == here.stdout
    assert "bad.docx" in there.stdout
    assert "加了 12 份" in there.stdout
    assert (tmp_path / "there.json").read_bytes() == (tmp_path / "here.json").read_bytes()


def test_a_genre_is_learned_here_only(site: Site, tmp_path: Path) -> None:
    said = gen(site.program, tmp_path, "learn", str(ROOT), "--genre", "总结", "-o", "x", "--cluster", site.address)
    assert (said.returncode, said.stdout) == (2, "--genre 只在本机上做\n  去掉 --cluster\n")
