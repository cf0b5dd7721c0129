"""Encrypted clusters, and what is said to those who may not use one."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cluster_site import environment, gen, running, write_forms

pytestmark = pytest.mark.xdist_group("cluster")


def certificate(folder: Path, name: str, authority: Path) -> tuple[Path, Path]:
    """A certificate and its key; signed by an authority, unless it is one itself."""
    made, key = folder / f"{name}.pem", folder / f"{name}.key"
    signed = [] if authority == made else ["-CA", str(authority), "-CAkey", str(authority.with_suffix(".key"))]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={name}", "-keyout", str(key), "-out", str(made), *signed],
        check=True, capture_output=True,
    )  # fmt: skip
    return made, key


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_an_encrypted_cluster_works_for_those_whose_certificate_it_knows(program: Path, tmp_path: Path) -> None:
    authority, _ = certificate(tmp_path, "ca", tmp_path / "ca.pem")
    own, key = certificate(tmp_path, "own", authority)
    stranger, strange_key = certificate(tmp_path, "stranger", tmp_path / "stranger.pem")
    write_forms(tmp_path / "forms", 3)
    trust = ("--tls-ca-file", str(authority), "--tls-cert", str(own), "--tls-key", str(key))
    with running(program, tmp_path, workers=1, protocol="tls", trust=trust) as site:

        def said(address: str, ca: Path, certificate: Path, key: Path) -> str:
            return gen(
                program, tmp_path, "batch", "forms", "--不汇总", "--cluster", address,
                "--tls-ca", str(ca), "--tls-cert", str(certificate), "--tls-key", str(key),
            ).stdout  # fmt: skip

        assert site.address.startswith("tls://")
        assert "3 份完成" in said(site.address, authority, own, key)
        assert said(site.address, stranger, stranger, strange_key).startswith(f"连不上集群“{site.address}”\n")
        assert said(site.address, authority, own, strange_key).startswith("证书不能用")
        assert said(site.address, authority, own, tmp_path / "none.key").startswith("没有证书文件“")
        bare = gen(program, tmp_path, "batch", "forms", "--cluster", site.address).stdout
        assert bare.startswith("加密连接要有证书\n")
        plain = site.address.replace("tls://", "tcp://")
        assert gen(program, tmp_path, "batch", "forms", "--cluster", plain).stdout.startswith(f"连不上集群“{plain}”\n")


def test_a_cluster_that_is_not_there_is_said(program: Path, tmp_path: Path) -> None:
    write_forms(tmp_path / "forms", 1)
    said = gen(program, tmp_path, "batch", "forms", "--cluster", "tcp://localhost:9")
    assert (said.returncode, said.stdout.splitlines()[0]) == (1, "连不上集群“tcp://localhost:9”")


def test_certificates_without_a_cluster_are_a_mistake(program: Path, tmp_path: Path) -> None:
    said = gen(program, tmp_path, "batch", "forms", "--insecure")
    assert (said.returncode, said.stdout.splitlines()[0]) == (2, "没有写集群的地址")


def test_a_batch_here_knows_nothing_of_clusters(program: Path, tmp_path: Path) -> None:
    write_forms(tmp_path / "forms", 2)
    code = (
        "import sys; from generator.cli.run import main; main(['batch', 'forms', '--jobs', '1']); "
        "print([name for name in sys.modules if name.startswith(('dask', 'distributed', 'generator.batch.cluster'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment(program), encoding="utf-8", check=True,
        stdout=subprocess.PIPE,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"
