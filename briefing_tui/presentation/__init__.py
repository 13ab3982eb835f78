"""Word what screens, shell and exports have in common."""
