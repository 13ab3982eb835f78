"""Time of an address against curl and a pipe, and of a feed's entries.

Both are fetched from a server of this machine.

    python -m benchmarks.sources.fetch_speed read --runs 21
    python -m benchmarks.sources.fetch_speed feed --entries 1000 [--pages]

Both print the processor's time, too, as a busy machine changes the time by the clock.
"""

import argparse
import http.server
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from html import escape
from pathlib import Path

from benchmarks.shared.machine import briefing, compile_modules, description, fresh_environment
from benchmarks.shared.made_article import Section, article, slug


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves the files of a folder and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""
        del format, args


def serve(folder: Path) -> str:
    """Serve a folder on a free port; return the address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *given: QuietHandler(*given, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def body(sections: list[Section]) -> str:
    """Return the sections of a made-up article in HTML."""
    parts = []
    for section in sections:
        parts.append(f"<h2>{escape(section.heading)}</h2>")
        parts += [f"<p>{escape(text)}</p>" for text in section.blocks if text[:1].isalnum() or text[:1] == "“"]
    return "\n".join(parts)


def page(title: str, sections: list[Section]) -> str:
    """Return a made-up article as a page."""
    head = f"<head><meta charset=utf-8><title>{title}</title></head>"
    return f"<!doctype html><html lang=en>{head}<body><article><h1>{title}</h1>{body(sections)}</article></body></html>"


def run(command: str, environment: dict[str, str]) -> tuple[float, float]:
    """Return the seconds by the clock and of the processor."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, shell=True, check=True, stdout=subprocess.DEVNULL, env=environment)
    after, taken = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - start
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure_reading(runs: int) -> None:
    """Print the time of reading an address against that of curl and a pipe."""
    if shutil.which("curl") is None:
        sys.exit("curl is missing")
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "site")
        folder.mkdir()
        (folder / "clocks.html").write_text(page("The clocks of Umber Hill", article(20_000)), "utf-8")
        address, environment = f"{serve(folder)}/clocks.html", fresh_environment(home)
        program = " ".join(briefing())
        commands = {"address": f"{program} read {address}", "curl": f"curl -s {address} | {program} read -"}
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(run(command, environment))
    medians = {name: [statistics.median(column) for column in zip(*found, strict=True)] for name, found in times.items()}
    for name, (clock, processor) in medians.items():
        print(f"{name:<8} {clock:.3f} s by the clock, {processor:.3f} s of the processor")
    ratios = [medians["address"][at] / medians["curl"][at] for at in (0, 1)]
    print(f"ratio    {ratios[0]:.2f} by the clock, {ratios[1]:.2f} of the processor")


def write_feed(folder: Path, count: int, with_pages: bool) -> None:
    """Write a feed of made-up articles, with their text, or with pages of their own."""
    items = []
    for number in range(count):
        sections = article(4_000, seed=number)
        title = f"Clock {number}: {random.Random(number).choice(sections).heading}"
        link = f"{number}-{slug(title)}.html"
        text = ""
        if with_pages:
            (folder / link).write_text(page(title, sections), "utf-8")
        else:
            text = f"<content:encoded><![CDATA[{body(sections)}]]></content:encoded>"
        items.append(f"<item><title>{escape(title)}</title><link>{link}</link><guid>{number}</guid>{text}</item>")
    head = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Clocks</title>'
    (folder / "feed.xml").write_text(f"{head}{''.join(items)}</channel></rss>", "utf-8")


def measure_feed(count: int, with_pages: bool) -> None:
    """Print how many entries a second are filed, and the most memory.

    It is done for all of them and for a tenth.
    """
    for number in (count // 10, count):
        with tempfile.TemporaryDirectory() as home:
            folder = Path(home, "site")
            folder.mkdir()
            write_feed(folder, number, with_pages)
            environment = fresh_environment(home)
            (Path(home, "config", "briefing")).mkdir(parents=True)
            feeds = Path(home, "config", "briefing", "feeds.txt")
            feeds.write_text(f"{serve(folder)}/feed.xml{' pages' if with_pages else ''}\n")
            start = time.perf_counter()
            process = subprocess.Popen([*briefing(), "feed", "fetch"], stdout=subprocess.PIPE, env=environment)
            lines = process.stdout.read().count(b"\n") if process.stdout else 0
            _, status, usage = os.wait4(process.pid, 0)
            taken = time.perf_counter() - start
            spent, ended = usage.ru_utime + usage.ru_stime, os.waitstatus_to_exitcode(status)
            print(f"{number} entries, {lines} filed, exit status {ended}: {number / taken:.0f} a second by the clock,", end=" ")
            print(f"{number / spent:.0f} of the processor; {usage.ru_maxrss / 1024:.0f} MiB")


def main() -> None:
    """Measure what the first argument says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("read", "feed"))
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--pages", action="store_true")
    options = parser.parse_args()
    compile_modules()
    print(description())
    if options.what == "read":
        measure_reading(options.runs)
    else:
        measure_feed(options.entries, options.pages)


if __name__ == "__main__":
    main()
