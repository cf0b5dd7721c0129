"""What has been read out of a report so far."""

from dataclasses import dataclass, field

from generator.records import record
from generator.schema.model import Figure, Path, Value


@record
class Evidence:
    """Where a value was read: the 1-based line or paragraph of the file; doubtful: a person should look at it."""

    line: int
    doubtful: bool = False


@record
class Chosen:
    """A wording that the report uses, of those that the form's 变体 chooses from; name: see `schema.words.pick`."""

    wordings: tuple[str, ...]
    taken: int
    name: str = ""


@dataclass(slots=True)
class Found:
    """values: by the canonical paths of `schema.model.Profile`, in the order of the text; evidence: by the same
    paths; choices: the wordings seen."""

    values: dict[Path, Value] = field(default_factory=dict)
    evidence: dict[Path, Evidence] = field(default_factory=dict)
    choices: list[Chosen] = field(default_factory=list)

    def put(self, path: Path, value: Value, line: int, doubtful: bool = False) -> None:
        """Keeps a value, unless one is there already or nothing stands there."""
        if value != "" or "ticks" in path:
            self.values.setdefault(path, value)
            self.evidence.setdefault(path, Evidence(line, doubtful))

    def note(self, path: Path, line: int, doubtful: bool = False) -> None:
        """Where the value at `path`, put together of several, begins."""
        known = self.evidence.get(path)
        self.evidence[path] = Evidence(known.line if known else line, doubtful or bool(known and known.doubtful))

    def count(self, path: Path) -> int:
        """How many items the list at `path` has."""
        at = len(path)
        return len({p[at] for p in self.values if len(p) > at and p[:at] == path})

    def figures(self, prefix: Path, indicator: str, figures: list[Figure], line: int, doubtful: bool = False) -> None:
        """Adds figures of `indicator` under `prefix`."""
        path = (*prefix, "data", indicator)
        start = self.count(path)
        for at, one in enumerate(figures, start):
            self.put((*path, at), one, line, doubtful)
