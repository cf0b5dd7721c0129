"""A verb in a process of its own: what it reads takes no memory here, and it can be ended at any moment."""

from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from generator.errors import GeneratorError, UnreadableInput

T = TypeVar("T")
_WAIT = 0.1
"""Seconds between two looks whether it is to be ended."""


def apart(work: Callable[..., Iterator[T]], *arguments: Any, stop: Callable[[], bool]) -> Iterator[T]:
    """What `work(*arguments)` yields, until `stop()` says so; then its process is ended, wherever it is.

    work: a function of a module. Raises what it raises of GeneratorError, and UnreadableInput where its process died.
    """
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(there, work, arguments), daemon=True)
    process.start()
    there.close()
    try:
        while not stop():
            if not here.poll(_WAIT):
                continue
            try:
                kind, value = here.recv()
            except EOFError:
                raise UnreadableInput("读这个文件时程序意外中断", "文件可能太大或者有问题，另存一份再试") from None
            if kind == "end":
                return
            if kind == "stop":
                raise value
            yield value
    finally:
        process.kill()
        process.join()
        here.close()


def _send(there: Connection, work: Callable[..., Iterator[Any]], arguments: tuple[Any, ...]) -> None:
    try:
        for value in work(*arguments):
            there.send(("value", value))
        there.send(("end", None))
    except GeneratorError as stopped:
        there.send(("stop", type(stopped)(stopped.message, stopped.hint)))
