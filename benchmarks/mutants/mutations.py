"""Small faults that can be made in a Python source, each in one line.

There are none in docstrings, annotations, type-checking blocks, `__all__`, imports, prose (a string of several words) and the
strings of word tables. The benchmark `mutants` makes the faults and runs the tests.
"""

import ast
import re
from dataclasses import dataclass

_COMPARISONS = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==",
    "in": "not in", "not in": "in", "is": "is not", "is not": "is",
}  # fmt: skip
_ARITHMETIC = {
    "+": "-",
    "-": "+",
    "*": "+",
    "/": "*",
    "//": "*",
    "%": "*",
    "|": "&",
    "&": "|",
    "**": "*",
    "<<": ">>",
    ">>": "<<",
    "^": "|",
}
_FUNCTIONS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_METHODS = {
    "startswith": "endswith", "endswith": "startswith", "find": "rfind", "rfind": "find", "lstrip": "rstrip", "rstrip": "lstrip",
    "partition": "rpartition", "rpartition": "partition",
}  # fmt: skip
_EMPTY = {
    "bool": "False",
    "str": '""',
    "int": "0",
    "float": "0.0",
    "tuple": "()",
    "list": "[]",
    "dict": "{}",
    "set": "set()",
    "bytes": 'b""',
}
_COMPARISON = re.compile(r"not\s+in|is\s+not|[<>=!]=|[<>]|\bin\b|\bis\b")
_OPERATOR = re.compile(r"\*\*|//|<<|>>|[-+*/%|&^]")
_WORD = re.compile(r"\b(?:and|or)\b")
_TABLE = 8
"""A statement outside functions with more strings than this is a word table."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """A replacement of the bytes `start` to `end` of a line (counted from 1).

    `owner` is the dotted name of the function or class.
    """

    line: int
    start: int
    end: int
    new: str
    kind: str
    owner: str
    at_import: bool
    """The line runs when the module is imported, not within a function."""


class _Finder:
    """Walks a syntax tree and collects possible faults."""

    def __init__(self, source: bytes) -> None:
        self.lines = source.split(b"\n")
        self.found: list[Mutation] = []
        self._owner: list[str] = []
        self._depth = 0
        self._returns: list[ast.expr | None] = []
        self._strings = True

    def add(self, line: int, start: int, end: int, new: str, kind: str) -> None:
        """Add a fault, unless it changes nothing."""
        if self.lines[line - 1][start:end].decode() != new:
            self.found.append(Mutation(line, start, end, new, kind, ".".join(self._owner), self._depth == 0))

    def replace(self, node: ast.expr | ast.stmt, new: str, kind: str) -> None:
        """Replace a node in one line by `new`; insert `None and` before a longer call."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        if node.lineno == node.end_lineno:
            self.add(node.lineno, node.col_offset, node.end_col_offset, new, kind)
        elif isinstance(node, ast.Call | ast.Await):
            self.add(node.lineno, node.col_offset, node.col_offset, "None and ", kind)

    def between(self, left: ast.expr, right: ast.expr, pattern: re.Pattern[str], table: dict[str, str], kind: str) -> None:
        """Change the operator between two operands of one line."""
        if left.end_lineno == right.lineno and left.end_col_offset is not None:
            line = self.lines[right.lineno - 1]
            gap = line[left.end_col_offset : right.col_offset].decode()
            if found := pattern.search(gap):
                start = left.end_col_offset + len(gap[: found.start()].encode())
                operator = " ".join(found[0].split())
                if operator in table:
                    self.add(right.lineno, start, start + len(found[0]), table[operator], kind)

    def negate(self, test: ast.expr) -> None:
        """Negate a condition, unless another kind of fault does that."""
        is_simple = (isinstance(test, ast.Compare) and len(test.ops) == 1) or isinstance(test, ast.UnaryOp | ast.Constant)
        if not is_simple and test.lineno == test.end_lineno and not isinstance(test, ast.NamedExpr):
            text = self.lines[test.lineno - 1][test.col_offset : test.end_col_offset].decode()
            self.replace(test, f"(not ({text}))", "condition")

    def walk(self, node: ast.AST) -> None:
        """Collect the faults of a node and its children."""
        before = self._strings
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            self._function(node)
            return
        if isinstance(node, ast.ClassDef):
            self._owner.append(node.name)
            self._body(node.body)
            self._owner.pop()
            return
        if isinstance(node, ast.stmt):
            if _is_left_out(node):
                return
            if self._depth == 0 and sum(isinstance(part, ast.Constant) for part in ast.walk(node)) > _TABLE:
                self._strings = False
            self._statement(node)
        elif isinstance(node, ast.expr):
            if isinstance(node, ast.JoinedStr) or _is_type(node):
                return
            self._expression(node)
        elif isinstance(node, ast.comprehension):
            for test in node.ifs:
                self.replace(test, "True", "filter")
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "type_comment"):
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    self.walk(child)
        self._strings = before

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        if any(getattr(mark, "id", getattr(mark, "attr", "")) == "overload" for mark in node.decorator_list):
            return
        self._owner.append(node.name)
        for default in (*node.args.defaults, *(one for one in node.args.kw_defaults if one), *node.decorator_list):
            self.walk(default)
        self._depth += 1
        self._returns.append(node.returns)
        self._body(node.body)
        self._returns.pop()
        self._depth -= 1
        self._owner.pop()

    def _body(self, body: list[ast.stmt]) -> None:
        for statement in body:
            self.walk(statement)

    def _statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Expr(value=ast.Call() | ast.Await()):
                one_line = node.lineno == node.end_lineno
                self.replace(node if one_line else node.value, "pass", "statement")
            case ast.AugAssign() | ast.Raise() | ast.Delete():
                self.replace(node, "pass", "statement")
            case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]) if "__init__" not in self._owner:
                self.replace(node, "pass", "statement")
            case ast.Return(value=ast.expr() as value) if self._depth:
                self.replace(value, _empty(self._returns[-1]), "return")
            case ast.If() | ast.While():
                self.negate(node.test)
            case ast.Break():
                self.replace(node, "continue", "loop")
            case ast.Continue():
                self.replace(node, "break", "loop")

    def _expression(self, node: ast.expr) -> None:
        match node:
            case ast.Compare():
                for left, right in zip([node.left, *node.comparators], node.comparators, strict=False):
                    self.between(left, right, _COMPARISON, _COMPARISONS, "comparison")
            case ast.BoolOp():
                for left, right in zip(node.values, node.values[1:], strict=False):
                    self.between(left, right, _WORD, {"and": "or", "or": "and"}, "and/or")
            case ast.BinOp() if not _is_text(node.left) and not _is_text(node.right):
                self.between(node.left, node.right, _OPERATOR, _ARITHMETIC, "arithmetic")
            case ast.UnaryOp(op=ast.Not()):
                self.add(node.lineno, node.col_offset, node.col_offset + 3, "", "not")
            case ast.IfExp():
                self.negate(node.test)
            case ast.Constant():
                self._constant(node)
            case ast.Slice():
                for bound in (node.lower, node.upper):
                    if bound is not None and not isinstance(bound, ast.Constant):
                        self.replace(bound, "", "slice")
            case ast.Call(func=ast.Name(id=name)) if name in _FUNCTIONS:
                self.replace(node.func, _FUNCTIONS[name], "call")
            case ast.Call(func=ast.Attribute(attr=name) as method) if (
                name in _METHODS and method.end_col_offset and method.end_lineno
            ):
                self.add(method.end_lineno, method.end_col_offset - len(name), method.end_col_offset, _METHODS[name], "call")

    def _constant(self, node: ast.Constant) -> None:
        match node.value:
            case bool():
                self.replace(node, str(not node.value), "boolean")
            case int() | float():
                self.replace(node, repr(node.value + 1), "number")
                self.replace(node, repr(node.value - 1) if node.value >= 1 else "(-1)", "number")
            case str() as text if self._strings and text and not re.search(r"[a-z,.:;] +[a-z(]|^[A-Z][a-z]+ ", text):
                self.replace(node, '""', "string")


