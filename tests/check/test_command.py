"""`gen check`, `gen rules`, `gen explain` as users call them."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from checking import rules
from click.testing import CliRunner, Result
from drafting import drafted, profile_of, profile_text

from generator.check.margin import page
from generator.cli.gen import gen
from generator.diagnostics import Diagnostic, Severity
from generator.errors import BrokenTemplate
from generator.places import Place
from generator.writers import write

REPORT = "云岭镇2024年法治政府建设情况\n截止目前，全部依法做出答复。\n恳请县政府给予支持。\n"


def call(*arguments: object) -> Result:
    state: dict[str, Any] = {"debug": False}
    return CliRunner().invoke(gen, [str(a) for a in arguments], standalone_mode=False, obj=state)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text(REPORT, "utf-8")
    return file


def test_json_is_one_array_of_findings_with_line_column_and_quote(report: Path) -> None:
    found = json.loads(call("check", "--format", "json", "--select", "WRD004,STA020", report).output)
    assert [set(one) for one in found] == [
        {"file", "code", "severity", "line", "column", "quote", "message", "hint"}
    ] * 2
    first, second = found
    assert (first["code"], first["line"], first["column"], first["quote"]) == ("WRD004", 2, 1, "截止")
    assert (second["severity"], second["line"], second["quote"][:2]) == ("error", 3, "恳请")
    assert first["file"] == str(report)


def test_what_concerns_the_whole_has_no_line(report: Path) -> None:
    (found,) = json.loads(call("check", "--format", "json", "--select", "WRD029", report).output)
    assert found["line"] is found["column"] is found["quote"] is None


def test_several_files_are_one_array(report: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(REPORT, "utf-8")
    found = json.loads(call("check", "--format", "json", "--select", "WRD004", report, other).output)
    assert [Path(one["file"]).name for one in found] == ["report.txt", "other.md"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--select", "WRD004"), 0),
        (("--select", "WRD004", "--fail-on", "warning"), 1),
        (("--select", "WRD004", "--severity", "WRD004=error"), 1),
        (("--select", "STA020"), 1),
        (("--select", "STA020", "--fail-on", "never"), 0),
        (("--ignore", "STA,WRD,PRI,PUN,NUM"), 0),
    ],
)
def test_the_exit_code_follows_the_chosen_severity(options: tuple[str, ...], code: int, report: Path) -> None:
    assert call("check", *options, report).return_value == code


def test_the_terminal_shows_place_line_caret_and_remedy_and_closes_with_a_count(report: Path) -> None:
    shown = call("check", "--select", "WRD004", report).output.splitlines()
    assert shown[0].startswith(f"{report}:2:1: WRD004 提醒：")
    assert shown[1].endswith("截止目前，全部依法做出答复。")
    assert "^^^^" in shown[2]
    assert shown[-1] == "1 条提醒。"


def test_github_is_told_file_line_and_column(report: Path) -> None:
    said = call("check", "--format", "github", "--select", "WRD004", report).output
    assert said.startswith(f"::warning file={report},line=2,col=1,title=WRD004::")


def test_a_line_feed_or_a_colon_cannot_end_a_workflow_command() -> None:
    from generator.check.shown import github

    found = Diagnostic("WRD004", Place("a:b,c\n.txt", 1, 1, 0, 1), "一\n二%", "", Severity.ERROR)
    assert github(found, "") == "::error file=a%3Ab%2Cc%0A.txt,line=1,col=1,title=WRD004::一%0A二%25"


def test_the_page_escapes_everything_that_a_report_can_hold() -> None:
    hostile = "<script>alert(1)</script>\"&'"
    found = Diagnostic("WRD004", Place("x", 1, 1, 0, 8), hostile, hostile, Severity.WARNING)
    whole = Diagnostic("STA001", None, hostile, "", Severity.ERROR)
    made = page([(hostile, hostile, [found, whole])])
    assert "<script" not in made
    assert made.count("&lt;script&gt;") >= 5
    assert '<mark class="warning"' in made


def test_a_folder_is_a_table_with_the_best_first(tmp_path: Path) -> None:
    for name in ("gekeng-2024", "zhongcun-2022"):
        (tmp_path / f"{name}.yml").write_text(profile_text(name), "utf-8")
    target = tmp_path / "总表.xlsx"
    done = call("check", tmp_path, "--xlsx", target)
    lines = done.output.splitlines()
    assert "最好的是德化县葛坑镇人民政府" in lines[0]
    assert [line.split()[1] for line in lines[2:4]] == ["德化县葛坑镇人民政府", "中村乡人民政府"]
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["总表", "明细"]
    assert book["总表"]["B2"].value == "德化县葛坑镇人民政府"


def test_the_summary_of_a_batch_is_no_unit_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "gekeng-2024.yml").write_text(profile_text("gekeng-2024"), "utf-8")
    (tmp_path / "汇总.html").write_text("<h1>青禾县批量起草汇总</h1><p>没有一份有错。</p>", "utf-8")
    lines = call("check", tmp_path).output.splitlines()
    assert lines[0].startswith("1 个单位；")


def test_a_report_in_several_formats_is_one_row(tmp_path: Path) -> None:
    form = profile_text("gekeng-2024")
    document = drafted(profile_of(form)).document
    for kind in ("docx", "md"):
        (tmp_path / f"葛坑.{kind}").write_bytes(write(document, kind))
    (tmp_path / "葛坑.txt").write_text("没有写是哪个单位的一段话。", "utf-8")
    lines = call("check", tmp_path).output.splitlines()
    assert lines[0].startswith("2 个单位；")
    assert any(line.split()[2:3] == ["葛坑.docx"] for line in lines)
    assert lines[-1].startswith("另有 1 份是同一单位同一年的其他格式")
    (tmp_path / "gekeng-2024.yml").write_text(form, "utf-8")
    lines = call("check", tmp_path).output.splitlines()
    assert any(line.split()[2:3] == ["gekeng-2024.yml"] for line in lines)
    assert lines[-1].startswith("另有 2 份")


def test_no_text_of_a_report_becomes_a_formula(tmp_path: Path) -> None:
    report = tmp_path / "=cmd.txt"
    report.write_text("=1+1截止目前@SUM(A1)遵法学法，+2-3。", "utf-8")
    target = tmp_path / "总表.xlsx"
    call("check", tmp_path, "--xlsx", target)
    book = openpyxl.load_workbook(target)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert [cell for cell in cells if cell.data_type == "f"] == []
    assert any(cell.value == "=cmd.txt" for cell in cells)


def test_one_unreadable_file_does_not_stop_the_next(report: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04nonsense")
    done = call("check", "--select", "WRD004", bad, report)
    assert done.return_value == 3
    assert "WRD004" in done.output


@pytest.mark.parametrize("arguments", [("rules",), ("rules", "WRD")])
def test_the_list_names_every_rule_of_a_group(arguments: tuple[str, ...]) -> None:
    said = call(*arguments).output
    wanted = [code for code in rules() if code.startswith(arguments[1:] or ("",))]
    assert all(code in said for code in wanted)
    assert f"共 {len(wanted)} 条。" in said


def test_a_rule_is_explained_by_its_page() -> None:
    said = call("explain", "sta006").output
    for part in ("STA006", "为什么：", "依据：", "反例", "正例"):
        assert part in said


def test_rules_beside_the_reports_are_listed_and_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = (
        "{code: QSX001, kind: prefer, name: 名称, severity: info, pairs: {甲: 乙}, "
        "why: 统一, source: 通知, bad: [甲], good: [乙]}"
    )
    (tmp_path / "rules.yml").write_text(f"rules:\n- {own}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert "QSX001" in call("rules", "QSX").output
    assert "为什么：统一" in call("explain", "QSX001").output


def test_a_group_that_does_not_exist_is_refused() -> None:
    assert "没有“ABC”这类规则" in str(call("rules", "ABC").exception)


def test_a_draft_is_judged_as_advice_at_the_lines_of_its_form(tmp_path: Path) -> None:
    form = tmp_path / "form.yml"
    form.write_text(profile_text("zhongcun-2022").replace("推荐", "截止目前推荐", 1), "utf-8")
    plain = call("draft", form, "-o", tmp_path / "one.docx")
    judged = call("draft", form, "-o", tmp_path / "two.docx", "--check")
    assert (plain.return_value, judged.return_value) == (0, 0)
    assert "STA014" not in plain.stderr
    assert f"{form}:5:" in judged.stderr
    assert "STA014 提醒" in judged.stderr
    assert (tmp_path / "two.docx").read_bytes() == (tmp_path / "one.docx").read_bytes()


def test_a_copy_for_publication_is_judged_for_private_data_alone(tmp_path: Path) -> None:
    form = tmp_path / "form.yml"
    form.write_text(profile_text("zhongcun-2022") + "其他: 联系电话13800138000。\n", "utf-8")
    said = call("draft", form, "--public", "-o", tmp_path / "one.docx").stderr
    assert "PRI001" in said
    assert "STA" not in said


def test_what_cannot_be_read_stands_last_in_the_table(tmp_path: Path) -> None:
    (tmp_path / "gekeng-2024.yml").write_text(profile_text("gekeng-2024"), "utf-8")
    (tmp_path / "坏.docx").write_bytes(b"PK\3\4 broken")
    (tmp_path / "戊镇.yml").write_text("a: [b", "utf-8")
    target = tmp_path / "总表.xlsx"
    done = call("check", tmp_path, "--xlsx", target)
    lines = done.output.splitlines()
    assert "2 份读不出，列在最后" in done.output
    assert [line.split()[-1] for line in lines if line.endswith("读不出")] == ["读不出", "读不出"]
    book = openpyxl.load_workbook(target)
    assert [row[1].value for row in book["总表"].iter_rows(min_row=3)] == ["坏", "戊镇"]
    assert {row[2].value for row in book["明细"].iter_rows(min_row=2)} <= {"应改", "提醒", "提示"}


def test_a_rule_of_words_without_a_remedy_says_to_leave_them_out(tmp_path: Path) -> None:
    rule = "- {code: QSX001, kind: forbid, name: 旧名, severity: error, find: [便民大厅], why: 一, source: 二}\n"
    (tmp_path / "rules.yml").write_text("rules:\n" + rule, "utf-8")
    (tmp_path / "片段.txt").write_text("便民大厅办件12件。", "utf-8")
    assert "删去，或换一个说法" in call("check", tmp_path / "片段.txt", "--select", "QSX").output
    (tmp_path / "rules.yml").write_text("rules:\n- 便民大厅\n", "utf-8")
    told = call("check", tmp_path / "片段.txt").exception
    assert isinstance(told, BrokenTemplate)
    assert "“便民大厅”不是一条规则" in told.message
