"""Errors of known kinds, planted in clean drafts: what the rules find of them."""
