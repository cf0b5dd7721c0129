"""What nobody should do to the window, and what must come of it: nothing lost, nothing run, nothing shown."""

import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from browsing import box, form_of, new, saved, unfold
from drafting import shipped
from web_forms import FORM, SCRIPTS

from generator.api.editing import Edit, changed, version_of
from generator.forms.index import index_of
from generator.forms.questions import joined
from generator.forms.shapes import Items, Keys, Leaf, Shape, Ticks, shape_of

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent.parent


def test_ten_thousand_rapid_changes_come_to_the_last_one_in_few_saves(page: Any, window: Any) -> None:
    new(page)
    saves: list[str] = []
    page.on("request", lambda asked: saves.append(asked.url) if asked.url.endswith("/edit") else None)
    script = """
    async () => {
      const box = document.querySelector('[data-address="report/title"]');
      for (let n = 1; n <= 10000; n += 1) {
        box.value = `第${n}稿`;
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        if (n % 100 === 0) await new Promise((done) => setTimeout(done, 1));
      }
    }
    """
    box(page, "report/title").wait_for(state="attached")
    page.evaluate(script)
    saved(page)
    assert "标题: 第10000稿" in form_of(window).read_text("utf-8")
    assert len(saves) < 500
    assert [path.name for path in window.folder.iterdir()] == [form_of(window).name]


def test_what_was_typed_a_second_before_a_power_cut_is_on_disk_and_the_rest_comes_later(page: Any, window: Any) -> None:
    new(page)
    typed: list[tuple[float, int]] = []
    sent: list[float] = []
    waits = [0.0]
    page.on("request", lambda asked: sent.append(time.monotonic()) if asked.url.endswith("/edit") else None)
    page.on(
        "response", lambda asked: waits.append(time.monotonic() - sent[-1]) if asked.url.endswith("/edit") else None
    )
    box(page, "report/title").focus()
    for number in range(60):
        page.keyboard.type(chr(ord("a") + number % 26))
        typed.append((time.monotonic(), number + 1))
    cut = time.monotonic()
    window.kill()
    kept = form_of(window).read_text("utf-8").partition("标题: ")[2].partition("\n")[0].split(" ")[0]
    if len(sent) >= len(waits):
        waits.append(cut - sent[-1])
    # Words go out at once, or as soon as those before them are written: a busy machine takes longer for that.
    safe = max((count for at, count in typed if at < cut - max(1, 2 * max(waits))), default=0)
    whole = "".join(chr(ord("a") + number % 26) for number in range(60))
    assert whole.startswith(kept)
    assert len(kept) >= safe
    window.start()
    saved(page)
    assert f"标题: {whole}" in form_of(window).read_text("utf-8")


def test_words_that_were_saved_without_an_answer_are_no_strangers(page: Any, window: Any) -> None:
    new(page)
    unanswered: list[int] = []

    def swallow(route: Any) -> None:
        unanswered.append(route.fetch().status)
        route.abort()

    page.route("**/edit", swallow, times=2)
    box(page, "report/title").fill("先写的")
    page.wait_for_function("() => document.getElementById('status').textContent.includes('正在重试')")
    box(page, "report/title").fill("先写后改的")
    saved(page)
    assert unanswered[0] == 200
    assert "标题: 先写后改的" in form_of(window).read_text("utf-8")


def test_a_page_closed_at_once_loses_nothing(page: Any, window: Any) -> None:
    new(page)
    other = page.context.new_page()
    other.goto(page.url)
    saved(other)
    box(other, "report/title").fill("关掉之前的最后一个字")
    other.close()
    for _ in range(600):
        if "关掉之前的最后一个字" in form_of(window).read_text("utf-8"):
            return
        time.sleep(0.1)
    raise AssertionError("lost")


def texts(shape: Shape) -> list[tuple[str | int, ...]]:
    """Every place of a form that takes words."""
    if isinstance(shape, Leaf):
        return [()]
    if isinstance(shape, Ticks):
        return [(label,) for label in shape.labels[:1]]
    if isinstance(shape, Items):
        figure = isinstance(shape.of, Keys) and shape.of.whole == "value"
        return texts(shape.of) if figure else [(0, *rest) for rest in texts(shape.of)]
    inner = list(shape.inner.items())
    figures = shape.inner and all(isinstance(below, Items) for below in shape.inner.values()) and len(inner) > 50
    return [(id_, *rest) for id_, below in (inner[:2] if figures else inner) for rest in texts(below)]


def test_scripts_in_every_field_are_words_and_nothing_else(page: Any, window: Any) -> None:
    shutil.copy(ROOT / "profiles" / FORM, window.folder)
    form = window.folder / FORM
    places = [joined(path) for path in texts(shape_of(index_of(shipped().schema))) if "points" not in path]
    edits = [Edit(at, None, SCRIPTS[number % len(SCRIPTS)]) for number, at in enumerate(places)]
    assert len(edits) > 150
    done = changed(form, edits, version_of(form.read_bytes()))
    assert done.clashes == ()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    for address in (f"/form/{FORM}", "/"):
        page.goto(f"http://127.0.0.1:{window.port}{address}")
        page.locator("#shelf, #pages:not(:empty)").wait_for()
        page.wait_for_function("() => !document.querySelector('.body[data-later]')")
        strange = "() => document.querySelectorAll('main img, main script, #sheet img, form b:not(#list b)').length"
        assert page.evaluate(strange) == 0
    page.goto(f"http://127.0.0.1:{window.port}/form/{FORM}")
    saved(page)
    unfold(page, "measures-enforcement")
    page.locator("#p-measures-enforcement .body:not([data-later])").wait_for()
    inside = "() => document.getElementById('sheet').shadowRoot.querySelectorAll('img, script, b').length"
    assert page.evaluate(inside) == 0
    page.click("#remarks > summary")
    page.keyboard.press("Alt+n")
    page.wait_for_timeout(300)
    assert asked == []


def test_another_site_can_neither_read_nor_change(page: Any, window: Any, chromium: Any, tmp_path: Path) -> None:
    new(page)
    before = form_of(window).read_bytes()
    target = f"http://127.0.0.1:{window.port}/form/{form_of(window).name}"
    evil = page.context.new_page()
    evil.goto("data:text/html,<meta charset=utf-8><title>x</title>")
    script = """
    async (target) => {
      const tries = [];
      for (const how of [{}, { method: "POST", mode: "no-cors", credentials: "include", body: "{}" },
                         { method: "POST", credentials: "include", headers: { "X-Csrf": "x" }, body: "{}" }]) {
        try {
          const answer = await fetch(target + (how.method ? "/edit" : ""), how);
          tries.push(answer.type === "opaque" ? "opaque" : await answer.text());
        } catch (error) { tries.push("refused"); }
      }
      return tries;
    }
    """
    assert set(evil.evaluate(script, target)) <= {"refused", "opaque"}
    assert form_of(window).read_bytes() == before
    evil.close()
