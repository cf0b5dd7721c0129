"""Reading filled forms: every value with its place, whatever the bytes."""

import json
import time

import pytest
import yaml
from forms_small import SMALL
from forms_strategies import form_data, forms
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import words

from generator.diagnostics import Severity, stops
from generator.forms.encoding import text_of
from generator.forms.read import Reading, read
from generator.schema.model import Figure, Path

FILLED = """\
报告:
  年度: 2024
  提纲: [第一责任人+行政执法, 监督]
  版头: {签发人: 某某}
单位:
  名称:
    - 中共某县甲镇委员会
    - 某县甲镇人民政府
  层级: 镇
  主送: [某县人民政府, 某县人大常委会]
主要举措:
  行政执法:
    标题: 规范执法。
    举措:
      - 三项制度
      - 持证上岗: 组织考试；
    数据:
      执法人员:
        - 10余
        - {值: 5, 范围: 村级, 其中: 是, 来源: 司法所}
      行政处罚案件: {本年: 4, 上年: 20}
      罚没款: 不适用
      执法经费:
    补充: |
      第一段
      接着。

      第二段。
    要点:
      - {标题: 甲, 内容: 乙。}
      - 丙
  监督:
    数据:
      人大代表建议: {收到: 12, 办结: 12}
      执法人员: 3
    其他数据:
      - 办结人大代表议案3件。
第一责任人:
  职务: 镇长
  数据:
    听取汇报:
      句: 全年听取法治工作汇报4次，提出要求2条
存在问题:
  - 问题: 力量不足
    原因: 编制少
  - 宣传不够
下一步打算:
  - 标题: 补充力量
    措施:
      - 招录
      - 培训
    对应问题: [1, 2]
    数据: {行政处罚案件: {文件: [{名称: 《甲办法》, 文号: 某政(2024)1号}, 乙办法]}}
附表: 是
"""


def test_a_filled_form_becomes_a_flat_profile() -> None:
    reading = _read(FILLED)
    assert not [d for d in reading.diagnostics if d.severity is not Severity.INFO]
    assert reading.profile.values == {
        ("report", "year"): 2024,
        ("report", "outline"): (("first_responsible", "enforcement"), ("supervision",)),
        ("report", "letterhead", "issuer"): "某某",
        ("unit", "name", 0): "中共某县甲镇委员会",
        ("unit", "name", 1): "某县甲镇人民政府",
        ("unit", "level"): "乡镇",
        ("unit", "addressee", 0): "某县人民政府",
        ("unit", "addressee", 1): "某县人大常委会",
        ("measures", "enforcement", "heading"): "规范执法",
        ("measures", "enforcement", "ticks", "三项制度"): "",
        ("measures", "enforcement", "ticks", "持证上岗"): "组织考试",
        ("measures", "enforcement", "data", "officers", 0): Figure("10", "人", qualifier="余"),
        ("measures", "enforcement", "data", "officers", 1): Figure(
            "5", "人", scope="村级", part=True, origin="司法所"
        ),
        ("measures", "enforcement", "data", "cases", 0): Figure("4", "件", last=Figure("20", "件")),
        ("measures", "enforcement", "data", "fines", 0): Figure("", "万元", not_applicable=True),
        ("measures", "enforcement", "extra"): "第一段接着。\n\n第二段",
        ("measures", "enforcement", "points", 0, "title"): "甲",
        ("measures", "enforcement", "points", 0, "content"): "乙",
        ("measures", "enforcement", "points", 1, "content"): "丙",
        ("measures", "supervision", "data", "suggestions", 0): Figure("12", "件"),
        ("measures", "supervision", "data", "handled", 0): Figure("12", "件"),
        ("measures", "supervision", "data", "officers", 0): Figure("3", "人"),
        ("measures", "supervision", "other", 0): "办结人大代表议案3件",
        ("first_responsible", "offices", 0): "镇长",
        ("first_responsible", "data", "reports", 0): Figure(
            "4", "次", sentence="全年听取法治工作汇报4次，提出要求2条"
        ),
        ("problems", 0, "problem"): "力量不足",
        ("problems", 0, "cause"): "编制少",
        ("problems", 1, "problem"): "宣传不够",
        ("plans", 0, "title"): "补充力量",
        ("plans", 0, "steps", 0): "招录",
        ("plans", 0, "steps", 1): "培训",
        ("plans", 0, "answers"): (1, 2),
        ("plans", 0, "data", "cases", 0): Figure(
            "2", "件", documents=(("甲办法", "某政〔2024〕1号"), ("乙办法", ""))
        ),
        ("appendix",): True,
    }


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        (("report", "year"), "2024"),
        (("unit", "name", 1), "某县甲镇人民政府"),
        (("measures", "enforcement", "ticks", "三项制度"), "三项制度"),
        (("measures", "enforcement", "ticks", "持证上岗"), "组织考试；"),
        (("measures", "enforcement", "data", "officers", 0), "10余"),
        (("measures", "enforcement", "data", "officers", 1), "5"),
        (("measures", "enforcement", "data", "cases", 0), "4"),
        (("measures", "enforcement", "data", "cases", 0, "last"), "20"),
        (("first_responsible", "data", "reports", 0), "全年听取法治工作汇报4次，提出要求2条"),
        (("plans", 0, "answers"), "[1, 2]"),
    ],
)
def test_a_place_is_where_the_value_was_typed(path: Path, typed: str) -> None:
    place = _read(FILLED).profile.places[path]
    assert FILLED[place.start : place.end] == typed
    line = FILLED.split("\n")[place.line - 1]
    assert line[place.column - 1 :].startswith(typed.split("\n")[0])


