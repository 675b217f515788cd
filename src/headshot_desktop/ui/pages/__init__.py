"""The five steps and the pages beside them; each page shows the session model and changes nothing else."""
