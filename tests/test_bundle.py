"""The zip for office computers: made, unpacked, started without a network, and a report drafted with it."""

import os
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("bundle")
ROOT = Path(__file__).parent.parent
_OFFLINE = {f"{kind}_proxy": "http://127.0.0.1:9" for kind in ("http", "https", "all")}

_FETCH = """
import sys
from http.cookiejar import CookieJar
from urllib.request import HTTPCookieProcessor, ProxyHandler, build_opener
print(build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar())).open(sys.argv[1]).read().decode())
"""


def alone() -> list[str]:
    """What a command has to start with to have no network, as far as this system lets us."""
    for words in (["unshare", "-n"], ["unshare", "-r", "-n"]):
        try:
            if subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0:
                return words
        except OSError:
            break
    return []


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    mine = f"linux-{os.uname().machine}"
    environment = {**os.environ, "GEN_BUNDLE": mine}
    made = [sys.executable, str(ROOT / ".ci" / "bundle" / "make.py"), str(folder)]
    subprocess.run(made, env=environment, check=True, capture_output=True)
    (bundle,) = folder.glob("*.zip")
    with zipfile.ZipFile(bundle) as package:
        package.extractall(folder)
    return next(path for path in folder.iterdir() if path.is_dir())


def test_it_installs_and_drafts_without_a_network(unpacked: Path, tmp_path: Path) -> None:
    environment = {**os.environ, **_OFFLINE, "GEN_VENV": str(tmp_path / "venv")}
    start = [*alone(), "sh", str(unpacked / "启动.sh"), "--gen"]
    form = ROOT / "profiles" / "gekeng-2024.yml"
    first = [*start, "draft", str(form), "--to", "docx,md", "-o", str(tmp_path / "稿")]
    done = subprocess.run(first, env=environment, capture_output=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    assert len(list((tmp_path / "稿").glob("*.docx"))) == 1
    told = subprocess.run([*start, "doctor"], env=environment, capture_output=True, cwd=tmp_path, check=False)
    assert "没有装 openpyxl" not in told.stdout.decode()
    assert "没有装 flask" not in told.stdout.decode()


def test_windows_gets_line_ends_that_it_understands(unpacked: Path) -> None:
    script = (unpacked / "启动.bat").read_bytes()
    assert script.count(b"\r\n") == script.count(b"\n") > 20
    assert b"\r" not in (unpacked / "启动.sh").read_bytes()


def test_a_computer_without_python_is_told_what_to_install(unpacked: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bin"
    bare.mkdir()
    for tool in ("sh", "dirname", "cat"):
        (bare / tool).symlink_to(next(p for p in (Path("/bin") / tool, Path("/usr/bin") / tool) if p.exists()))
    environment = {"PATH": str(bare), "HOME": str(tmp_path), "GEN_VENV": str(tmp_path / "venv")}
    done = subprocess.run(["sh", str(unpacked / "启动.sh")], env=environment, capture_output=True, check=False)
    assert done.returncode == 3
    assert "没有找到 Python" in done.stdout.decode()


def test_the_window_opens_without_a_network_in_a_folder_that_is_made(unpacked: Path, tmp_path: Path) -> None:
    environment = {**os.environ, **_OFFLINE, "GEN_VENV": str(tmp_path / "venv"), "PYTHONUNBUFFERED": "1"}
    # A network of its own has no way out, and its loopback is down until it is brought up.
    inside = """
    if command -v ip >/dev/null && [ -n "$1" ]; then ip link set lo up; fi
    sh "$2" "$3" --port 8799 --no-browser > "$4" 2>&1 &
    for _ in $(seq 600); do grep -q http "$4" && break; sleep 0.2; done
    url=$(grep -o 'http://[^ ]*' "$4" | head -1)
    "$GEN_VENV/bin/python" "$5" "$url"
    kill $!
    """
    script = "\n".join(line.strip() for line in inside.splitlines())
    fetch = tmp_path / "fetch.py"
    fetch.write_text(_FETCH, "utf-8")
    said = tmp_path / "said.txt"
    given = ["apart" if alone() else "", str(unpacked / "启动.sh"), str(tmp_path / "表单"), str(said), str(fetch)]
    words = [*alone(), "sh", "-c", script, "sh", *given]
    done = subprocess.run(words, env=environment, capture_output=True, cwd=tmp_path, check=False, timeout=300)
    assert "新建表单" in done.stdout.decode(), done.stderr.decode() + said.read_text("utf-8")
    assert (tmp_path / "表单").is_dir()


def test_the_desktop_file_starts_what_lies_beside_it(unpacked: Path, tmp_path: Path) -> None:
    beside = tmp_path / "有 空格"
    beside.mkdir()
    (beside / "启动.sh").write_text("echo started beside $(basename \"$(dirname \"$0\")\")\n", "utf-8")
    entry = (unpacked / "启动.desktop").read_text("utf-8")
    (line,) = (line for line in entry.splitlines() if line.startswith("Exec="))
    words = shlex.split(line.removeprefix("Exec=").replace("%k", shlex.quote(str(beside / "启动.desktop"))))
    done = subprocess.run(words, capture_output=True, check=False, cwd=tmp_path)
    assert done.stdout.decode() == "started beside 有 空格\n", done.stderr.decode()
