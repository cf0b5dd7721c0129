"""What a form may say beyond its usual fields, entered without an editor."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from browsing import arrives, box, filled, form_of, new, saved, shows, unfold
from web_forms import FORM

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent.parent


def said(form: Path) -> Any:
    """What a form says on disk."""
    return yaml.safe_load(form.read_text("utf-8"))


@pytest.fixture
def form(page: Any, window: Any) -> Path:
    """A form with words in it, open."""
    shutil.copy(ROOT / "profiles" / FORM, window.folder)
    page.goto(f"http://127.0.0.1:{window.port}/form/{FORM}")
    saved(page)
    return Path(window.folder / FORM)


def test_documents_of_a_figure_are_listed_and_counted(page: Any, window: Any) -> None:
    new(page)
    unfold(page, "measures-rulemaking")
    label = page.locator("#p-measures-rulemaking .figure", has_text="出台规范性文件").first
    made = label.get_attribute("data-field")
    page.locator(f'[data-split="{made}"]').click()
    filled(page, f"{made}/documents/0/name", "《农村宅基地审批办法》")
    filled(page, f"{made}/documents/0/number", "白政〔2024〕3号")
    filled(page, f"{made}/documents/1/name", "村规民约备案办法")
    page.locator("#sheet", has_text="《农村宅基地审批办法》（白政〔2024〕3号）、《村规民约备案办法》").wait_for()
    page.locator(f'[data-derived="{made}"]', has_text="清单里有 2 件").wait_for()
    listed = said(form_of(window))["主要举措"]["制度建设"]["数据"]["出台规范性文件"]["文件"]
    assert listed == [{"名称": "《农村宅基地审批办法》", "文号": "白政〔2024〕3号"}, {"名称": "村规民约备案办法"}]
    page.locator(f'[data-remove="{made}/documents/0"]').click()
    shows(page, f"{made}/documents/0/name", "村规民约备案办法")
    assert "宅基地" not in form_of(window).read_text("utf-8")
    page.reload()
    saved(page)
    unfold(page, "measures-rulemaking")
    shows(page, f"{made}/documents/0/name", "村规民约备案办法")
    box(page, f"{made}/documents/1/name").wait_for()


def test_a_figure_of_a_highlight_is_looked_for_filled_and_taken_out(page: Any, window: Any) -> None:
    new(page)
    unfold(page, "highlights")
    page.locator('[data-items="highlights"] > [data-add]').click()
    filled(page, "highlights/0/title", "把听证开到村里")
    page.locator('[data-data="highlights/0/data"] .pick > input').press_sequentially("听证会")
    page.locator('[data-data="highlights/0/data"] .hits button', has_text="听证会").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_function("() => /^highlights\\/0\\/data\\/.*\\/value$/.test(document.activeElement.dataset.address)")
    hearings = page.evaluate("() => document.activeElement.dataset.address").removesuffix("/value")
    page.keyboard.type("12")
    box(page, f"{hearings}/period").fill("五年来")
    page.locator("#sheet", has_text=re.compile("五年来.*12场次")).wait_for()
    saved(page)
    assert said(form_of(window))["亮点"][0]["数据"] == {"听证会": {"本年": 12, "时段": "五年来"}}
    # The same one again leads to where it stands.
    page.locator('[data-data="highlights/0/data"] .pick > input').fill("听证会")
    page.locator('[data-data="highlights/0/data"] .hits button', has_text="听证会").first.click()
    arrives(page, f"{hearings}/value")
    assert page.locator(f'.field[data-field="{hearings}"]').count() == 1
    page.locator(f'[data-remove="{hearings}"]').click()
    page.locator(f'.field[data-field="{hearings}"]').wait_for(state="detached")
    assert "听证会" not in form_of(window).read_text("utf-8")
    page.click("#undo")
    shows(page, f"{hearings}/period", "五年来")


def test_a_figure_that_no_form_knows_becomes_a_sentence_of_the_highlight(page: Any, window: Any) -> None:
    new(page)
    unfold(page, "highlights")
    page.locator('[data-items="highlights"] > [data-add]').click()
    filled(page, "highlights/0/content", "推行院坝说事")
    pick = page.locator('[data-data="highlights/0/data"] .pick')
    pick.locator("> input").fill("搭建院坝议事点")
    pick.locator(".own-words").wait_for()
    pick.get_by_label("数", exact=True).fill("16")
    pick.get_by_label("单位", exact=True).fill("个")
    page.keyboard.press("Enter")
    arrives(page, "highlights/0/content")
    saved(page)
    page.locator("#sheet", has_text="推行院坝说事。搭建院坝议事点16个。").wait_for()
    assert said(form_of(window))["亮点"] == [{"内容": "推行院坝说事。搭建院坝议事点16个。"}]


def test_a_point_has_figures_of_its_own(page: Any, window: Any) -> None:
    new(page)
    unfold(page, "measures-disputes")
    page.locator('[data-items="measures/disputes/points"] > [data-add]').click()
    filled(page, "measures/disputes/points/0/title", "建好调解队伍")
    data = "measures/disputes/points/0/data"
    page.locator(f'[data-data="{data}"] .pick > input').fill("人民调解委员会")
    page.locator(f'[data-data="{data}"] .hits button').first.click()
    page.wait_for_function("() => /points\\/0\\/data\\/.*\\/value$/.test(document.activeElement.dataset.address)")
    page.keyboard.type("13")
    page.locator("#sheet", has_text="13个").wait_for()
    saved(page)
    points = said(form_of(window))["主要举措"]["矛盾纠纷"]["要点"]
    assert points == [{"标题": "建好调解队伍", "数据": {"人民调解委员会": 13}}]


def test_themes_are_put_in_order_and_together_by_clicks(page: Any, form: Path) -> None:
    unfold(page, "report")
    page.get_by_text(re.compile("^还可以填：条目、二级标题、提纲")).click()
    page.get_by_text("排次序、合并").click()
    rows = page.locator('[data-outline="report/outline"] li')
    assert rows.first.get_attribute("data-theme") == "加强领导"
    page.get_by_label("加强领导下移").click()
    page.locator('[data-outline] li:first-child[data-theme="第一责任人"]').wait_for()
    saved(page)
    rows.nth(2).get_by_label("与上一个合写").uncheck()
    page.locator('[data-theme="普法宣传"] [data-on]').uncheck()
    saved(page)
    words = "第一责任人, 加强领导, 重大决策, 政府职能, 行政执法, 监督, 矛盾纠纷+法律服务"
    shows(page, "report/outline", words)
    assert said(form)["报告"]["提纲"] == words
    page.get_by_role("button", name="按默认次序").click()
    shows(page, "report/outline", "")
    saved(page)
    assert said(form)["报告"]["提纲"] is None


def test_a_theme_that_others_rarely_have_is_one_click_away(page: Any, window: Any) -> None:
    new(page)
    page.get_by_text("其他主题：数字政府").click()
    unfold(page, "measures-digital")
    box(page, "measures/digital/extra").wait_for(state="attached")
    page.locator("#p-measures-digital").get_by_text("标题、其他数据、补充、上年参考").click()
    filled(page, "measures/digital/extra", "上线镇级议事小程序。")
    page.locator("#sheet", has_text="上线镇级议事小程序").wait_for()
    assert said(form_of(window))["主要举措"]["数字政府"] == {"补充": "上线镇级议事小程序。"}
    assert page.locator("#p-measures-digital").is_visible()


def test_a_rule_is_silenced_and_heard_again(page: Any, form: Path) -> None:
    page.click("#remarks > summary")
    warning = page.locator("#list li.warning", has=page.locator(".act")).first
    words = warning.locator("button").first.inner_text()
    warning.locator(".act").click()
    page.locator("#notice", has_text="不再提醒").wait_for()
    page.wait_for_function(
        "(words) => ![...document.querySelectorAll('#list li')].some((li) => li.textContent.includes(words))",
        arg=words.split("\n")[1] if "\n" in words else words,
    )
    assert re.fullmatch(r"[A-Z]{3}\d{3}", said(form)["检查"]["忽略"][0])
    page.click("#undo")
    page.locator("#list li.warning", has_text=words.split("\n")[-1][:12]).first.wait_for()


def test_what_was_guessed_from_a_report_is_marked_until_the_clerk_has_looked(page: Any, window: Any) -> None:
    text = (ROOT / "profiles" / FORM).read_text("utf-8")
    noted = text.replace("      执法人员: 25\n", "      执法人员: 25  # 请核对；第7段\n")
    noted = noted.replace("  简称: 葛坑镇\n", "  简称: 葛坑镇  # 请核对；第1段\n")
    form = window.folder / FORM
    form.write_text(noted, "utf-8")
    page.goto(f"http://127.0.0.1:{window.port}/form/{FORM}")
    saved(page)
    page.click("#remarks > summary")
    page.locator("#list li", has_text="“25”是读报告时推断的，在报告第7段，请对照原文").wait_for()
    unfold(page, "measures-enforcement")
    field = page.locator('.field[data-field="measures/enforcement/data/enforcement_officers"]')
    field.get_by_role("button", name=re.compile("核对过了")).click()
    page.locator("#list li", has_text="“25”是读报告时推断的").wait_for(state="detached")
    assert "执法人员: 25  # 第7段\n" in form.read_text("utf-8")
    # What the clerk types himself is no guess.
    unfold(page, "unit")
    filled(page, "unit/short", "葛坑")
    page.locator("#list li", has_text="推断").wait_for(state="detached")
    assert "请核对" not in form.read_text("utf-8")


def test_where_pages_end_is_shown_as_a_guess_and_not_printed(page: Any, form: Path) -> None:
    page.locator("#pages", has_text="约 5 页").wait_for()
    marks = "() => [...document.getElementById('sheet').shadowRoot.querySelectorAll('.marks > div')]"
    told = page.evaluate(f"() => ({marks})().map((mark) => [mark.dataset.page, mark.getBoundingClientRect().top])")
    assert [words for words, _ in told] == [f"约第 {number} 页" for number in (2, 3, 4, 5)]
    assert [top for _, top in told] == sorted(top for _, top in told)
    # No rule runs through a line of words, nor leaves a heading behind.
    torn = """
    () => {
      const root = document.getElementById("sheet").shadowRoot;
      const tops = [...root.querySelectorAll(".marks > div")].map((mark) => mark.getBoundingClientRect().top);
      const lines = [...root.querySelectorAll(".sheet > *")].flatMap((block) => {
        const range = document.createRange();
        range.selectNodeContents(block);
        return [...range.getClientRects()];
      });
      return lines.filter((line) => tops.some((top) => line.top + 4 < top && top < line.bottom - 4)).length;
    }
    """
    assert page.evaluate(torn) == 0
    page.emulate_media(media="print")
    assert page.evaluate(f"() => ({marks})().some((mark) => mark.checkVisibility())") is False


def test_what_is_said_of_a_part_stands_at_its_head(page: Any, form: Path) -> None:
    unfold(page, "first_responsible")
    page.locator('#p-first_responsible .body > [data-findings="first_responsible"] li.warning').wait_for()
    assert page.locator("#p-first_responsible .badge").is_visible()
    page.click("#remarks > summary")
    page.locator("#list button", has_text="第一责任人履职情况没有写").click()
    arrives(page, "first_responsible/offices/0")
    assert page.locator("#list button:disabled").count() == 0


def test_a_form_that_cannot_be_read_is_mended_in_the_window(page: Any, window: Any) -> None:
    form = window.folder / "坏的.yml"
    form.write_text("报告:\n  年度: 2024\n单位:\n  名称: [云溪县白石镇人民政府\n  层级: 乡镇\n", "utf-8")
    page.goto(f"http://127.0.0.1:{window.port}/form/坏的.yml")
    page.get_by_role("link", name="看、改原文").first.click()
    page.locator("#at", has_text="第 4 行").wait_for()
    # The line that the mistake is told of is selected.
    page.keyboard.type("  名称: 云溪县白石镇人民政府")
    page.keyboard.press("Control+s")
    saved(page)
    page.locator("#sheet", has_text="云溪县白石镇人民政府").wait_for()
    assert said(form) == {"报告": {"年度": 2024}, "单位": {"名称": "云溪县白石镇人民政府", "层级": "乡镇"}}


def test_one_thing_said_of_several_places_is_one_line_that_leads_to_each(page: Any, window: Any) -> None:
    text = (ROOT / "profiles" / FORM).read_text("utf-8")
    form = window.folder / FORM
    form.write_text(
        text.replace("夯实法治基础", "夯实法治基础,压实责任").replace("优化营商环境", "优化环境,服务群众"), "utf-8"
    )
    page.goto(f"http://127.0.0.1:{window.port}/form/{FORM}")
    saved(page)
    page.click("#remarks > summary")
    line = page.locator("#list li", has_text="半角")
    line.locator("i", has_text="2 处").wait_for()
    assert line.count() == 1
    line.locator("button").first.click()
    arrives(page, "measures/leadership/heading")
    line.locator("button").first.click()
    arrives(page, "measures/functions/heading")


def test_the_list_says_as_many_findings_as_the_form(page: Any, window: Any) -> None:
    for name in (FORM, "faku-2023.yml"):
        shutil.copy(ROOT / "profiles" / name, window.folder)
    page.goto(f"http://127.0.0.1:{window.port}/")
    page.locator("#shelf[data-judged]").wait_for()
    told = page.locator("tr", has_text=FORM).locator('[data-name="提醒"]').inner_text()
    page.locator("tr", has_text=FORM).locator("th a").click()
    saved(page)
    page.wait_for_function("(told) => document.getElementById('tab-count').textContent === told", arg=told)
    assert int(told) > 1
