"""LibreOffice as a converter: found, run on bytes in a folder of its own, and ended in time."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from generator.records import record

TIME_LIMIT = 120.0
"""Seconds for one conversion, the start of LibreOffice on a slow machine included."""

_PLACES = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
    "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe",
)
# Somebody else's file runs no macro and fetches nothing.
_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


@record
class Conversion:
    """content: the bytes made, empty where it failed; said: LibreOffice's last words; in_time: whether it ended
    by itself."""

    content: bytes
    said: str
    in_time: bool = True


def program() -> str | None:
    """The program file of LibreOffice, None where it is not installed; `$GEN_SOFFICE` names another one."""
    chosen = os.environ.get("GEN_SOFFICE")
    if chosen:
        return shutil.which(chosen)
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def convert(
    office: str, content: bytes, name: str, to: str, reading: str = "", time_limit: float = TIME_LIMIT
) -> Conversion:
    """The file `name` with these bytes in another format.

    office: the program; to: ending and export filter (`pdf:writer_pdf_Export`); reading: import filter, "" for
    LibreOffice's guess; time_limit: seconds.
    """
    # A profile of its own: two conversions that share one end each other.
    with tempfile.TemporaryDirectory(prefix="gen-office-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, name)
        source.write_bytes(content)
        profile = Path(folder, "profile")
        (profile / "user").mkdir(parents=True)
        (profile / "user/registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        out = Path(folder, "out")
        command = [
            office,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            *([f"--infilter={reading}"] if reading else []),
            "--convert-to",
            to,
            "--outdir",
            str(out),
            str(source),
        ]
        said = _run(command, time_limit)
        if said is None:
            return Conversion(b"", "", in_time=False)
        target = out / source.with_suffix("." + to.partition(":")[0]).name
        return Conversion(target.read_bytes() if target.is_file() else b"", said)


def _run(command: list[str], time_limit: float) -> str | None:
    """What the program said last, None where it had to be ended. It runs in a session of its own, so that its
    children end with it."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=os.name == "posix",
    )
    try:
        output, _ = process.communicate(timeout=time_limit)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if process.poll() is None:
            _end(process)
    lines = output.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()  # reads what is left and closes the pipe
