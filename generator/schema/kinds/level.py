"""level: the level of the unit, kept as its label (乡镇, 街道, 县, 部门).

`allowed` holds, for each level, its label and other names joined by `|`, the label first.
"""

from generator.schema.kinds.problem import Problem


def parse(words: str, allowed: tuple[str, ...] = ()) -> str | Problem:
    """The label of the level that `words` names."""
    text = words.strip().rstrip("。")
    for names in allowed:
        if text in names.split("|"):
            return names.split("|")[0]
    labels = [names.split("|")[0] for names in allowed]
    return Problem(f"“{words}”不是单位的层级", f"从这些里选一个：{'、'.join(labels)}")


def show(value: str) -> str:
    """The label."""
    return value
