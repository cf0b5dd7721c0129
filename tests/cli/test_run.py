"""However a command ends, it ends in Chinese and with the promised exit code."""

import os
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep

import click
import pytest

from generator import remembered
from generator.cli import run
from generator.cli.command import Chinese, Lazy
from generator.cli.gen import gen
from generator.cli.options import Formats
from generator.errors import BrokenTemplate, CannotWrite, GeneratorError, UnreadableInput, UsageError

_ENGLISH = re.compile(r"\b(?:Usage|Error|Options|Commands|Try|No such|Missing|Invalid|Got|Show|requires)\b")


def every_command() -> list[list[str]]:
    """The words of each command, groups included."""
    found: list[list[str]] = [[]]
    for name in gen.listed:
        found.append([name])
        command = gen.get_command(click.Context(gen), name)
        if isinstance(command, Lazy):
            found += [[name, inner] for inner in command.listed]
    return found


@pytest.mark.parametrize("words", every_command(), ids=" ".join)
def test_every_help_page_is_chinese_and_fits_80_columns(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main([*words, "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith(" ".join(["用法：gen", *words]))
    assert not _ENGLISH.search(page)
    assert max(sum(2 if "一" <= c <= "鿿" else 1 for c in line) for line in page.splitlines()) <= 80
    assert all(line.endswith("显示这段说明") for line in page.splitlines() if "--help" in line)


@pytest.mark.parametrize("words", every_command(), ids=" ".join)
def test_every_command_is_one_of_ours(words: list[str]) -> None:
    command: click.Command = gen
    for word in words:
        assert isinstance(command, Lazy)
        inner = command.get_command(click.Context(command), word)
        assert inner is not None
        command = inner
    assert isinstance(command, Chinese)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("darft x.yml", "没有“darft”这个命令，是不是 draft？"),
        ("完全不像", "没有“完全不像”这个命令；命令有：form"),
        ("draft --froce x.yml", "没有“--froce”这个选项\n  是不是 --force？"),
        ("draft --template", "“--template”后面要写值"),
        ("draft --review=yes x.yml", "“--review”后面不带值"),
        ("draft", "缺少“表单…”"),
        ("draft --to doc x.yml", "选项 --to 不对：没有“doc”这种格式，可以写 docx、md、html、pdf"),
        ("form --year 二〇二四", "选项 --year 不对：“二〇二四”不是整数"),
        ("form --year 24", "选项 --year 不对：24 不在 2015 到 2100 之间"),
        ("form", "缺少选项 --level"),
        ("form --level 乡镇 --year 2024", "缺少选项 --unit"),
        ("form --from profiles/gekeng-2024.yml", "缺少选项 --year"),
        ("templates list more", "多出了“more”"),
        ("templates eject nonesuch", "随程序没有叫“nonesuch”的模板"),
    ],
)
def test_a_wrong_command_line_is_explained(line: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(line.split()) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith(message)
    assert shown.out == ""
    assert not _ENGLISH.search(shown.err)


def test_formats_may_be_separated_as_people_type_them() -> None:
    assert Formats().convert("DOCX， md、.html,docx", None, None) == ("docx", "md", "html")


@pytest.fixture
def stopping(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """`gen` with one command, which raises what the test asks for."""

    @click.command(cls=Chinese)
    def command() -> None:
        raise request.param

    monkeypatch.setattr(run, "gen", command)


@pytest.mark.parametrize(
    ("stopping", "code"),
    [
        (UsageError("做不到", "这样做"), 2),
        (UnreadableInput("做不到", "这样做"), 3),
        (BrokenTemplate("做不到", "这样做"), 4),
        (CannotWrite("做不到", "这样做"), 5),
        (GeneratorError("做不到", "这样做"), 70),
    ],
    indirect=["stopping"],
)
@pytest.mark.usefixtures("stopping")
def test_each_kind_of_stop_has_its_exit_code(code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main([]) == code
    assert capsys.readouterr().err == "做不到\n  这样做\n"


@pytest.mark.parametrize("stopping", [ZeroDivisionError("division")], indirect=True)
@pytest.mark.usefixtures("stopping")
def test_our_bug_shows_a_traceback_only_with_debug(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main([]) == 70
    quiet = capsys.readouterr().err
    assert "程序出错" in quiet
    assert "Traceback" not in quiet
    assert run.main(["--debug"]) == 70
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("stopping", [KeyboardInterrupt()], indirect=True)
@pytest.mark.usefixtures("stopping")
def test_an_interrupt_is_no_bug(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main([]) == 130
    assert capsys.readouterr().err.strip() == "已中止"


def test_an_interrupt_that_python_only_reports_comes_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Pressed:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGINT)

    @click.command(cls=Chinese)
    def command() -> None:
        Pressed()
        for _ in range(1000):
            sleep(0.01)

    monkeypatch.setattr(run, "gen", command)
    with pressable():
        assert run.main([]) == 130
    assert capsys.readouterr().err.strip() == "已中止"


def test_an_interrupt_after_all_is_done_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pressed = []

    def replace(*paths: str) -> None:
        pressed.append(paths)
        signal.raise_signal(signal.SIGINT)

    @click.command(cls=Chinese)
    def command() -> None:
        remembered.remembered(("test",), lambda: 1)
        monkeypatch.setattr(os, "replace", replace)

    monkeypatch.setattr(run, "gen", command)
    with pressable():
        assert run.main([]) == 0
    assert pressed
    assert capsys.readouterr().err == ""


def test_other_errors_that_python_only_reports_are_reported(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)

    class Broken:
        def __del__(self) -> None:
            raise ZeroDivisionError

    @click.command(cls=Chinese)
    def command() -> None:
        Broken()

    monkeypatch.setattr(run, "gen", command)
    assert run.main([]) == 0
    assert [one.exc_type for one in told] == [ZeroDivisionError]
    assert sys.unraisablehook == told.append


@contextmanager
def pressable() -> Iterator[None]:
    """Ctrl-C is raised here, whatever whoever runs the tests lets them inherit."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def test_version_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["--version"]) == 0
    assert re.fullmatch(r"gen \d+\.\d+\.\d+\n", capsys.readouterr().out)
