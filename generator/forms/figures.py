"""Figures of a form: a scalar, a mapping of what belongs to one, a list of these, pairs of indicators."""

import re

from generator.diagnostics import Severity
from generator.forms.index import DOCUMENT_KEYS, FIGURE_KEYS, MISTAKEN_KEYS
from generator.forms.nodes import Entries, Listing, Node, Scalar
from generator.forms.sheet import Sheet, blank, shorten
from generator.forms.suggest import did_you_mean
from generator.schema.kinds import docnumber, figure, flag, text
from generator.schema.kinds.problem import Problem
from generator.schema.model import Figure, Indicator, Pair, Path

_KEY_IDS = {**FIGURE_KEYS, **{v: v for v in FIGURE_KEYS.values()}, **MISTAKEN_KEYS}


def read_data(sheet: Sheet, node: Node, path: Path, label: str) -> None:
    """Every figure under `数据`, to `path` + (indicator id, position)."""
    entries = sheet.entries(node, label, "执法人员: 25")
    if entries is None:
        return
    figures, values, places = sheet.index.figures, sheet.values, sheet.places
    units, place, parse = sheet.index.units, sheet.source.place, figure.parse
    for key, value in entries.pairs:
        target = figures.get(key.words) or figures.get(key.words.replace(" ", "").replace("　", ""))
        if type(target) is Indicator:
            at = (*path, target.id, 0)
            if at in values:
                first = places[at].line
                message = f"“{key.words}”与第 {first} 行是同一个指标“{target.label}”"
                sheet.tell("FRM003", key, message, "只留一处；几个数写成一列，各带范围")
            elif type(value) is Scalar:
                if not value.words:
                    continue
                if type(read := parse(value.words, units[target.id])) is Figure:
                    values[at] = read
                    places[at] = place(value)
                elif not blank(value):
                    _refuse(sheet, value, read)
            elif not blank(value):
                read_composite(sheet, value, (*path, target.id), target)
        elif target is None:
            _unknown(sheet, key, label)
        elif type(target) is Pair and not blank(value):
            read_pair(sheet, value, path, target)


def _unknown(sheet: Sheet, key: Scalar, label: str) -> None:
    if key.words in sheet.index.tick_homes:
        hint = f"写到“举措”下面：- {key.words}"
        sheet.tell("FRM002", key, f"“{key.words}”是勾选项，不是指标", hint)
        return
    more = "没有这个指标就写到“其他数据”，如 - 办结人大代表议案3件；gen indicators 可按词查找"
    sheet.unknown("FRM002", key, f"“{label}”里没有“{shorten(key.words)}”这个指标", sheet.index.figures, more)


def read_pair(sheet: Sheet, node: Node, path: Path, pair: Pair) -> None:
    """The indicators that stand under one key, each to `path` + (indicator id, position)."""
    first = next(iter(pair.parts.values()))
    indicators = sheet.index.schema.indicators
    own = _KEY_IDS.keys() - pair.parts.keys()
    if type(node) is not Entries or all(key.words in own for key, _ in node.pairs):
        parts: list[tuple[Node, Node, str]] = [(node, node, first)]
    else:
        parts = []
        for key, value in node.pairs:
            part = pair.parts.get(key.words.strip()) or (
                key.words if key.words in pair.parts.values() else None
            )
            if part is None:
                names = "、".join(pair.parts)
                guess = did_you_mean(key.words, pair.parts)
                sheet.tell("FRM002", key, f"“{pair.label}”里没有“{key.words}”", f"{guess}可以写：{names}")
            elif not blank(value):
                parts.append((key, value, part))
    for key_node, value, part in parts:
        at = (*path, part)
        indicator = indicators.get(part)
        if indicator is None:
            continue
        if (*at, 0) in sheet.values:
            line = sheet.places[(*at, 0)].line
            message = f"“{pair.label}”与第 {line} 行是同一个指标“{indicator.label}”"
            sheet.tell("FRM003", key_node, message, "只留一处")
            continue
        read_composite(sheet, value, at, indicator)


def read_composite(sheet: Sheet, node: Node, path: Path, indicator: Indicator) -> None:
    """One figure or a list of them, to `path` + (position,)."""
    position = 0
    for item in sheet.items(node):
        if type(item) is Listing:
            message = f"“{indicator.label}”的列表里又是一列"
            sheet.tell("FRM005", item, message, "每个短横后面写一个数，或几行“值: ”“范围: ”")
        elif _read_figure(sheet, item, (*path, position), indicator):
            position += 1


def _read_figure(sheet: Sheet, node: Node, path: Path, indicator: Indicator) -> bool:
    """Reads one figure to `path`; whether there is one."""
    units = sheet.index.units[indicator.id]
    if type(node) is Scalar:
        read = figure.parse(node.words, units)
        if type(read) is not Figure:
            _refuse(sheet, node, read)
            return False
        sheet.put(path, read, node)
        return True
    return type(node) is Entries and _Composite(sheet, node, indicator, units).read(path)


