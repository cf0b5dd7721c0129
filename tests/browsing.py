"""What a clerk does on a page of the window, as tests say it."""

from pathlib import Path
from typing import Any

UNIT = "云溪县白石镇人民政府"


def box(page: Any, address: str) -> Any:
    return page.locator(f'[data-address="{address}"]')


def saved(page: Any) -> None:
    page.locator("#status", has_text="已存好").wait_for()
    page.locator("#progress:not(:empty)").wait_for()


def unfold(page: Any, part: str) -> None:
    if page.locator(f"#p-{part}").get_attribute("open") is None:
        page.click(f"#p-{part} > summary")
        page.locator(f"#p-{part}[open]").wait_for(state="attached")


def new(page: Any) -> None:
    page.fill("#unit", UNIT)
    page.select_option("#level", "乡镇")
    page.fill("#year", "2024")
    page.get_by_role("button", name="新建").click()
    saved(page)


def filled(page: Any, address: str, words: str) -> None:
    box(page, address).fill(words)
    saved(page)


def shows(page: Any, address: str, words: str) -> None:
    """Waits until a field says these words."""
    script = "([at, said]) => document.querySelector(`[data-address='${at}']`)?.value === said"
    page.wait_for_function(script, arg=[address, words])


def form_of(window: Any) -> Path:
    (made,) = window.folder.glob("*.yml")
    return Path(made)


def arrives(page: Any, address: str) -> None:
    """Waits until the keyboard is at a field."""
    page.wait_for_function("(address) => document.activeElement.dataset.address === address", arg=address)