def test_places_count_in_the_text_as_typed_even_where_it_was_mended() -> None:
    text = "报告：\n　年度：2024\n单位:\n  简称:某镇\n"
    reading = _read(text)
    for path, typed in ((("report", "year"), "2024"), (("unit", "short"), "某镇")):
        place = reading.profile.places[path]
        assert text[place.start : place.end] == typed
        assert text.split("\n")[place.line - 1][place.column - 1 :] == typed


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_every_usual_encoding_is_read_alike(encoding: str) -> None:
    reading = read(FILLED.encode(encoding), "form.yml", SMALL)
    assert reading.profile.values == _read(FILLED).profile.values
    assert reading.profile.places == _read(FILLED).profile.places
    told = [d.code for d in reading.diagnostics if d.code == "FRM026"]
    assert told == ([] if encoding in ("utf-8", "utf-8-sig") else ["FRM026"])


@pytest.mark.parametrize(
    ("raw", "code", "says"),
    [
        (b"PK\x03\x04" + b"\0" * 40, "FRM011", "Word"),
        (b"%PDF-1.7\n%\xe2\xe3", "FRM011", "PDF"),
        ("报告: 甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥".encode() + b"\xff\n", "FRM011", "第 1 行"),
        (b"\xff" * 9, "FRM011", "读不出"),
        (b"a" * 50_000_000, "FRM010", "50.0 MB"),
        (b"[" * 50_000, "FRM009", "50 层"),
        (b"- " * 50_000, "FRM009", "50 层"),
        (b"{a: " * 50_000, "FRM009", "50 层"),
    ],
)
def test_what_is_no_form_is_refused_at_once(raw: bytes, code: str, says: str) -> None:
    begun = time.process_time()
    reading = read(raw, "form.yml", SMALL)
    assert time.process_time() - begun < 2
    assert next(d.code for d in reading.diagnostics if d.severity is Severity.ERROR) == code
    assert says in reading.diagnostics[0].message
    assert not reading.profile.values


def test_aliases_cannot_blow_up() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    begun = time.process_time()
    assert stops(read(bomb.encode(), "form.yml", SMALL).diagnostics)
    assert time.process_time() - begun < 2


