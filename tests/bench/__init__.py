"""Speed and memory, side by side with docxtpl and with the least that any generator must do; `make bench`."""
