"""Which commit is checked out, read from git's own files: git may not be installed, or refuse a folder of others."""

import re
from collections.abc import Iterator
from pathlib import Path

_HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_LONGEST_CHAIN = 5  # of names that stand for names


def head_commit(folder: Path) -> str:
    """The commit that HEAD means, "" where that cannot be told: no repository, or one of a form that is not known."""
    try:
        git = _git_folder(folder)
        return _resolved(git, (git / "HEAD").read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError):
        return ""


def _git_folder(folder: Path) -> Path:
    """`.git`, or the folder that a file of that name points at, as submodules and further work trees have it."""
    git = folder / ".git"
    if git.is_dir():
        return git
    return folder / git.read_text(encoding="utf-8").strip().removeprefix("gitdir:").strip()


def _resolved(git: Path, said: str) -> str:
    for _ in range(_LONGEST_CHAIN):
        if _HASH.fullmatch(said):
            return said
        name = said.removeprefix("ref:").strip()
        found = next(_values(git, name), "") if said.startswith("ref:") and ".." not in name else ""
        if not found:
            return ""
        said = found
    return ""


def _values(git: Path, name: str) -> Iterator[str]:
    """What a name stands for: in a file of its own, else packed with others; a work tree shares its names."""
    shared = git / "commondir"
    common = git / shared.read_text(encoding="utf-8").strip() if shared.is_file() else git
    for place in dict.fromkeys((git, common)):
        if (place / name).is_file():
            yield (place / name).read_text(encoding="utf-8").strip()
        if (place / "packed-refs").is_file():
            lines = (place / "packed-refs").read_text(encoding="utf-8").splitlines()
            yield from (line.partition(" ")[0] for line in lines if line.partition(" ")[2] == name)
