"""One zip for office computers without a network: our wheel, all wheels it needs, and what starts it.

python .ci/bundle/make.py [FOLDER], needs `build` and pip, and a package index for the other people's wheels.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
EXTRAS = "web,excel,pdf"
PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = {
    "linux-x86_64": ("manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64"),
    "linux-aarch64": ("manylinux2014_aarch64", "manylinux_2_17_aarch64", "manylinux_2_28_aarch64"),
    "windows": ("win_amd64",),
}
_STARTERS = {"启动.sh": "start.sh", "启动.bat": "start.bat", "启动.desktop": "start.desktop", "说明.txt": "readme.txt"}


def main() -> None:
    out = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "dist")
    wanted = os.environ.get("GEN_BUNDLE", " ".join(PLATFORMS)).split()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheels = folder / "wheels"
        _run("-m", "build", "--wheel", "--outdir", str(wheels), str(ROOT))
        (ours,) = wheels.glob("*.whl")
        for platform in wanted:
            for python in PYTHONS:
                _download(ours, wheels, platform, python)
        version = ours.name.split("-")[1]
        bundle = out / f"fazhi-niandu-baogao-{version}.zip"
        _zip(bundle, wheels, version)
    print(f"{bundle}（{bundle.stat().st_size / 1e6:.0f} MB）")


def _download(ours: Path, wheels: Path, platform: str, python: str) -> None:
    """Every wheel that ours needs there; what is pure Python comes once."""
    tags = [part for tag in PLATFORMS[platform] for part in ("--platform", tag)]
    # colorama is asked for by markers that pip reads for this machine, not for the other one.
    more = ["colorama"] if platform == "windows" else []
    _run(
        "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--only-binary=:all:", "--dest", str(wheels),
        "--python-version", python, "--implementation", "cp", *tags, f"{ours}[{EXTRAS}]", *more,
    )  # fmt: skip


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)


def _zip(bundle: Path, wheels: Path, version: str) -> None:
    top = f"法治政府建设年度报告-{version}"
    draft = bundle.with_suffix(".part")
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED) as package:
        for name, source in _STARTERS.items():
            text = (HERE / source).read_text(encoding="utf-8")
            windows = source.endswith((".bat", ".txt"))
            entry = zipfile.ZipInfo(f"{top}/{name}", (2020, 1, 1, 0, 0, 0))
            entry.external_attr = 0o755 << 16
            package.writestr(entry, text.replace("\n", "\r\n") if windows else text)
        package.writestr(f"{top}/version.txt", version)
        for wheel in sorted(wheels.glob("*.whl")):
            package.write(wheel, f"{top}/wheels/{wheel.name}")
    shutil.move(draft, bundle)


if __name__ == "__main__":
    main()
