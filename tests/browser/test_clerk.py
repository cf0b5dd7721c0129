"""The window as clerks use it: Chromium, a server, a folder."""

import io
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from browsing import UNIT, arrives, box, filled, form_of, new, saved, shows, unfold

from generator.api.drafting import Request, prepare

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent.parent
OFFICERS = "measures/enforcement/data/enforcement_officers"


def downloaded(page: Any, name: str) -> bytes:
    with page.expect_download() as taken:
        page.get_by_role("link", name=name).first.click()
    return Path(taken.value.path()).read_bytes()


def paragraphs(data: bytes) -> str:
    return "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)


def test_a_clerk_fills_a_township_from_nothing_mistakes_included(page: Any, window: Any, pictures: Path) -> None:
    page.screenshot(path=pictures / "list-empty.png")
    new(page)
    page.screenshot(path=pictures / "form-new.png")
    unfold(page, "report")
    filled(page, "report/date", "2025年2月30日")
    page.locator('[data-findings="report/date"] li.error').wait_for()
    page.screenshot(path=pictures / "form-mistake.png")
    filled(page, "report/date", "2025-02-28")
    page.locator('[data-findings="report/date"] li.error').wait_for(state="detached")
    unfold(page, "measures-enforcement")
    box(page, "measures/enforcement/ticks/综合执法改革").check()
    page.locator('[data-words="measures/enforcement/ticks/综合执法改革"]').fill("整合镇级执法队伍")
    filled(page, f"{OFFICERS}/value", "二十几")
    page.locator(f'[data-findings="{OFFICERS}"] li.error').wait_for()
    filled(page, f"{OFFICERS}/value", "25")
    filled(page, f"{OFFICERS}/last", "20")
    page.locator(f'[data-derived="{OFFICERS}"]', has_text="较上年增加5人、增长25%").wait_for()
    page.screenshot(path=pictures / "form-theme.png")
    filled(page, "problems/0/problem", "执法力量与任务不相适应")
    filled(page, "problems/0/cause", "编制偏少，一人多岗")
    unfold(page, "first_responsible")
    filled(page, "first_responsible/offices/0", "镇党委书记")
    unfold(page, "plans")
    filled(page, "plans/0/title", "充实执法力量")
    text = form_of(window).read_text("utf-8")
    assert "成文日期: 2025-02-28" in text
    assert "- 综合执法改革: 整合镇级执法队伍" in text
    assert "上年: 20" in text
    assert "# 必填；签发或会议通过之日" in text
    data = downloaded(page, "下载 Word")
    assert data == prepare(Request(form_of(window))).files[0][1], "not what gen draft writes"
    words = paragraphs(data)
    for typed in (
        UNIT,
        "整合镇级执法队伍",
        "25人",
        "较上年增加5人",
        "编制偏少，一人多岗",
        "充实执法力量",
        "2025年2月28日",
    ):
        assert typed in words, typed
    page.click("a.back")
    page.screenshot(path=pictures / "list.png")


def test_a_click_on_the_page_leads_to_its_field_and_back(page: Any, window: Any) -> None:
    shutil.copy(ROOT / "profiles" / "gekeng-2024.yml", window.folder)
    page.goto(f"http://127.0.0.1:{window.port}/form/gekeng-2024.yml")
    saved(page)
    page.locator(f'#sheet [data-field="{OFFICERS}"]').first.click()
    arrives(page, f"{OFFICERS}/value")
    page.locator(f'#sheet .here[data-field="{OFFICERS}"]').wait_for()
    page.locator("#sheet mark[data-field]").first.click()
    arrives(page, "problems/0/cause")
    page.click("#remarks > summary")
    page.locator("#list .warning button:enabled").first.click()
    page.wait_for_function("() => document.activeElement.dataset.address?.startsWith('measures/disputes/data/')")


def test_a_placeholder_is_red(page: Any, window: Any) -> None:
    new(page)
    color = page.locator("#sheet mark[data-kind=gap]").first.evaluate("e => getComputedStyle(e).color")
    assert color == "rgb(179, 20, 15)"


def test_last_years_report_becomes_a_form(page: Any, window: Any, tmp_path: Path) -> None:
    shutil.copy(ROOT / "profiles" / "gekeng-2024.yml", window.folder)
    page.reload()
    report = tmp_path / "去年的报告.docx"
    report.write_bytes(downloaded(page, "下载 Word"))
    (window.folder / "gekeng-2024.yml").unlink()
    page.set_input_files("#file", report)
    page.click("text=读入文件")
    page.fill("#asked", "2025")
    page.get_by_role("button", name="读成表单").click()
    page.get_by_role("link", name=re.compile("葛坑镇.*2025")).click()
    saved(page)
    unfold(page, "measures-enforcement")
    assert box(page, f"{OFFICERS}/last").input_value().startswith("25")
    assert box(page, f"{OFFICERS}/value").input_value() == ""


