"""Files the program keeps: paths and atomic writing."""
