"""From an expression's text to Python's syntax tree, through a white list. Nothing is ever evaluated or executed."""

import ast
from decimal import Decimal

from sanad.engine.rules.declared import Expression
from sanad.engine.rules.problems import Problem, ProgrammeRefused

MOST_CHARACTERS = 10_000
DEEPEST = 60
MOST_IN_A_ROW = 100

ALLOWED: tuple[type[ast.AST], ...] = (
    ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.Compare, ast.Eq, ast.NotEq,
    ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn, ast.IfExp, ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Call,
    ast.keyword, ast.Name, ast.Load, ast.Attribute, ast.Subscript, ast.Tuple, ast.Constant,
)  # fmt: skip

INSTEAD: dict[type[ast.AST], str] = {
    ast.Div: "Write share(amount, part, whole), which says how it rounds.",
    ast.FloorDiv: "Write share(amount, part, whole, 'down').",
    ast.Mod: "There is no remainder; write share(...) or round(...).",
    ast.Pow: "Multiply: x * x.",
    ast.List: "Write a tuple in round brackets: (1, 2).",
    ast.Set: "Write a tuple in round brackets: (1, 2).",
    ast.Lambda: "Give the value a name under `definitions`.",
    ast.ListComp: "Use a group operator: sum(household.person, income, where=...).",
    ast.GeneratorExp: "Use a group operator: sum(household.person, income, where=...).",
    ast.UAdd: "Leave the plus sign out.",
}


class RuleError(ProgrammeRefused):
    """One expression is wrong."""

    def __init__(self, at: Expression, code: str, message: str, todo: str) -> None:
        super().__init__([Problem(at.where, code, shorten(message, 200), todo, shorten(at.text))])


def shorten(text: str, most: int = 80) -> str:
    return text if len(text) <= most else text[: most - 3] + "..."


def parse(expression: Expression) -> ast.expr:
    """The syntax tree of an allowed expression. Raises RuleError."""
    text = expression.text
    if len(text) > MOST_CHARACTERS:
        raise RuleError(
            expression,
            "too_long",
            f"The expression has {len(text):,} characters.",
            "Split it into definitions.",
        )
    if "#" in text:
        todo = "Put the remark beside the rule, as a comment of the file."
        raise RuleError(expression, "comment", "A # would hide the rest of the expression.", todo)
    if _bracket_depth(text) > DEEPEST:
        raise RuleError(expression, "too_deep", "Brackets are nested too deep.", "Split it into definitions.")
    try:
        tree = ast.parse(_one_line(text), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        reason = error.msg if isinstance(error, SyntaxError) else "it is too deep or holds a forbidden character"
        raise RuleError(
            expression, "syntax", f"This is no expression: {reason}.", "See docs/rulebook.md, Expressions."
        ) from error
    _refuse_forbidden(tree, expression)
    return tree.body


def _one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ").replace("\t", " ").strip()


def _bracket_depth(text: str) -> int:
    depth = deepest = 0
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        deepest = max(deepest, depth)
    return deepest


def _refuse_forbidden(tree: ast.Expression, expression: Expression) -> None:
    layer: list[ast.AST] = [tree.body]
    for _ in range(DEEPEST):
        for node in layer:
            _refuse_node(node, expression)
        layer = [child for node in layer for child in ast.iter_child_nodes(node)]
        if not layer:
            return
    raise RuleError(expression, "too_deep", "The expression is nested too deep.", "Split it into definitions.")


def _refuse_node(node: ast.AST, expression: Expression) -> None:
    if not isinstance(node, ALLOWED):
        kind = type(node)
        raise RuleError(
            expression,
            "forbidden_syntax",
            f"`{kind.__name__}` is not allowed in a rule.",
            INSTEAD.get(kind, _SEE),
        )
    if isinstance(node, ast.Constant):
        _refuse_constant(node, expression)
    if isinstance(node, ast.Name | ast.Attribute | ast.keyword):
        _refuse_look_alike(node, expression)
    _refuse_form(node, expression)


def _refuse_look_alike(node: ast.Name | ast.Attribute | ast.keyword, expression: Expression) -> None:
    """Python reads a full-width or italic letter as the plain one; two names that look different must not be one."""
    written = _written(node, expression)
    name = written.partition("=")[0] if isinstance(node, ast.keyword) else written
    if not name.isascii():
        message = f"The name `{shorten(name)}` is not written in plain Latin letters."
        raise RuleError(expression, "forbidden_syntax", message, "Write it with the letters a to z.")


def _refuse_form(node: ast.AST, expression: Expression) -> None:
    if len(getattr(node, "values", getattr(node, "comparators", ()))) > MOST_IN_A_ROW:
        message = f"More than {MOST_IN_A_ROW} conditions stand in a row."
        raise RuleError(expression, "too_long", message, "Split it into definitions.")
    if isinstance(node, ast.Attribute) and not isinstance(node.value, ast.Name):
        raise RuleError(expression, "forbidden_syntax", "Only `level.field` may have a dot.", _SEE)
    if isinstance(node, ast.Call) and not isinstance(node.func, ast.Name):
        raise RuleError(expression, "forbidden_syntax", "Only the named functions may be called.", _SEE)
    if isinstance(node, ast.Name | ast.Attribute) and "__" in (node.id if isinstance(node, ast.Name) else node.attr):
        raise RuleError(expression, "forbidden_syntax", "A name may not hold two underscores together.", _SEE)


_SEE = "See docs/rulebook.md, Expressions, for what is allowed."


def _refuse_constant(node: ast.Constant, expression: Expression) -> None:
    """Numbers, true and false, and plain quoted texts: no prefix, no escape, no texts that run together."""
    written = _written(node, expression)
    if not isinstance(node.value, bool | int | float | str):
        raise RuleError(expression, "forbidden_syntax", f"`{written}` is no value of a rule.", _SEE)
    if isinstance(node.value, str) and written[1:-1] != node.value:
        todo = "Write it in one pair of quotes, as it is: `'minor'`."
        raise RuleError(expression, "bad_text", f"`{shorten(written)}` is no plain text.", todo)


def _written(node: ast.expr | ast.keyword, expression: Expression) -> str:
    return _one_line(expression.text).encode()[node.col_offset : node.end_col_offset].decode()


def number_text(node: ast.Constant, expression: Expression) -> Decimal:
    """The number exactly as written, never through a float. Raises RuleError."""
    text = _written(node, expression)
    digits = text.replace("_", "")
    if not digits.replace(".", "", 1).isdecimal() or not digits.isascii() or digits.endswith("."):
        raise RuleError(
            expression, "bad_number", f"`{text}` is no plain number.", "Write digits, like `8_000` or `0.5`."
        )
    return Decimal(digits)
