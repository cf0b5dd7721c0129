"""Ctrl-C is heard wherever it is pressed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threading import Timer

_SOON = 0.01
"""Seconds."""


@contextmanager
def heard() -> Iterator[None]:
    """Within this no Ctrl-C is lost.

    One that comes while Python does something whose errors it only reports (a destructor, the clearing away of an
    import's lock) ends nothing: it is raised again a moment later.
    """
    report = sys.unraisablehook
    pressed: list[Timer] = []

    def again(told: "sys.UnraisableHookArgs") -> None:
        if not issubclass(told.exc_type, KeyboardInterrupt):
            report(told)
            return
        from _thread import interrupt_main
        from threading import Timer

        # Raised in here it would be lost as well.
        pressed.append(Timer(_SOON, interrupt_main))
        pressed[-1].daemon = True
        pressed[-1].start()

    sys.unraisablehook = again
    try:
        yield
    finally:
        sys.unraisablehook = report
        for timer in pressed:
            timer.cancel()
