"""The pictures of docs/网页填报.md, taken while the guide is followed step by step; `make pictures` keeps them.

What a picture shows is asserted before it is taken.
"""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsing import box, filled, saved, unfold

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent.parent
COUNTY = ROOT / "examples" / "county" / "表单"
UNIT = "清源县云溪镇人民政府"
FEBRUARY = 1_739_953_800
"""When the forms in the pictures were changed last: 2025-02-19."""
FINES = "measures/enforcement/data/penalty_cases"


@pytest.fixture
def take(page: Any, pictures: Path) -> Callable[[str], None]:
    def taken(name: str) -> None:
        page.mouse.move(0, 0)
        page.wait_for_timeout(400)
        page.screenshot(path=pictures / f"web-{name}.png")

    return taken


def long_ago(folder: Path) -> None:
    for form in folder.glob("*.yml"):
        os.utime(form, (FEBRUARY, FEBRUARY))


def top(page: Any, selector: str) -> None:
    """Scrolls so that what is meant stands at the top of the fields."""
    script = """
    (selector) => {
      const place = document.querySelector(selector).getBoundingClientRect().top;
      document.getElementById("main").scrollBy({ top: place - 140, behavior: "instant" });
    }
    """
    page.evaluate(script, selector)


def test_the_first_report(page: Any, window: Any, take: Callable[[str], None]) -> None:
    assert page.locator(".start[open]").count() == 2
    page.fill("#unit", UNIT)
    page.select_option("#level", "乡镇")
    page.fill("#year", "2024")
    take("empty")
    page.get_by_role("button", name="新建", exact=True).click()
    saved(page)
    page.locator("#next", has_text="下一处要看的").wait_for()
    assert page.locator("#sheet mark[data-kind=gap]").count() >= 4
    take("new")
    filled(page, "report/date", "2025年2月30日")
    page.locator('[data-findings="report/date"] li.error').wait_for()
    box(page, "report/date").focus()
    take("mistake")
    filled(page, "report/date", "2025-02-20")
    page.locator('[data-findings="report/date"] li.error').wait_for(state="detached")
    unfold(page, "measures-enforcement")
    box(page, "measures/enforcement/ticks/三项制度").check()
    page.fill("#find", "持证上岗")
    page.locator("#found button", has_text="持证上岗").first.wait_for()
    page.keyboard.press("Enter")
    box(page, "measures/enforcement/ticks/持证上岗").check()
    page.locator('[data-words="measures/enforcement/ticks/持证上岗"]').fill("组织6名新进人员参加执法资格考试")
    page.locator("#sheet", has_text="组织6名新进人员参加执法资格考试").wait_for()
    saved(page)
    top(page, "#p-measures-enforcement h3")
    take("ticks")
    filled(page, "measures/enforcement/data/enforcement_officers/value", "25")
    filled(page, f"{FINES}/value", "12")
    filled(page, f"{FINES}/last", "15")
    page.locator(f'[data-derived="{FINES}"]', has_text="较上年减少3件、下降20%").wait_for()
    page.locator("#sheet .here", has_text="12件").wait_for()
    top(page, "#p-measures-enforcement .numbers")
    take("figures")
    filled(page, "problems/0/problem", "执法力量与任务不匹配")
    filled(page, "problems/0/cause", "编制紧张，法律专业人员招录难")
    filled(page, "problems/1/problem", "普法的针对性不强")
    unfold(page, "plans")
    filled(page, "plans/0/title", "充实执法力量")
    filled(page, "plans/0/steps/0", "年内再有4人取得执法资格")
    page.reload()
    saved(page)
    unfold(page, "plans")
    page.locator('[data-field="plans/0/answers"] [data-answer="1"]').check()
    saved(page)
    top(page, "#p-plans")
    take("plans")
    page.click("#remarks > summary")
    page.locator("#list li.info", has_text="缺“原因”").wait_for()
    take("findings")


def test_two_who_change_one_field_are_shown_both(page: Any, window: Any, take: Callable[[str], None]) -> None:
    shutil.copy(_some(), window.folder)
    (form,) = window.folder.glob("*.yml")
    page.goto(f"http://127.0.0.1:{window.port}/form/{form.name}")
    saved(page)
    unfold(page, "unit")
    box(page, "unit/short").wait_for()
    # The page's look at the file, every two seconds, would tell it before the clerk types.
    page.route("**/state", lambda route: None)
    form.write_text(re.sub(r"(?m)^  简称:.*$", "  简称: 甲镇", form.read_text("utf-8"), count=1), "utf-8")
    box(page, "unit/short").fill("乙镇")
    page.locator("#clash[open]").wait_for()
    take("clash")
    page.get_by_role("button", name="用文件里的").click()
    saved(page)


def _some() -> Path:
    return sorted(COUNTY.glob("*.yml"))[0]


def test_the_county_sees_who_is_late(page: Any, window: Any, take: Callable[[str], None]) -> None:
    for form in sorted(COUNTY.glob("*.yml")):
        shutil.copy(form, window.folder)
    long_ago(window.folder)
    page.reload()
    page.locator("#shelf[data-judged]").wait_for()
    for _ in range(2):
        page.get_by_role("button", name="待补充").click()
    page.locator('[aria-sort="descending"]').wait_for()
    take("county")
    page.check("#all")
    page.get_by_role("button", name="起草勾选的").click()
    page.locator("#said", has_text="做完了").wait_for(timeout=120_000)
    assert len(list((window.folder / "drafts").glob("*.docx"))) == len(list(COUNTY.glob("*.yml")))
    take("batch")


def test_on_a_phone(chromium: Any, window: Any, pictures: Path) -> None:
    shutil.copy(_some(), window.folder)
    (form,) = window.folder.glob("*.yml")
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="zh-CN"
    )
    page = context.new_page()
    page.goto(window.url)
    page.goto(f"http://127.0.0.1:{window.port}/form/{form.name}")
    saved(page)
    unfold(page, "measures-publicity")
    page.locator("#p-measures-publicity .numbers").first.wait_for()
    top(page, "#p-measures-publicity .numbers")
    page.wait_for_timeout(400)
    page.screenshot(path=pictures / "web-phone.png")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    context.close()
