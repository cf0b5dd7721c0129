"""What each kind of evidence for an indicator is worth, fitted on reports and drafts."""

WEIGHTS: dict[str, float] = {
    "before": 1.0,
    "after": 1.2,
    "lead": 0.6,
    "topic": 0.2,
    "ahead": 0.3,
    "cover": 0.7,
    "end": 0.65,
    "start": 0.4,
    "second": 0.16,
    "like": 0.75,
    "theme": 1.35,
    "point": 1.1,
    "kin": 0.2,
    "again": 0.85,
    "least": 2.2,
    "sure": 5.5,
    "other": 0.3,
    "none": 1.2,
    "head": 0.6,
    "told": 0.4,
}
