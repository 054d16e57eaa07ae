"""triallint: the linter for clinical-trial content."""

__version__ = "0.1.0"
