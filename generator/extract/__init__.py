"""A report becomes a form again: by the template where it explains the words, by what they mean where it does not."""
