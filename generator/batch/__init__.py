"""Drafting many units in one run."""
