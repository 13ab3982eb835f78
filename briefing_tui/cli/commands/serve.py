"""`briefing serve`: the reader in a web browser."""

from argparse import Namespace

from briefing_tui.application.inputs import resolve
from briefing_tui.cli.outcome import OK, Failure, put, say
from briefing_tui.fetching.addresses import is_web_address


def run(options: Namespace) -> int:
    """Serve the reader until interrupted. Raises Failure and InputError."""
    import asyncio
    import sys

    if options.what == "-":
        raise Failure("standard input can't be opened in a browser; name a file or an id")
    if options.what is not None and is_web_address(options.what):
        raise Failure("an address can't be opened in a browser; add it to the library first: 'briefing add ADDRESS'")
    if options.what is not None:
        resolve(options.what)
    try:
        from briefing_tui.serving.server import Server

        command = ["-m", "briefing_tui.cli.commands.served", *([options.what] if options.what is not None else [])]
        server = Server(command, options.host, options.port, options.readers)
    except ImportError as error:
        raise Failure(f"{error.name or error} is missing; pip install 'briefing-tui[serve]' adds it") from None

    def started() -> None:
        put(server.address)
        if sys.stdout is not None:
            sys.stdout.flush()
        if options.host not in ("127.0.0.1", "::1", "localhost"):
            say("everybody who can read this network's traffic can read along: it is not encrypted")
        say("open this address in a browser on this machine; it is a password. Ctrl+C ends it")

    try:
        asyncio.run(server.run(started))
    except OSError as error:
        raise Failure(f"{options.host}:{options.port}: {error.strerror or error}; choose another with --host or --port") from None
    return OK
