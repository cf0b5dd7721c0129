"""The command line: one small file per command, imported when called; nothing here but `click` until then."""
