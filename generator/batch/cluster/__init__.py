"""The same work on other machines, through Dask distributed; imported when a cluster is asked for.

Nobody there sees the disk of whoever asks: a job takes its form's bytes along, its result comes back, and is written
where the command was given. What is sent is executed, hence `address` says whom to trust.
"""
