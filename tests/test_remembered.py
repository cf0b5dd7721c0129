"""What one run reckons the next one finds, and nothing else."""

import marshal
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import remembered as memory
from generator.remembered import begin, kept, remembered

PLAIN = st.recursive(
    st.one_of(st.none(), st.integers(), st.text(), st.binary(), st.frozensets(st.integers())),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner), st.tuples(inner, inner)),
    max_leaves=8,
)
KEYS = st.tuples(st.sampled_from(["甲", "乙"]), st.text(max_size=3))


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    yield
    kept()


def never() -> Any:
    raise AssertionError("reckoned again")


@given(st.dictionaries(KEYS, PLAIN, min_size=1))
def test_the_next_run_finds_what_this_one_made(things: dict[Any, Any]) -> None:
    begin(lambda: None)
    assert {key: remembered(key, lambda key=key: things[key]) for key in things} == things  # type: ignore[misc]
    data = kept()
    begin(lambda: data)
    assert {key: remembered(key, never) for key in things} == things
    assert kept() is None


@given(st.dictionaries(KEYS, PLAIN, max_size=3), st.dictionaries(KEYS, PLAIN, min_size=1, max_size=3))
def test_a_run_adds_to_what_earlier_ones_made(first: dict[Any, Any], then: dict[Any, Any]) -> None:
    data = None
    for things in (first, then):
        begin(lambda data=data: data)  # type: ignore[misc]
        for key, thing in things.items():
            remembered(key, lambda thing=thing: thing)  # type: ignore[misc]
        data = kept() or data
    begin(lambda: data)
    assert {key: remembered(key, never) for key in {**then, **first}} == {**then, **first}


@pytest.mark.parametrize("data", [b"", b"x", b"{", marshal.dumps([1]), marshal.dumps({("甲",): 1})[:-3]])
def test_what_is_spoiled_is_made_anew(data: bytes) -> None:
    begin(lambda: data)
    assert remembered(("甲",), lambda: 1) == 1


def test_each_caller_gets_its_own() -> None:
    begin(lambda: None)
    remembered(("甲",), lambda: [1]).append(2)
    remembered(("甲",), never).append(3)
    assert remembered(("甲",), never) == [1]


def test_what_is_not_plain_is_given_and_not_kept() -> None:
    begin(lambda: None)
    assert remembered(("甲",), lambda: date(2025, 1, 1)) == date(2025, 1, 1)
    assert kept() is None


def test_without_a_beginning_nothing_is_looked_for_or_kept() -> None:
    assert remembered(("甲",), lambda: 1) == 1
    assert kept() is None


def test_nothing_is_looked_for_before_something_is_asked_for() -> None:
    begin(never)
    assert kept() is None


def test_of_too_much_only_what_was_asked_for_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    begin(lambda: None)
    remembered(("旧",), lambda: "一" * 100)
    data = kept()
    monkeypatch.setattr(memory, "_MOST_BYTES", 200)
    begin(lambda: data)
    remembered(("新",), lambda: "二" * 100)
    data = kept()
    begin(lambda: data)
    assert remembered(("新",), never) == "二" * 100
    assert remembered(("旧",), lambda: "又") == "又"


@pytest.mark.parametrize("spoil", [lambda data: data, lambda data: data[: len(data) // 2], lambda data: b""])
def test_a_report_is_judged_alike_with_and_without_it(spoil: Any, tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    report.write_text("白石镇2024年法治政府建设年度报告\n一、主要举措\n开展宣传10余场次，发放资料1，200份，满意率达101%。\n")
    def judged() -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "check", report], capture_output=True, encoding="utf-8", check=False,
            env={**os.environ, "XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path), "PYTHONUTF8": "1"},
        )  # fmt: skip
        assert "程序出错" not in done.stderr
        return done.returncode, done.stdout

    first = judged()
    made = [path for path in tmp_path.rglob("*") if path.is_file() and path != report]
    assert made
    for path in made:
        path.write_bytes(spoil(path.read_bytes()))
    assert judged() == first
