"""Broken YAML told in Chinese: which line, what is wrong with it, what to write.

libyaml and the pure parser say the same things in slightly different words; both are recognised by the
words that they share. libyaml often notices on a later line than the slip.
"""


class Broken:
    """line, column: 0-based, to show; lines: half-open range to leave out in the next attempt."""

    __slots__ = ("column", "hint", "line", "lines", "message")

    def __init__(self, line: int, column: int, message: str, hint: str, lines: tuple[int, int]) -> None:
        self.line = line
        self.column = column
        self.message = message
        self.hint = hint
        self.lines = lines


def explain(
    problem: str, context: str, at: tuple[int, int], begun: tuple[int, int] | None, lines: list[str]
) -> Broken:
    """at: line and column (0-based) of the problem; begun: of the construct it is in, if known."""
    line, column = min(at[0], len(lines) - 1), at[1]
    while line and not lines[line].strip():
        line, column = line - 1, 0
    if begun is not None and begun[0] < len(lines):
        if "could not find expected ':'" in problem:
            return _no_colon(*begun, lines)
        if "quoted scalar" in context and ("end of stream" in problem or "document" in problem):
            return _unclosed(*begun, lines, "引号", "补上另一半引号；文字里的引号用“”")
        if "flow" in context and ("','" in problem or "node content" in problem):
            return _flow(line, column, begun, lines)
        if "quoted scalar" in context and "escape" in problem:
            hint = "把外面的半角双引号改成单引号，或去掉引号"
            return Broken(line, column, "双引号里的反斜杠“\\”有别的意思", hint, (line, line + 1))
    text = lines[line]
    body = text.strip()
    if "mapping values are not allowed" in problem:
        return _second_colon(line, column, lines)
    if "block sequence entries are not allowed" in problem:
        hint = "另起一行，缩进两格，再写 - "
        return Broken(line, column, "短横“-”不能与键写在同一行", hint, (line, line + 1))
    if "cannot start any token" in problem:
        return _start(line, column, lines)
    if "alphabetic or numeric" in problem or "alias" in context or "anchor" in context:
        sign = text[column - 1 : column] if column else ""
        message = f"“{sign or body[:1]}”在值的开头有别的意思"
        return Broken(line, max(column - 1, 0), message, "给整个值加上引号", (line, line + 1))
    if "tag" in problem or "tag" in context:
        return Broken(line, column, "“!”在值的开头有别的意思", "给整个值加上引号", (line, line + 1))
    if "comment or line break" in problem or "block scalar" in context:
        hint = "“|”后面换行，文字写在下一行，缩进两格"
        return Broken(line, column, "“|”或“>”后面还有字", hint, (line, line + 1))
    if "block mapping" in context or "block collection" in context or "expected <block end>" in problem:
        return _misplaced(line, column, lines)
    if "document start" in problem:
        return _no_colon(line, column, lines)
    hint = "每行写成“键: 值”或“- 一项”，下一层缩进两格"
    return Broken(line, column, "从这里起读不下去", hint, (line, _after(line, lines)))


def _no_colon(line: int, column: int, lines: list[str]) -> Broken:
    body = lines[line].strip().removeprefix("- ")
    for mark in ("：", ":"):
        if mark in body:
            key, value = body.split(mark, 1)
            name = "是全角冒号" if mark == "：" else "的冒号后面缺空格"
            hint = f"写成 {key.strip()}: {value.strip()}"
            return Broken(line, column, f"“{key}”后面{name}", hint, (line, _after(line, lines)))
    message = f"“{body[:20]}”后面没有冒号，读不成“键: 值”"
    hint = "键后面写半角冒号加空格；如果是上一行的文字，缩进要比上一行的键深"
    return Broken(line, column, message, hint, (line, _after(line, lines)))


def _unclosed(line: int, column: int, lines: list[str], name: str, hint: str) -> Broken:
    return Broken(line, column, f"从这里开始的{name}没有配对", hint, (line, line + 1))


