"""The terminal, and every use of Textual's private parts.

Each workaround of Textual has a test in tests/ui/test_terminal_patches.py that fails when Textual no longer needs it.
"""
