"""What a strict reviewer would find."""
