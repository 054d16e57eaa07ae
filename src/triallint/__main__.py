"""``python -m triallint``."""

from triallint.cli import main

main()
