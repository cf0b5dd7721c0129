"""The names that a template may use, for one form and one addressee."""

from collections.abc import Callable, Mapping
from functools import partial

from generator.compose import calendar
from generator.compose.outline import Outline
from generator.compose.parts import Item, part, theme
from generator.compose.plan import NAMES
from generator.compose.theme import Draft
from generator.compose.tokens import LIVE, MISSING, NEUTRAL, Cell, Table, gap
from generator.compose.words import day, introduced, phrase, prose, several
from generator.document.nodes import Text
from generator.schema.kinds.figure import show
from generator.schema.model import Profile, Section
from generator.schema.words import pick


def chooser(profile: Profile) -> Callable[..., str]:
    """Picks one of several wordings by the form's 变体, see `words.pick`."""
    variant = profile.values.get(("report", "variant"), 1)
    return partial(pick, variant if isinstance(variant, int) else 1)


def lead_words(table: Table, words: Mapping[str, str]) -> tuple[str, str]:
    """The tokens for 全年 and for 全镇, which are not said twice running."""
    year = table.add(NEUTRAL, Cell(((Text("全年"),),), opening=True))
    where = table.add(NEUTRAL, Cell(((Text(words["全域"]),),), opening=True))
    return year, where


def context(draft: Draft, outline: Outline, edition: int) -> dict[str, object]:
    """Everything that the templates name; `edition` counts the addressees."""
    entries, table, schema = draft.entries, draft.table, draft.schema
    year = calendar.year_of(entries)
    names = draft.names
    names |= {word: table.words(NEUTRAL, Text(said)) for word, said in draft.words.items()}
    names |= {
        "全年": draft.year_round,
        "全域": draft.everywhere,
        "措辞": lambda first, *others: draft.choose((first, *others)),
        "引出": lambda lead, words, *already: introduced(draft, lead, words, already),
        "待补": lambda label: table.words(MISSING, gap(label), Text("。")),
        "年度": _neutral(draft, "report", "year") or table.gap("年度"),
        "次年": calendar.next_year(draft),
        "截至": calendar.cutoff(draft),
        "规划": lambda key: calendar.period(schema, key, year),
        "次年规划": lambda key: calendar.period(schema, key, year + 1),
        "全会": calendar.meeting(draft),
        "标题": _title(draft),
        "简称": _neutral(draft, "unit", "short") or names["自称"],
        "署名": several(draft, ("unit", "name")) or [table.gap("单位名称")],
        "主送": _addressee(draft, edition),
        "成文日期": day(draft, ("report", "date")) or table.gap("成文日期"),
        "部分": [{"模板": f"sections/{s.template}.md.j2"} for s in outline.sections],
        "条目式": " {连排}" if entries.get("report", "items") == "一是" else "",
        "二级式": " {接排}" if entries.get("report", "heading2") == "接排" else "",
        "分列": outline.flat,
        "文": lambda *path: phrase(draft, path),
        "日": lambda *path: day(draft, path),
        "列": lambda *path: several(draft, path),
        "表": _appendix(draft) if entries.get("appendix") is True else [],
    }
    draft.spoken.update((token, table[str(names[name])]) for name, token in NAMES.items() if name in names)
    for section in schema.sections:
        names |= _section(draft, section)
    names["各主题"] = [part(draft, wanted) for wanted in outline.parts]
    return names


def _section(draft: Draft, section: Section) -> dict[str, object]:
    if section.shape == "items":
        rows = range(draft.entries.count(section.id))
        return {section.label: [Item(draft, section, n) for n in rows]}
    if section.shape == "theme":
        return {section.label: theme(draft, section.theme, (section.id,))}
    if section.shape == "prose":
        return {section.label: prose(draft, (section.id,))}
    return {}


def _neutral(draft: Draft, *path: str) -> str:
    text = draft.entries.text(*path)
    return draft.table.words(NEUTRAL, text) if text else ""


def _title(draft: Draft) -> str:
    """The title that the form gives, else 机关全称 + 关于…年度…情况的报告."""
    entries = draft.entries
    own = phrase(draft, ("report", "title"))
    if own:
        return own
    texts: list[Text] = []
    for n in range(entries.count("unit", "name")):
        name = entries.text("unit", "name", n)
        if name:
            texts += [Text("\n"), name] if texts else [name]
    if len(texts) > 1:
        # Behind several names the matter would fill the last one's line over its end.
        texts.append(Text("\n"))
    matter = str(draft.schema.wording.get("title", "关于{年度}年度{体裁}情况的报告"))
    before, _, after = matter.replace("{体裁}", draft.schema.genre).partition("{年度}")
    year = entries.text("report", "year") or gap("年度")
    return draft.table.words(LIVE, *texts, Text(before), year, Text(after))


def _addressee(draft: Draft, edition: int) -> str:
    own = several(draft, ("unit", "addressee"))
    if own:
        return own[min(edition, len(own) - 1)]
    level = next((v for v in draft.schema.levels if v.label == draft.entries.get("unit", "level")), None)
    if level is None or not level.addressees:
        return ""
    if not draft.entries.get("unit", "upper"):
        return draft.table.gap("主送机关")
    words = level.addressees[min(edition, len(level.addressees) - 1)]
    for word, said in draft.words.items():
        words = words.replace("{" + word + "}", said)
    return draft.table.words(NEUTRAL, Text(words, draft.entries.source("unit", "upper")))


def _appendix(draft: Draft) -> list[dict[str, str]]:
    """The rows of the table of main indicators: theme, label, this year, last year."""
    labels = {t.id: t.label for t in draft.schema.themes}
    rows: list[dict[str, str]] = []
    for by_id in draft.entries.figures.values():
        for identifier, entered in by_id.items():
            indicator = draft.schema.indicators[identifier]
            for figure, source in entered:
                where = f"（{figure.period}{figure.scope}）" if figure.period or figure.scope else ""
                last = draft.table.words(LIVE, Text(show(figure.last), source)) if figure.last else ""
                rows.append(
                    {
                        "主题": labels[indicator.theme],
                        "指标": draft.table.words(LIVE, Text(indicator.label + where, source if where else None)),
                        "本年": draft.table.words(LIVE, Text(show(figure), source)),
                        "上年": last,
                    }
                )
    return rows
