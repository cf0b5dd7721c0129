"""A draft leaves nothing behind that only the garbage collector could free: a batch's memory stays flat."""

import gc

from drafting import drafted, shipped_profile


def test_nothing_of_a_draft_refers_back_to_itself() -> None:
    profile = shipped_profile("gekeng-2024")
    drafted(profile)
    gc.collect()
    gc.disable()
    try:
        drafted(profile)
        assert gc.collect() == 0
    finally:
        gc.enable()