def test_two_tabs_edit_one_form(page: Any, window: Any) -> None:
    new(page)
    other = page.context.new_page()
    other.goto(page.url)
    saved(other)
    for tab in (page, other):
        unfold(tab, "unit")
    box(page, "unit/short").fill("甲镇")
    box(other, "unit/upper").fill("甲县")
    saved(page)
    saved(other)
    shows(page, "unit/upper", "甲县")
    shows(other, "unit/short", "甲镇")
    # The same field, changed on disk between a key press and its save.
    path = form_of(window)
    page.route("**/state", lambda route: None)
    path.write_text(path.read_text("utf-8").replace("简称: 甲镇", "简称: 乙镇"), "utf-8")
    box(page, "unit/short").fill("丙镇")
    page.locator("#clash[open]").wait_for()
    assert "简称: 乙镇" in path.read_text("utf-8")
    page.get_by_role("button", name="用我刚写的").click()
    saved(page)
    assert "简称: 丙镇" in path.read_text("utf-8")


def test_parts_that_come_late_hide_nothing_that_another_window_changed(page: Any, window: Any) -> None:
    shutil.copy(ROOT / "profiles" / "gekeng-2024.yml", window.folder)
    held: list[Any] = []
    page.route("**/fields", lambda route: route.continue_() if held else held.append(route))
    page.goto(f"http://127.0.0.1:{window.port}/form/gekeng-2024.yml")
    saved(page)
    other = page.context.new_page()
    other.goto(page.url)
    filled(other, "problems/0/cause", "编制偏少")
    held[0].continue_()
    shows(page, "problems/0/cause", "编制偏少")


def test_the_server_is_killed_and_started_again_and_nothing_typed_is_lost(page: Any, window: Any) -> None:
    new(page)
    unfold(page, "unit")
    filled(page, "unit/short", "白石镇")
    window.kill()
    assert "简称: 白石镇" in form_of(window).read_text("utf-8")
    box(page, "unit/short").fill("白石古镇")
    page.locator("#status.bad").wait_for()
    window.start()
    saved(page)
    assert "简称: 白石古镇" in form_of(window).read_text("utf-8")


def test_the_keyboard_alone_suffices(page: Any, window: Any) -> None:
    page.focus("#unit")
    page.keyboard.type(UNIT)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("2024")
    page.keyboard.press("Enter")
    saved(page)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.dataset.address") == "report/date":
            break
    page.keyboard.type("2025-02-28")
    saved(page)
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.parentElement.id") == "p-measures-leadership":
            break
    page.keyboard.press("Enter")
    page.locator("#p-measures-leadership .body:not([data-later])").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    saved(page)
    text = form_of(window).read_text("utf-8")
    assert "成文日期: 2025-02-28" in text
    assert re.search(r"\n      - \S+ +# 将印", text)


def test_steps_are_taken_back_with_a_button(page: Any, window: Any) -> None:
    new(page)
    before = form_of(window).read_text("utf-8")
    unfold(page, "unit")
    filled(page, "unit/short", "错镇")
    page.click("#undo")
    page.locator("#notice", has_text="已撤销").wait_for()
    assert form_of(window).read_text("utf-8") == before
    assert box(page, "unit/short").input_value() == "白石镇"


def test_items_are_added_and_taken_out(page: Any, window: Any) -> None:
    new(page)
    for number, words in enumerate(("一", "二", "三")):
        if number == 2:
            page.locator('[data-items="problems"] > [data-add]').click()
        filled(page, f"problems/{number}/problem", words)
    page.locator('[data-remove="problems/1"]').click()
    shows(page, "problems/1/problem", "三")
    assert re.findall(r"问题: (\S)", form_of(window).read_text("utf-8")) == ["一", "三"]


def test_items_are_moved_with_a_button_and_with_keys_and_plans_keep_their_problems(page: Any, window: Any) -> None:
    shutil.copy(ROOT / "profiles" / "gekeng-2024.yml", window.folder)
    page.goto(f"http://127.0.0.1:{window.port}/form/gekeng-2024.yml")
    saved(page)
    first, second = (box(page, f"problems/{n}/problem").input_value() for n in (0, 1))
    unfold(page, "plans")
    page.locator('[data-field="plans/0/answers"] [data-answer="1"]').check()
    saved(page)
    page.locator('[data-move="problems/0"][data-to="1"]').click()
    shows(page, "problems/1/problem", first)
    shows(page, "problems/0/problem", second)
    page.locator('[data-field="plans/0/answers"] [data-answer="2"]:checked').wait_for()
    assert "对应问题: 2" in form_of(window).read_text("utf-8")
    box(page, "problems/1/problem").focus()
    page.keyboard.press("Alt+ArrowUp")
    shows(page, "problems/0/problem", first)
    page.wait_for_function("() => document.activeElement.dataset.address === 'problems/0/problem'")
    page.click("#undo")
    shows(page, "problems/0/problem", second)


