"""The clerk's window: forms filled, seen, checked and drafted in a browser on the same machine.

No logic that `generator.api` lacks: pages, requests, and who may make them.
"""
