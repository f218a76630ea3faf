"""What must never be lost unnoticed: the decree's words and cells, published addresses and ids."""
