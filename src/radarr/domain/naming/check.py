"""Whether a format of names is sound, before it names anything."""

import re
from difflib import get_close_matches
from typing import Literal

from radarr.domain.naming.template import Use, literal, uses
from radarr.domain.naming.tokens import BY_KEY, TOKENS, Trait

Kind = Literal["folder", "file"]

_TAG = re.compile(r"\{[A-Za-z]+-\}")  # what is left of `{edition-{Edition Tags}}` without its token


def check_format(template: str, kind: Kind) -> tuple[str, ...]:
    """What is wrong with a format, in words; nothing if it is sound."""
    found = uses(template)
    problems = [problem for use in found if (problem := _token_problem(use, kind))]
    if re.search(r"[{}]", _TAG.sub("", literal(template))):
        problems.append("a brace has no partner")
    return (*problems, *_path_problems(template, kind), *_empty_problems(found))


def tells_slots_apart(template: str) -> bool:
    """Whether two slots of a movie get different file names."""
    return any(use.token and Trait.APART in use.token.traits for use in uses(template))


def _token_problem(use: Use, kind: Kind) -> str:
    if use.token is None:
        return f"{use.text} is not a token{_hint(use.name)}"
    if kind == "folder" and Trait.FILE in use.token.traits:
        return f"{use.text} speaks of a file, a folder cannot be named after it"
    return ""


def _hint(name: str) -> str:
    names = {key: token.name for key, token in BY_KEY.items()}
    near = get_close_matches(name.lower(), [token.name.lower() for token in TOKENS], n=1)
    return f": did you mean {{{names[''.join(near[0].split())]}}}?" if near else ""


def _path_problems(template: str, kind: Kind) -> list[str]:
    parts = template.split("/")
    problems = []
    if "\\" in template:
        problems.append("folders are divided by / and not by \\")
    if kind == "file" and len(parts) > 1:
        problems.append("a file format cannot hold a /: put it into folder_format")
    elif len(parts) > 1 and any(part.strip(" .") == "" for part in parts):
        problems.append("the path begins or ends with /, or has a part that is empty, . or ..")
    return problems


def _empty_problems(found: list[Use]) -> list[str]:
    if any(use.token and Trait.CERTAIN in use.token.traits and use.token.name != "Slot" for use in found):
        return []
    return ["the name may be empty or the same for two films: use {Movie Title} or {TmdbId}"]