def _is_left_out(node: ast.stmt) -> bool:
    """Return whether a statement is skipped: imports, assertions, docstrings, `__all__`, type checking."""
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Assert() | ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING")):
            return True
        case ast.Raise(exc=ast.Name(id="NotImplementedError")):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name in ("__all__", "__slots__", "__version__")
    return False


def _is_type(node: ast.expr) -> bool:
    """Return whether an expression is a type: `Literal["a"]`, `Callable[..., "X"]`."""
    return (
        isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Name)
        and node.value.id[:1].isupper()
        and not node.value.id.isupper()
    )


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str | bytes))


def _empty(annotation: ast.expr | None) -> str:
    """Return the empty value of a return type; `None` for other types."""
    name = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    return _EMPTY.get(name.id, "None") if isinstance(name, ast.Name) else "None"


def mutated(lines: list[bytes], mutation: Mutation) -> list[bytes]:
    """Return the lines of a source with a fault in one of them."""
    line = lines[mutation.line - 1]
    changed = line[: mutation.start] + mutation.new.encode() + line[mutation.end :]
    return [*lines[: mutation.line - 1], changed, *lines[mutation.line :]]


def mutations(source: bytes) -> list[Mutation]:
    """Return every fault for a source (UTF-8); some do not give a valid program."""
    finder = _Finder(source)
    for statement in ast.parse(source).body:
        finder.walk(statement)
    return finder.found


def is_program(before: list[bytes], after: list[bytes]) -> bool:
    """Return whether the lines after a fault are a valid program that differs from before."""
    try:
        return ast.dump(ast.parse(b"\n".join(after))) != ast.dump(ast.parse(b"\n".join(before)))
    except (SyntaxError, ValueError):
        return False