@given(forms(SMALL))
def test_a_form_without_mistakes_has_no_errors(text: str) -> None:
    told = [d for d in _read(text).diagnostics if d.severity is Severity.ERROR]
    assert not told


@given(form_data(SMALL))
@example({"第一责任人": {"补充": "全镇现有人员25人\n\n分在 三个 村"}})
def test_yaml_and_json_say_the_same(data: dict[str, object]) -> None:
    block = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
    assert _read(json.dumps(data, ensure_ascii=False)).profile.values == _read(block).profile.values


@given(forms(SMALL))
def test_the_pure_parser_reads_what_the_c_parser_reads(text: str) -> None:
    from generator.forms import parser, source

    read_block, by_c = source.read_block, parser._Parser
    source.read_block = lambda text: None
    try:
        with_c = _read(text)
        parser._Parser = yaml.SafeLoader
        assert _read(text).profile == with_c.profile
    finally:
        source.read_block, parser._Parser = read_block, by_c


def test_a_stray_nul_is_a_forbidden_character_with_its_place() -> None:
    raw = ("报告:\n  年度: 20\x0024\n" + "# 说明\n" * 100).encode()
    (found,) = [d for d in read(raw, "form.yml", SMALL).diagnostics if d.code == "FRM008"]
    assert found.place is not None
    assert (found.place.line, found.place.column) == (2, 9)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode), words().map(str.encode)))
@example(b"\n\x80")
def test_any_bytes_end_in_findings(raw: bytes) -> None:
    _is_sound(read(raw, "form.yml", SMALL), text_of(raw) or "\n" * raw.count(b"\n"))


_MISTAKES = [*"：\t　'\"[{]}|#\n\u200b?，－·", "- ", "-", " #", ": ", "&a", "*a", "!b", ""]


@given(
    st.integers(0, len(FILLED) - 1), st.integers(0, 12), st.lists(st.sampled_from(_MISTAKES), max_size=3).map("".join)
)
def test_any_slip_of_the_keyboard_ends_in_findings(at: int, cut: int, typed: str) -> None:
    text = FILLED[:at] + typed + FILLED[at + cut :]
    _is_sound(_read(text), text)


@given(forms(SMALL), st.data())
def test_a_fix_removes_what_it_fixes_and_nothing_else_turns_bad(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, max(len(text) - 1, 0)))
    damaged = text[:at] + data.draw(st.sampled_from(_MISTAKES)) + text[at:]
    for finding in [d for d in _read(damaged).diagnostics if d.fix][:3]:
        assert finding.fix is not None
        place = finding.fix.place
        mended = damaged[: place.start] + finding.fix.text + damaged[place.end :]
        same = [d for d in _read(mended).diagnostics if (d.code, d.place) == (finding.code, finding.place)]
        assert not same, (finding, mended)


def test_a_form_of_250_lines_is_read_in_a_few_milliseconds() -> None:
    lines = ["主要举措:", "  行政执法:", "    数据:", "      执法人员:"]
    lines += [f"        - {n}余   # 人" for n in range(246)]
    raw = "\n".join(lines).encode()
    fastest = min(_seconds(raw) for _ in range(20))
    assert fastest < 0.05
    assert len(read(raw, "form.yml", SMALL).profile.values) == 246


def _seconds(raw: bytes) -> float:
    begun = time.process_time()
    read(raw, "form.yml", SMALL)
    return time.process_time() - begun


def _read(text: str) -> Reading:
    return read(text.encode(), "form.yml", SMALL)


def _is_sound(reading: Reading, text: str) -> None:
    """Every finding says something about a place within the text; every value has its place."""
    assert reading.profile.values.keys() <= reading.profile.places.keys()
    for diagnostic in reading.diagnostics:
        assert diagnostic.message
        if diagnostic.place is not None:
            place = diagnostic.place
            assert 0 <= place.start <= place.end <= len(text)
            assert 1 <= place.line <= text.count("\n") + 1
            assert place.column >= 1
