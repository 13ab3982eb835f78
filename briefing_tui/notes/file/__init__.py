"""Keep the file of notes whole when programs share it, and when it is replaced."""
