"""`gen learn --genre`: from ordinary reports to a template folder that drafts at once."""

import importlib.util
import random
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import api
from generator.cli.run import main
from generator.errors import CannotWrite, UsageError
from generator.learn.genre.clusters import clusters
from generator.learn.genre.labels import Words, label, subject

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "work-summary"
MADE = EXAMPLE / "templates" / "work-summary"
FORM = EXAMPLE / "松林镇-2025.yml"
THEMES = {"党的建设", "安全生产", "招商引资", "乡村振兴", "民生保障", "人居环境"}


def contents(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): p.read_text(encoding="utf-8") for p in folder.rglob("*") if p.is_file()}


def test_the_example_has_a_dozen_reports_of_our_own_making() -> None:
    spec = importlib.util.spec_from_file_location("make_reports", EXAMPLE / "make_reports.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    reports = dict(made.report(number) for number in range(len(made.UNITS)))
    assert len(reports) >= 12
    assert contents(EXAMPLE / "reports") == reports


def test_the_example_folder_is_what_its_reports_teach(tmp_path: Path) -> None:
    learned = api.learn_genre([EXAMPLE / "reports"], "工作总结", tmp_path / "again")
    assert learned.diagnostics == ()
    assert contents(tmp_path / "again") == contents(MADE)


def test_themes_figures_and_order_are_those_that_the_reports_share() -> None:
    genre = yaml.safe_load((MADE / "genre.yml").read_text(encoding="utf-8"))
    assert {theme["label"] for theme in genre["themes"]} == THEMES
    assert genre["structures"] == {"标准": ["measures", "problems", "plans"]}
    figures = yaml.safe_load((MADE / "indicators.yml").read_text(encoding="utf-8"))["indicators"]
    told = {(figure["label"], figure["unit"]): figure["clause"] for figure in figures}
    assert told["安全检查", "次"] == "开展安全检查{}"
    assert told["固定资产投资", "万元"] == "完成固定资产投资{}"
    assert told["隐患整改率", "%"] == "隐患整改率达{}"
    assert len(told) > 12


def test_what_one_report_alone_has_is_no_theme(tmp_path: Path) -> None:
    learned = api.learn_genre([EXAMPLE / "reports"], "工作总结", tmp_path / "again")
    assert any("征兵" in line for line in learned.told)
    assert not any("征兵" in text for text in contents(MADE).values())


def test_a_figure_of_one_report_alone_is_no_figure_of_the_genre(tmp_path: Path) -> None:
    for name, more in (("a", "，接待来访3批"), ("b", "")):
        text = f"工作总结\n一、主要工作\n（一）抓安全生产\n开展安全检查4次{more}。\n二、存在的问题\n人手不够。\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    api.learn_genre(sorted(tmp_path.glob("*.txt")), "工作总结", tmp_path / "new")
    figures = yaml.safe_load((tmp_path / "new" / "indicators.yml").read_text(encoding="utf-8"))["indicators"]
    assert [figure["label"] for figure in figures] == ["安全检查"]


@pytest.mark.parametrize(
    ("sentence", "label", "clause"),
    [
        ("检查“九小”场所{}家。", "九小场所", "检查“九小”场所{}"),
        ("党委会、镇长办公会研究安全生产{}次。", "镇长办公会研究安全生产", "镇长办公会研究安全生产{}"),
        ("与村（社区）、企业签订责任书{}份。", "与村企业签订责任书", "与村、企业签订责任书{}"),
        ("护林员{}人上岗巡山。", "护林员", "护林员{}"),
        ("组织{}场应急演练。", "应急演练", "组织应急演练{}"),
    ],
)
def test_a_clause_says_what_the_reports_say(sentence: str, label: str, clause: str, tmp_path: Path) -> None:
    for name, number in (("a", 31), ("b", 46)):
        text = f"工作总结\n一、主要工作\n（一）抓安全生产\n{sentence.format(number)}\n二、存在的问题\n人手不够。\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    api.learn_genre(sorted(tmp_path.glob("*.txt")), "工作总结", tmp_path / "new")
    figures = yaml.safe_load((tmp_path / "new" / "indicators.yml").read_text(encoding="utf-8"))["indicators"]
    assert [(figure["label"], figure["clause"]) for figure in figures] == [(label, clause)]


@pytest.mark.parametrize("report", sorted((EXAMPLE / "reports").iterdir()), ids=lambda path: path.name)
def test_a_report_of_the_new_genre_becomes_its_form(report: Path, tmp_path: Path) -> None:
    form = tmp_path / "form.yml"
    form.write_text(api.extracted(report, template=str(MADE)).text, encoding="utf-8")
    (draft,) = api.draft(form, formats=("md",), output=tmp_path / "out", template=str(MADE)).files
    told = Counter(re.findall(r"\d[\d.]*", report.read_text(encoding="utf-8")))
    said = Counter(re.findall(r"\d[\d.]*", draft.read_text(encoding="utf-8")))
    years = Counter({number: count for number, count in told.items() if number.startswith("20")})
    assert told - years - said == Counter()


def test_a_draft_of_the_new_genre_becomes_its_form_again(tmp_path: Path) -> None:
    (draft,) = api.draft(FORM, formats=("docx",), output=tmp_path, template=str(MADE)).files
    form = tmp_path / "form.yml"
    form.write_text(api.extracted(draft, template=str(MADE)).text, encoding="utf-8")
    (again,) = api.draft(form, formats=("md",), output=tmp_path / "again", template=str(MADE)).files
    (first,) = api.draft(FORM, formats=("md",), output=tmp_path / "first", template=str(MADE)).files
    assert again.read_text(encoding="utf-8") == first.read_text(encoding="utf-8")


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    files = sorted((EXAMPLE / "reports").iterdir())
    random.Random(3).shuffle(files)  # noqa: S311 - the same every time
    api.learn_genre(files, "工作总结", tmp_path / "again")
    assert contents(tmp_path / "again") == contents(MADE)


def test_a_form_of_the_new_genre_drafts_without_a_warning(tmp_path: Path) -> None:
    drafted = api.draft(FORM, formats=("md", "docx"), output=tmp_path, template="work-summary")
    assert drafted.gaps == 0
    assert [d for d in drafted.diagnostics if d.severity != "info"] == []
    text = next(path for path in drafted.files if path.suffix == ".md").read_text(encoding="utf-8")
    assert "全年开展安全检查48次，排查安全隐患132处，隐患整改率达98.5%，举办安全培训6场。" in text
    assert "5200万元，较上年增加1200万元" in text
    assert re.search("^## 三、2026年", text, re.M)


def test_a_blank_form_of_the_new_genre_drafts(tmp_path: Path) -> None:
    form = tmp_path / "form.yml"
    unit = "清源县松林镇人民政府"
    form.write_text(api.blank_form("乡镇", unit, 2025, template=str(MADE)), encoding="utf-8")
    drafted = api.draft(form, formats=("md",), output=tmp_path, template=str(MADE))
    assert drafted.files
    assert drafted.gaps


def test_drafts_of_the_new_genre_teach_it_again(tmp_path: Path) -> None:
    api.draft(FORM, formats=("docx",), output=tmp_path, template="work-summary")
    learned = api.learn([tmp_path, EXAMPLE / "reports"], template=str(MADE))
    before = yaml.safe_load((MADE / "schema.yml").read_text(encoding="utf-8"))
    after = yaml.safe_load(learned.text)
    assert after["standard"] == before["standard"]
    assert set(after["indicators"]) == set(before["indicators"])
    assert after["learned_from"]["full"]["全部"] == before["learned_from"]["full"]["全部"] + 1


def test_a_folder_is_never_written_over(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        api.learn_genre([EXAMPLE / "reports"], "工作总结", tmp_path)


@pytest.mark.parametrize("name", ["", "总", "a{b}", "总结\n二", '总"结', "总" * 21])
def test_a_name_that_a_template_could_not_bear_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="体裁名"):
        api.learn_genre([EXAMPLE / "reports"], name, tmp_path / "new")


def test_too_few_reports_are_refused(tmp_path: Path) -> None:
    one = sorted((EXAMPLE / "reports").iterdir())[:1]
    with pytest.raises(UsageError, match="1 份"):
        api.learn_genre(one, "工作总结", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_reports_with_nothing_in_common_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("总结\n一、钓鱼\n（一）鲤鱼\n好。\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("总结\n一、下棋\n（一）象棋\n好。\n", encoding="utf-8")
    with pytest.raises(UsageError, match="共同"):
        api.learn_genre([tmp_path], "工作总结", tmp_path / "new")


def test_reports_without_a_heading_over_their_themes_make_a_flat_genre(tmp_path: Path) -> None:
    for file in (EXAMPLE / "reports").iterdir():
        parts = re.split(r"^[二三]、.*\n", file.read_text(encoding="utf-8"), flags=re.M)
        head, _, body = parts[0].partition("\n一、")
        body = body.partition("\n")[2]
        flat = re.sub("（([一二三四五六七八])）", r"\1、", body)
        text = f"{head}\n{flat}八、存在的问题\n{parts[1]}九、下一步打算\n{parts[2]}"
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    target = tmp_path / "templates" / "flat"
    api.learn_genre(sorted(tmp_path.glob("*.txt")), "工作总结", target)
    genre = yaml.safe_load((target / "genre.yml").read_text(encoding="utf-8"))
    assert genre["flat"] == ["标准"]
    assert {"安全生产", "招商引资"} <= {theme["label"] for theme in genre["themes"]}
    shutil.copy(FORM, tmp_path / "form.yml")
    text = (tmp_path / "form.yml").read_text(encoding="utf-8")
    labels = {theme["label"] for theme in genre["themes"]}
    data = yaml.safe_load(text)
    data["主要工作"] = {"安全生产": data["主要工作"]["安全生产"]} if "安全生产" in labels else {}
    (tmp_path / "form.yml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    (draft,) = api.draft(tmp_path / "form.yml", formats=("md",), output=tmp_path / "out", template=str(target)).files
    assert re.search("^## 一、.*安全生产", draft.read_text(encoding="utf-8"), re.M)


def test_the_command_tells_what_it_learned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["learn", str(EXAMPLE / "reports"), "--genre", "工作总结", "-o", str(tmp_path / "new")]) == 0
    out = capsys.readouterr().out
    assert "学自 14 份报告" in out
    assert "安全生产：14 份写到；数据：" in out
    assert main(["templates", "check", str(tmp_path / "new")]) == 0


subjects = st.sampled_from(["安全检查", "招商引资", "村容整治", "养老服务"])
words = st.lists(subjects, min_size=1, max_size=3).map("，".join)


@settings(max_examples=25)
@given(st.lists(st.tuples(words, st.sampled_from("abcd")), max_size=12), st.randoms(use_true_random=False))
def test_clusters_are_the_same_in_any_order(made: list[tuple[str, str]], dice: random.Random) -> None:
    def found(order: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
        groups = clusters([((text, 1.0),) for text, _ in order], [group for _, group in order])
        assert sorted(at for group in groups for at in group) == list(range(len(order)))
        assert all(len({order[at][1] for at in group}) == len(group) for group in groups)
        return sorted(sorted(order[at] for at in group) for group in groups)

    assert found(made) == found(dice.sample(made, len(made)))


WORDS = Words(("加强", "抓实", "进一步"), ("工作", "水平"))


@pytest.mark.parametrize(
    ("phrase", "about"),
    [("进一步加强安全生产工作", "安全生产"), ("安全生产", "安全生产"), ("加强", "加强"), ("工作水平", "工作")],
)
def test_a_phrase_is_about_what_is_left_without_verbs_and_tails(phrase: str, about: str) -> None:
    assert subject(phrase, WORDS) == about


def test_a_label_is_what_headings_share_and_others_lack() -> None:
    headings = ["加强安全生产工作", "抓实安全生产，守住底线", "安全生产形势平稳"]
    assert label(headings, ["加强环境整治工作"], WORDS) == "安全生产"
    assert label(headings, ["加强环境整治工作"], WORDS, ["安全生产"]) not in ("", "安全生产")


def test_a_genre_without_words_of_its_own_is_read_by_those_that_all_reports_share(tmp_path: Path) -> None:
    shutil.copytree(MADE, tmp_path / "plain")
    (tmp_path / "plain" / "lexicon.yml").unlink()
    schema = yaml.safe_load(api.learn([EXAMPLE / "reports"], template=str(tmp_path / "plain")).text)
    assert schema["standard"]["sections"] == ["measures", "problems", "plans"]
    safety = next(t.id for t in api.load(str(MADE))[1].schema.themes if t.label == "安全生产")
    assert schema["themes"][safety]["support"]["全部"] == [14, 14]
