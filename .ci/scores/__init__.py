"""What `make eval` measures: a module for each kind of gold, and the report."""
