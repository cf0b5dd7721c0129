"""What is read out of DOCX files."""