def test_a_figure_is_told_apart_by_scope(page: Any, window: Any) -> None:
    new(page)
    unfold(page, "measures-legal_services")
    advice = "measures/legal_services/data/legal_consultations"
    box(page, f"{advice}/value").wait_for()
    filled(page, f"{advice}/value", "10余")
    page.locator(f'[data-split="{advice}"]').click()
    page.locator(f'[data-items="{advice}"] > [data-add]').click()
    filled(page, f"{advice}/1/value", "5")
    filled(page, f"{advice}/1/scope", "电话微信")
    box(page, f"{advice}/1/part").select_option("是")
    saved(page)
    page.locator("#sheet", has_text="10余人次，其中电话微信5人次").wait_for()
    text = form_of(window).read_text("utf-8")
    assert re.search(r"法律咨询: .*\n +- 10余\n +- 本年: 5\n +范围: 电话微信\n +其中: 是\n", text)
    page.reload()
    saved(page)
    unfold(page, "measures-legal_services")
    shows(page, f"{advice}/1/scope", "电话微信")
    page.locator(f'[data-remove="{advice}/1"]').click()
    page.locator("#sheet", has_text="电话微信").wait_for(state="detached")
    assert "电话微信" not in form_of(window).read_text("utf-8")


def test_any_field_is_found_by_a_word_of_it(page: Any, window: Any) -> None:
    new(page)
    page.keyboard.press("Alt+f")
    page.keyboard.type("法制审核")
    page.locator("#found button").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.dataset.address?.startsWith('measures/')")
    assert page.locator(".field.here", has_text="法制审核").count() == 1


def test_one_key_leads_from_one_missing_field_to_the_next(page: Any, window: Any) -> None:
    new(page)
    visited = []
    for _ in range(4):
        before = page.evaluate("() => document.activeElement.dataset.address")
        page.keyboard.press("Alt+n")
        page.wait_for_function("(before) => (document.activeElement.dataset.address ?? before) !== before", arg=before)
        visited.append(page.evaluate("() => document.activeElement.dataset.address"))
    assert "report/date" in visited
    assert len(set(visited)) == 4


def test_lines_pasted_into_a_list_become_its_items(page: Any, window: Any) -> None:
    new(page)
    unfold(page, "plans")
    script = """
    () => {
      const box = document.querySelector('[data-address="plans/0/steps/0"]');
      const data = new DataTransfer();
      data.setData("text", "先做这件\\n\\n再做那件\\n");
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }
    """
    box(page, "plans/0/steps/0").wait_for(state="attached")
    page.evaluate(script)
    saved(page)
    assert re.search(r"措施:.*\n +- 先做这件\n +- 再做那件\n", form_of(window).read_text("utf-8"))


def test_it_fits_a_phone(chromium: Any, window: Any, pictures: Path) -> None:
    shutil.copy(ROOT / "profiles" / "gekeng-2024.yml", window.folder)
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(window.url)
    page.screenshot(path=pictures / "phone-list.png")
    page.goto(f"http://127.0.0.1:{window.port}/form/gekeng-2024.yml")
    saved(page)
    unfold(page, "measures-enforcement")
    page.screenshot(path=pictures / "phone-form.png")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    page.click("[data-show=sheet]")
    page.screenshot(path=pictures / "phone-sheet.png")
    assert page.locator("#sheet .title").is_visible()
    context.close()


def test_a_form_of_400_kb_stays_quick(page: Any, window: Any) -> None:
    text = (ROOT / "profiles" / "gekeng-2024.yml").read_text("utf-8")
    long = "".join(f"      - 标题: 要点{n}\n        内容: {'做了许多事情' * 260}\n" for n in range(90))
    path = window.folder / "long.yml"
    path.write_text(text.replace("    要点:\n", f"    要点:\n{long}", 1), "utf-8")
    assert path.stat().st_size > 400_000
    page.goto(f"http://127.0.0.1:{window.port}/form/long.yml")
    saved(page)
    unfold(page, "unit")
    box(page, "unit/short").fill("葛镇")
    page.locator("#sheet", has_text="年，葛镇坚持").wait_for()


def test_drafts_come_in_one_package(page: Any, window: Any) -> None:
    new(page)
    page.click(".menu summary")
    data = downloaded(page, "下载 ZIP")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert len(package.namelist()) == 2


def test_one_field_that_cannot_be_saved_does_not_hold_back_the_others(page: Any, window: Any) -> None:
    new(page)
    unfold(page, "unit")
    path = form_of(window)
    script = """
    () => {
      const type = (address, words) => {
        const box = document.querySelector(`[data-address="${address}"]`);
        box.value = words;
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      };
      type("unit/short", "好镇");
      type("report/title", "长".repeat(100001));
      type("unit/upper", "好县");
    }
    """
    for address in ("unit/short", "report/title", "unit/upper"):
        box(page, address).wait_for(state="attached")
    page.evaluate(script)
    page.locator("#notice", has_text="没有存上").wait_for()
    page.wait_for_timeout(500)
    text = path.read_text("utf-8")
    assert "简称: 好镇" in text
    assert "上级: 好县" in text
    assert "长长" not in text
