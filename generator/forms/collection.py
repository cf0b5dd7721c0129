"""Who in the unit supplies which figure (收集表), and the search for figures that a form may give."""

from generator.schema.model import Indicator, Schema
from generator.schema.suppliers import supplier


def collection(schema: Schema, level: str) -> str:
    """A Markdown table of the figures that a form of this level asks for, by who usually supplies them."""
    themes = {t.id: t.label for t in schema.themes}
    groups: dict[str, list[Indicator]] = {}
    for indicator in schema.indicators.values():
        if level in indicator.levels:
            groups.setdefault(supplier(indicator, schema, level) or "待定", []).append(indicator)
    lines = [
        f"# {schema.genre}数据收集表（{level}）",
        "",
        "没有发生填 0，不适用填“不适用”，不掌握的留空。",
    ]
    for office in sorted(groups, key=lambda name: (name == "待定", -len(groups[name]))):
        lines += ["", f"## {office}", "", "| 主题 | 数据 | 单位 | 本年 | 上年 | 说明 |", "|---|---|---|---|---|---|"]
        for indicator in groups[office]:
            about = indicator.hint or indicator.clause.replace("{}", "…")
            cells = (themes.get(indicator.theme, ""), indicator.label, indicator.unit, "", "", about)
            lines.append("| " + " | ".join(cell.replace("|", "／") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def search(schema: Schema, keyword: str) -> list[Indicator]:
    """Indicators that `keyword` is about, the likeliest first; all of them for "". Several words must all
    be found."""
    themes = {t.id: " ".join((t.label, *t.aliases)) for t in schema.themes}
    words = keyword.split()
    found = []
    for order, indicator in enumerate(schema.indicators.values()):
        names = " ".join((indicator.label, *indicator.aliases, indicator.id))
        rest = " ".join((indicator.clause, indicator.hint, indicator.supplier, themes.get(indicator.theme, "")))
        if all(word in names or word in rest for word in words):
            rank = 0 if keyword == indicator.label else 1 if all(word in names for word in words) else 2
            found.append((rank, order, indicator))
    return [indicator for _, _, indicator in sorted(found, key=lambda hit: hit[:2])]
