"""flag: 是 or 否."""

from generator.schema.kinds.problem import Problem

_WORDS = {
    **dict.fromkeys(("是", "有", "对", "要", "√", "✓", "true", "yes", "y", "on", "1"), True),
    **dict.fromkeys(("否", "无", "不", "不要", "没有", "×", "false", "no", "n", "off", "0"), False),
}


def parse(words: str, allowed: tuple[str, ...] = ()) -> bool | Problem:
    """True for 是, False for 否, and for what people write instead of them."""
    answer = _WORDS.get(words.strip().rstrip("。").lower())
    return Problem(f"“{words}”看不出是“是”还是“否”", "写 是 或 否") if answer is None else answer


def show(value: bool) -> str:
    """是 or 否."""
    return "是" if value else "否"