class _Composite:
    """A figure written as several lines."""

    def __init__(self, sheet: Sheet, node: Entries, indicator: Indicator, units: tuple[str, ...]) -> None:
        self.sheet = sheet
        self.indicator = indicator
        self.units = units
        self.node = node
        self.parts: dict[str, Node] = {}
        for key, value in node.pairs:
            part = _KEY_IDS.get(key.words.strip())
            if part is None:
                hint = f"可以写：{'、'.join(FIGURE_KEYS)}"
                sheet.unknown("FRM002", key, f"“{indicator.label}”里没有“{key.words}”", _KEY_IDS, hint)
            elif part in self.parts:
                sheet.tell("FRM003", key, f"“{key.words}”与前面的是同一项", "“本年”“值”只写一个")
            elif not blank(value):
                self.parts[part] = value

    def read(self, path: Path) -> bool:
        """Puts the figure at `path`; whether there is one."""
        sheet, parts = self.sheet, self.parts
        value = self._figure("value")
        last = self._figure("last")
        sentence = self._text("sentence")
        documents = self._documents()
        where: Node | None = parts.get("value")
        if documents:
            counted = Figure(str(len(documents)), self.units[0])
            if value is not None and value.exact and value.amount != counted.amount:
                message = f"“{self.indicator.label}”写 {value.text}，文件列了 {len(documents)} 件"
                hint = "核对清单；只留“文件”时件数自动算出"
                sheet.tell("FRM030", parts["value"], message, hint, Severity.WARNING)
            if value is None:
                value, where = counted, parts["documents"]
        if value is None and sentence and "value" not in parts:
            value, where = self._from_sentence(sentence), parts["sentence"]
        elif value is not None and sentence and value.text and value.text not in sentence.replace(",", ""):
            message = f"“句”里没有“{figure.number_with_unit(value)}”"
            hint = "句子里写上这个数，或者删去“句”"
            sheet.tell("FRM030", parts["sentence"], message, hint, Severity.WARNING)
        if value is None or where is None:
            if "value" not in parts and last is not None:
                message = f"“{self.indicator.label}”只有上年，缺本年"
                sheet.tell("FRM903", self.node, message, "写上 本年，或者留着待补", Severity.INFO)
            elif parts and not {"value", "documents", "sentence", "last"} & set(parts):
                message = f"“{self.indicator.label}”没有数"
                sheet.tell("FRM903", self.node, message, "写上 值", Severity.INFO)
            return False
        part = parts.get("part")
        is_part = False
        if part is not None and (words := sheet.words(part, "其中")) is not None:
            answer = flag.parse(words)
            if isinstance(answer, Problem):
                _refuse(sheet, part, answer)
            else:
                is_part = answer
        whole = Figure(
            value.text,
            value.unit,
            value.scale,
            value.qualifier,
            self._text("period"),
            self._text("scope"),
            is_part,
            last,
            sentence,
            documents,
            self._text("origin"),
            value.not_applicable,
        )
        sheet.put(path, whole, where)
        for name, node in parts.items():
            if name != "value":
                sheet.places[(*path, name)] = sheet.source.place(node)
        return True

    def _figure(self, name: str) -> Figure | None:
        node = self.parts.get(name)
        words = self.sheet.words(node, self.indicator.label) if node is not None else None
        if node is None or words is None:
            return None
        read = figure.parse(words, self.units)
        if type(read) is Figure:
            return read
        _refuse(self.sheet, node, read)
        return None

    def _text(self, name: str) -> str:
        node = self.parts.get(name)
        words = self.sheet.words(node, self.indicator.label, text=True) if node is not None else None
        if node is None or words is None:
            return ""
        read = text.parse(words)
        if isinstance(read, Problem):
            _refuse(self.sheet, node, read)
            return ""
        return read

    def _documents(self) -> tuple[tuple[str, str], ...]:
        node = self.parts.get("documents")
        if node is None:
            return ()
        documents = []
        for item in self.sheet.items(node):
            if type(item) is not Entries:
                words = self.sheet.words(item, "文件")
                if words:
                    documents.append((_title(words), ""))
                continue
            found = {"name": "", "number": ""}
            for key, value in item.pairs:
                name = DOCUMENT_KEYS.get(key.words) or (key.words if key.words in found else None)
                if name is None:
                    message = f"“文件”里没有“{key.words}”"
                    self.sheet.unknown("FRM002", key, message, DOCUMENT_KEYS, "可以写：名称、文号")
                elif not blank(value):
                    found[name] = (self.sheet.words(value, key.words) or "").strip()
            if found["number"]:
                number = docnumber.parse(found["number"])
                found["number"] = found["number"] if isinstance(number, Problem) else number
            if found["name"] or found["number"]:
                documents.append((_title(found["name"]), found["number"]))
        return tuple(documents)

    def _from_sentence(self, sentence: str) -> Figure | None:
        """The one figure of the indicator's unit in the clerk's own sentence."""
        found = []
        for match in re.finditer(r"(?:超过|超|近|约|逾)?\d[\d,，.]*[余多]?[万亿]?[余多]?", sentence):
            for unit in sorted(self.units, key=len, reverse=True):
                if unit and sentence.startswith(unit, match.end()):
                    read = figure.parse(match[0].rstrip(",，.") + unit, self.units)
                    if type(read) is Figure:
                        found.append(read)
                    break
        if len(found) == 1:
            return found[0]
        many = "有几个数，看不出哪个是" if found else "没有以“" + "”或“".join(self.units) + "”计的"
        hint = "在“句”旁边写上 值: 数"
        self.sheet.tell("FRM004", self.parts["sentence"], f"“句”里{many}“{self.indicator.label}”", hint)
        return None


def _title(words: str) -> str:
    name = words.strip().rstrip("。；，")
    whole = name.startswith("《") and name.endswith("》") and name.count("《") == 1
    return name[1:-1] if whole else name


def _refuse(sheet: Sheet, node: Node, problem: object) -> None:
    if isinstance(problem, Problem):
        sheet.tell("FRM004", node, problem.message, problem.hint)
