"""What other sites and programs take: cards and open data."""
