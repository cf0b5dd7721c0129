"""How many jobs travel together: sending a few costs little more than one, losing them costs their time again."""

from dataclasses import dataclass
from math import ceil


@dataclass(slots=True)
class Pace:
    """seconds: what a chunk should take; most: jobs in one; each: seconds that a job takes, by those done so far."""

    seconds: float
    most: int
    each: float = 0.05

    def size(self, left: int, workers: int) -> int:
        """Jobs for the next chunk. left: jobs not sent yet."""
        # Towards the end in smaller chunks, so that all workers finish at the same time.
        fair = ceil(left / (2 * workers))
        return max(1, min(self.most, round(self.seconds / self.each), fair))

    def took(self, seconds: float, jobs: int) -> None:
        """Takes note of a chunk that was done."""
        self.each = (self.each + max(seconds / jobs, 0.0001)) / 2
