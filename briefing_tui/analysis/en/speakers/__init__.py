"""Find quotations and who said them."""
