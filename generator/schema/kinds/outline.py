"""outline: the order of themes, with + between those that share a heading."""

from generator.schema.kinds.problem import Problem


def parse(words: str, allowed: tuple[str, ...] = ()) -> tuple[tuple[str, ...], ...] | Problem:
    """Groups of theme names of `加强领导，第一责任人+重大决策`."""
    text = words.strip().strip("[]［］【】").replace("，", ",").replace("、", ",").replace("\n", ",")
    groups = []
    for part in text.split(","):
        if not part.strip():
            continue
        names = tuple(name.strip() for name in part.replace("＋", "+").split("+"))
        if not all(names):
            return Problem(f"“{part.strip()}”的“+”旁边缺主题", "写成 第一责任人+重大决策 的样子")
        groups.append(names)
    if not groups:
        return Problem(f"“{words}”里没有主题", "写成 [加强领导, 第一责任人+重大决策] 的样子")
    return tuple(groups)


def show(value: tuple[tuple[str, ...], ...]) -> str:
    """Groups joined by commas."""
    return ", ".join("+".join(names) for names in value)
