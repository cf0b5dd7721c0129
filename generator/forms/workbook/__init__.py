"""Forms as Excel workbooks and CSV: one of many units, or one of a single unit."""
