"""What a template folder's templates use, read off them before there is any data."""

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from generator.errors import BrokenTemplate
from generator.records import record
from generator.schema.model import Measure


@record
class Use:
    """One figure that a theme's template places: `d.标签`, in file and line."""

    label: str
    file: str
    line: int


@record
class Catalog:
    """measures: every 举措; uses: every d.标签 by theme; points: every 其余(…) by theme; names: every other
    variable by file, with its line."""

    measures: tuple[Measure, ...]
    uses: Mapping[str, tuple[Use, ...]]
    points: Mapping[str, tuple[str, ...]]
    names: Mapping[str, tuple[tuple[str, int], ...]]


def read(trees: Mapping[str, nodes.Template]) -> Catalog:
    """The catalog of these templates (name -> tree). Raises BrokenTemplate where a measure's words are not fixed."""
    measures: list[Measure] = []
    uses: dict[str, tuple[Use, ...]] = {}
    points: dict[str, tuple[str, ...]] = {}
    names: dict[str, tuple[tuple[str, int], ...]] = {}
    for name, tree in trees.items():
        names[name] = tuple((n.name, n.lineno) for n in tree.find_all(nodes.Name) if n.ctx == "load")
        if name.startswith("themes/"):
            theme = name.removeprefix("themes/").removesuffix(".md.j2")
            measures += _measures(tree, theme, name)
            uses[theme] = tuple(_uses(tree, name))
            points[theme] = tuple(_words(call, name)[0] for call in _calls(tree, "其余"))
    return Catalog(tuple(measures), uses, points, names)


def _measures(tree: nodes.Template, theme: str, file: str) -> Iterator[Measure]:
    for call in _calls(tree, "举措"):
        label, *sentences = _words(call, file)
        yield Measure(label, theme, tuple(sentences))


def _uses(tree: nodes.Template, file: str) -> Iterator[Use]:
    for node in tree.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name) and node.node.name == "d":
            yield Use(node.attr, file, node.lineno)


def _calls(tree: nodes.Template, name: str) -> Iterator[nodes.Call]:
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == name:
            yield call


def _words(call: nodes.Call, file: str) -> list[str]:
    words = [a.value for a in call.args if isinstance(a, nodes.Const) and isinstance(a.value, str)]
    if not words or len(words) != len(call.args):
        raise BrokenTemplate(f"{file}:{call.lineno}: 举措、其余 的参数只能是写定的文字", "用引号写出名称和句子")
    return words
