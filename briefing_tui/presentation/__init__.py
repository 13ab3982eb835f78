"""Put into words what screens, shell and exports have in common."""
