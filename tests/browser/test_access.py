"""For whom the window is: those without a mouse, with weak eyes, without patience, with a printer."""

import shutil
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from browsing import box, new, saved, unfold
from web_forms import FORM

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent.parent

# Contrast by WCAG 2 of the words of every visible element against what is painted behind them.
_CONTRAST = """
() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const part = (v) => ((v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const [r, g, b, a = 1] = parse(getComputedStyle(one).backgroundColor);
      if (a === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const weak = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.checkVisibility({ visibilityProperty: true }) || element.matches(":disabled")) continue;
    const style = getComputedStyle(element);
    const [a, b] = [light(parse(style.color)), light(behind(element))].sort((x, y) => y - x);
    const large = parseFloat(style.fontSize) >= 24;
    if ((a + 0.05) / (b + 0.05) < (large ? 3 : 4.5)) weak.push([element.textContent.slice(0, 20), style.color]);
  }
  return weak;
}
"""
_NAMELESS = """
() => [...document.querySelectorAll("input:not([type=hidden]),select,textarea,button,a[href]")].filter((one) =>
  !(one.labels?.length || one.getAttribute("aria-label") || one.textContent.trim())).map((one) => one.outerHTML)
"""


@pytest.fixture
def form(page: Any, window: Any) -> Any:
    shutil.copy(ROOT / "profiles" / FORM, window.folder)
    page.goto(f"http://127.0.0.1:{window.port}/form/{FORM}")
    saved(page)
    unfold(page, "measures-enforcement")
    page.locator("#p-measures-enforcement .body:not([data-later])").wait_for()
    page.click("#remarks > summary")
    return page


def test_words_stand_out_and_fields_have_names(form: Any, window: Any) -> None:
    assert form.evaluate(_CONTRAST) == []
    form.locator("#p-measures-supervision .body:not([data-later])").wait_for(state="attached")
    assert form.evaluate(_NAMELESS) == []
    form.goto(f"http://127.0.0.1:{window.port}/")
    form.click("text=读入文件")
    assert form.evaluate(_CONTRAST) == []
    assert form.evaluate(_NAMELESS) == []


def test_where_the_keyboard_is_can_be_seen_and_the_first_stop_skips_ahead(form: Any) -> None:
    form.reload()
    saved(form)
    form.keyboard.press("Tab")
    here = "() => { const a = document.activeElement; return [a.textContent, a.getBoundingClientRect().x] }"
    words, left = form.evaluate(here)
    assert words == "跳到填写"
    assert left >= 0
    form.keyboard.press("Enter")
    stops = []
    for _ in range(25):
        form.keyboard.press("Tab")
        look = "() => { const s = getComputedStyle(document.activeElement); return [s.outlineStyle, s.outlineWidth] }"
        stops.append(form.evaluate(look))
    assert all(style != "none" and width != "0px" for style, width in stops)


def test_keys_are_told_in_a_dialog_that_escape_closes(form: Any) -> None:
    form.click(".menu summary")
    form.click("#keys")
    assert form.locator("#help").is_visible()
    form.keyboard.press("Escape")
    assert not form.locator("#help").is_visible()


def test_who_wants_no_motion_gets_none(form: Any) -> None:
    moves = "() => getComputedStyle(document.querySelector('.pane')).scrollBehavior"
    assert form.evaluate(moves) == "smooth"
    form.emulate_media(reduced_motion="reduce")
    assert form.evaluate(moves) == "auto"


def test_what_is_printed_is_the_report_alone(form: Any) -> None:
    printed = pypdfium2.PdfDocument(form.pdf(prefer_css_page_size=True))
    try:
        words = "".join(page.get_textpage().get_text_range() for page in printed)
        width, height = printed[0].get_size()
    finally:
        printed.close()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)
    assert "法治政府建设情况的报告" in words.replace("\r\n", "")
    for ours in ("下载 Word", "撤销", "找一栏", "提示"):
        assert ours not in words


def test_ctrl_s_saves_and_opens_no_dialog_of_the_browser(page: Any) -> None:
    new(page)
    box(page, "report/title").fill("标题")
    page.keyboard.press("Control+s")
    saved(page)
    assert page.evaluate("() => document.activeElement.dataset.address") == "report/title"
