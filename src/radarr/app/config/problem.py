"""What is wrong with a configuration, all of it at once."""

from typing import Literal, NamedTuple

_PROPOSED = "trash-"


class Origin(NamedTuple):
    """Where a value came from: a file and line, an environment variable, a credential, or nowhere (the default)."""

    kind: Literal["file", "environment", "credential", "default"]
    name: str = ""
    line: int | None = None

    @property
    def gives_way(self) -> bool:
        """Whether it stands in a file that a program wrote from a guide: what people wrote beats it."""
        return self.kind == "file" and self.name.rpartition("/")[2].startswith(_PROPOSED)

    def __str__(self) -> str:
        if self.kind == "file":
            return f"{self.name}:{self.line}" if self.line else self.name
        return {"environment": self.name, "credential": f"credential {self.name}"}.get(self.kind, self.kind)


DEFAULT = Origin("default")


class Problem(NamedTuple):
    """One thing that is wrong: where, which key, what it says (None: not shown), what is expected, what to do."""

    path: str
    expected: str
    remedy: str = ""
    value: str | None = None
    origin: Origin = DEFAULT

    def __str__(self) -> str:
        where = "" if self.origin.kind == "default" else f"{self.origin}: "
        setting = _named(self.path) if self.value is None else f"{self.path} = {self.value}"
        said = f"{where}{setting}: {self.expected}" if setting else f"{where}{self.expected}"
        return f"{said}; {self.remedy}" if self.remedy else said


def _named(path: str) -> str:
    """In quotes where what is said after it would be taken for a secret, and hidden."""
    return f"`{path}`" if path.endswith(("api_key", "password")) else path


class ConfigError(Exception):
    """The configuration cannot be used. `problems` holds every reason, in the order of the files."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
