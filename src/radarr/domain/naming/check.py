"""Whether a format of names is sound, before it names anything."""

import re
import unicodedata
from difflib import get_close_matches
from typing import Literal

from radarr.domain.naming.component import COMPONENT_BYTES, printable
from radarr.domain.naming.names import RESERVE
from radarr.domain.naming.template import Use, literal, uses
from radarr.domain.naming.tokens import BY_KEY, TOKENS, Trait

Kind = Literal["folder", "file"]

_ROOM = 40
"""Bytes that a format has to leave for what it is to name."""
_TITLE = 20
"""Bytes of a title that tell films of one year apart."""
_TAG = re.compile(r"\{[A-Za-z]+-\}")  # what is left of `{edition-{Edition Tags}}` without its token


def check_format(template: str, kind: Kind) -> tuple[str, ...]:
    """What is wrong with a format, in words; nothing if it is sound.

    It would write outside its folder, name two films alike, be empty, or has what would be without effect.
    """
    found = uses(template)
    problems = [problem for use in found if (problem := _token_problem(use, kind) or _filter_problem(use))]
    if re.search(r"[{}]", _TAG.sub("", literal(template))):
        problems.append("a brace has no partner")
    return (
        *problems,
        *_path_problems(template, kind),
        *_text_problems(template),
        *_alone_problems(found),
        *_collision_problems(found, kind),
    )


def tells_slots_apart(template: str) -> bool:
    """Whether two slots of a movie get different file names."""
    return any(use.token and Trait.APART in use.token.traits and not use.size for use in uses(template))


def _token_problem(use: Use, kind: Kind) -> str:
    if use.token is None:
        return f"{use.text} is not a token{_hint(use.name)}"
    if kind == "folder" and Trait.FILE in use.token.traits:
        return f"{use.text} speaks of a file, a folder cannot be named after it"
    return ""


def _filter_problem(use: Use) -> str:
    """Of what stands behind a token's colon."""
    if use.token is None or use.size:
        return ""
    if use.filter is None:
        which = Trait.WHICH in use.token.traits
        return f"{use.text} does not say which: write {{{use.token.name}:NAME}}" if which else ""
    if use.token.filter is None:
        return f"{use.text} takes nothing behind its colon but a number of bytes"
    if not use.token.filter.takes.fullmatch(use.filter):
        return f"{use.text} takes {use.token.filter.words} behind its colon"
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


def _text_problems(template: str) -> list[str]:
    problems = []
    if printable(template) != unicodedata.normalize("NFC", template):
        problems.append("it holds characters that cannot be seen, as control characters: type it anew")
    longest = max(len(literal(part).encode()) for part in template.split("/"))
    if longest > COMPONENT_BYTES - RESERVE - _ROOM:
        problems.append(
            f"its text alone has {longest} bytes: names have {COMPONENT_BYTES} with all that belongs to them"
        )
    return problems


def _alone_problems(found: list[Use]) -> list[str]:
    alone = (use for use in found if use.token and Trait.ALONE in use.token.traits)
    return [f"{use.text} stands alone, beside other tokens it is empty" for use in alone if len(found) > 1]


def _collision_problems(found: list[Use], kind: Kind) -> list[str]:
    """Folders must tell films apart; files only have to be called something, as each film has a folder of its own."""
    known = [(use, use.token.traits) for use in found if use.token and use.token.name != "Slot"]
    if not any(Trait.CERTAIN in traits for _, traits in known):
        return ["the name may be empty or the same for two films: use {Movie Title} or {TmdbId}"]
    if kind == "file" or any(use.token and use.token.name == "TmdbId" and not use.size for use, _ in known):
        return []
    if not any(Trait.UNIQUE in traits and not use.size for use, traits in known):
        return ["two films of one title would share it: add {Release Year} or {TmdbId}"]
    if not any(Trait.CERTAIN in traits and Trait.TITLE in traits and _is_told(use) for use, traits in known):
        return [f"films whose titles begin alike would share it: give the title {_TITLE} bytes, or add {{TmdbId}}"]
    return []


def _is_told(use: Use) -> bool:
    return not use.size or abs(use.size) >= _TITLE
