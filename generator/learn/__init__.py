"""From real reports to what is usual in them: outlines to counts that add up, counts to a schema."""
