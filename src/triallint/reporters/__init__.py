"""Results to text: one function per format, one file each."""
