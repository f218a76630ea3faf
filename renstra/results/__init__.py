"""What was achieved: the rules, a year's results, and what its reports still lack."""
