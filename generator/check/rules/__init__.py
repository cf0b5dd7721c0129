"""The rules, one file each, in one package a group; see `generator.check.registry`."""
