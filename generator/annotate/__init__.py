"""What a report's tree means: its outline with roles and themes, its figures and what they count."""
