"""What a reviewer is told at a spot of the draft; writers that can show comments take them."""


from generator.places import Place
from generator.records import record


@record
class Note:
    """A remark for whoever reads the draft.

    place, path: where the value stands in the form that the remark is about, and the field as the form
    names it; either may be missing (None, ""), then the remark is about the whole report.
    """

    place: Place | None
    path: str
    text: str
