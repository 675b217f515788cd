"""What is switched off or forbidden before any other library is imported."""
