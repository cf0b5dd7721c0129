"""`python -m tests.eval.layout`: whether the rules of layout and the measure, which renders, say the same.

Every mutant of `tests/check/lay/mutants.yml`, measured by LibreOffice (about three seconds each); PYTHONPATH=tests.
"""

import sys
import tempfile
from pathlib import Path

from check.lay.mutating import MUTANTS, laid, mutant
from layout import gb9704_measure

from generator.diagnostics import Severity


def main() -> int:
    """Print what both say of each mutant, and how often they agree where the measure is not blind."""
    agreed = judged = 0
    with tempfile.TemporaryDirectory() as folder:
        file, profile = Path(folder, "report.docx"), str(Path(folder, "office"))
        for name, one in MUTANTS.items():
            data = mutant(name)
            ours = sorted({d.code for d in laid(data) if d.severity is not Severity.INFO})
            if one["measure"] is None:
                print(f"  blind  {name}: {ours}")
                continue
            file.write_bytes(data)
            summary = gb9704_measure.measure(str(file), profile=profile)["summary"]
            theirs = summary["failed"] or (summary["warned"] if one["measure"] else [])
            judged += 1
            agreed += bool(ours) == bool(theirs)
            print(f"{'agree' if bool(ours) == bool(theirs) else 'DIFFER':>7}  {name}: {ours} | {theirs}", flush=True)
    print(f"{agreed} of {judged} agree; {len(MUTANTS) - judged} where the measure does not look")
    return 0 if agreed == judged else 1


if __name__ == "__main__":
    sys.exit(main())
