"""Read pages that Safari saved as web archives."""
