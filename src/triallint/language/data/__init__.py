"""Data about English words that ships with the package; language/NOTICE names the sources and their licences."""
