"""The dossier of a person or organisation, and the same words in other articles."""
