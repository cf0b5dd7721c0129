"""Drafts the yearly report that the law asks of a Chinese government unit from a filled form."""

__version__ = "0.1.0"