def _flow(line: int, column: int, begun: tuple[int, int], lines: list[str]) -> Broken:
    first = begun[0]
    opening = lines[first][begun[1] : begun[1] + 1]
    closing = {"[": "]", "{": "}"}.get(opening, "]")
    same = line == first
    wide = next((c for c in "，：］｝" if same and c in lines[line][begun[1] :]), "")
    if wide:
        message = f"{opening}{closing} 里用了全角的“{wide}”"
        hint = f"{opening}{closing} 里一律用半角：逗号“, ”、冒号“: ”；或者每项另起一行"
        return Broken(line, lines[line].index(wide, begun[1]), message, hint, (line, line + 1))
    hint = f"补上“{closing}”，各项之间用半角逗号；或者每项另起一行，以 - 开头"
    return Broken(first, begun[1], f"“{opening}”没有配对的“{closing}”", hint, (first, max(line, first + 1)))


def _second_colon(line: int, column: int, lines: list[str]) -> Broken:
    head = lines[line][:column]
    if ": " in head:
        key, value = lines[line].split(": ", 1)
        quoted = value.strip().replace("'", "''")
        hint = f"写成 {key.strip()}: '{quoted}'，或把后一个冒号改成全角“：”"
        message = f"“{value.strip()[:20]}”里又有一个半角冒号"
        return Broken(line, column, message, hint, (line, _after(line, lines)))
    above = line - 1
    while above > 0 and (not lines[above].strip() or lines[above].lstrip().startswith("#")):
        above -= 1
    body = lines[above].strip() if above >= 0 else ""
    for mark in ("：", ":"):
        if mark in body and not body.endswith(":") and f"{mark} " not in body:
            return _no_colon(above, len(lines[above]) - len(lines[above].lstrip()), lines)
    deeper = _indent(lines[line]) > _indent(lines[above]) if above >= 0 else False
    if deeper:
        message = "这一行缩进比上一行深，而上一行已经有值"
        hint = "与同级的键对齐；要写下一层，上一行的冒号后面留空"
        return Broken(line, _indent(lines[line]), message, hint, (line, _after(line, lines)))
    return Broken(line, column, "这里不该有冒号", "每行只写一个“键: 值”", (line, _after(line, lines)))


def _start(line: int, column: int, lines: list[str]) -> Broken:
    sign = lines[line][column : column + 1]
    if sign == "\t":
        return Broken(line, column, "这里有制表符（Tab）", "用半角空格缩进，每层两格", (line, line + 1))
    return Broken(line, column, f"值不能以“{sign}”开头", "给整个值加上引号", (line, _after(line, lines)))


def _misplaced(line: int, column: int, lines: list[str]) -> Broken:
    text = lines[line]
    body = text.strip()
    above = line - 1
    while above > 0 and (not lines[above].strip() or lines[above].lstrip().startswith("#")):
        above -= 1
    if column > _indent(text):
        message = f"“{text[column:].strip()[:20]}”接在加了引号的值后面"
        hint = "引号要包住整个值；文字里的引号用“”"
        return Broken(line, column, message, hint, (line, _after(line, lines)))
    if body.startswith("-"):
        message = "列表的短横与上面的行没有对齐"
        hint = "同一列表的短横上下对齐，比所属的键多缩进两格"
    elif above >= 0 and lines[above].lstrip().startswith("- ") and _indent(lines[above]) == _indent(text):
        message, hint = "列表里混进了不带短横的一行", "同一列表每项都以“- ”开头；新的键退回到上一层"
    else:
        message = "这一行的缩进与上下行都对不齐"
        hint = "与同级的键对齐，每层两格"
    return Broken(line, _indent(text), message, hint, (line, _after(line, lines)))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _after(line: int, lines: list[str]) -> int:
    """The first line behind `line` and what is indented below it."""
    indent = _indent(lines[line])
    for number in range(line + 1, len(lines)):
        if lines[number].strip() and _indent(lines[number]) <= indent:
            return number
    return len(lines)
