"""How a section is declared: a frozen dataclass whose every field says what it is for."""

from collections.abc import Iterator
from dataclasses import Field, field, fields
from typing import Any, NamedTuple, TypeVar

from radarr.app.config.kinds import Kind

T = TypeVar("T")
REQUIRED: Any = object()


class Setting(NamedTuple):
    """One key. `default` is as TOML writes it; `live` keys stand uncommented in a new file, as `example`."""

    key: str
    kind: Kind[Any]
    default: object
    doc: str
    live: bool = False
    example: object = None

    @property
    def required(self) -> bool:
        """Whether it has no default."""
        return self.default is REQUIRED


def setting(kind: Kind[T], default: object, doc: str, *, live: bool = False, example: object = None) -> T:
    """Declare a key of a section."""
    described = Setting("", kind, default, doc, live, example)
    if default is REQUIRED:
        return field(metadata={"setting": described})  # type: ignore[no-any-return]
    return field(default_factory=lambda: kind.decode(default), metadata={"setting": described})


def settings(section: type) -> Iterator[Setting]:
    """The keys of a section, in order."""
    for item in fields(section):
        described: Setting = item.metadata["setting"]
        yield described._replace(key=item.name)


class Section(NamedTuple):
    """One table of the file: `[name]`, or `[[name]]` where `many`. `later`: read and checked, not used yet."""

    name: str
    type: type
    doc: str
    many: bool = False
    later: bool = False
    free: Kind[Any] | None = None
    """The kind of every value where the keys are the user's own."""
    example: str = ""


def table(section: Section) -> Any:  # noqa: ANN401 - as dataclasses.field, it stands for any type
    """Declare a section of the whole configuration."""
    default: Any = tuple if section.many else dict if section.free else section.type
    return field(default_factory=default, metadata={"section": section})


def sections(config: type) -> Iterator[Section]:
    """The sections of the whole configuration, in order."""
    declared: tuple[Field[Any], ...] = fields(config)
    for item in declared:
        if "section" in item.metadata:
            yield item.metadata["section"]
