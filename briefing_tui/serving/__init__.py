"""The reader in a web browser, for whoever has the address and nobody else."""
