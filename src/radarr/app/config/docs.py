"""Writes docs/settings.md from the declarations: `python -m radarr.app.config.docs [FILE]`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from radarr.app.config.later import LATER
from radarr.app.config.literal import literal
from radarr.app.config.root import Config
from radarr.app.config.setting import Section, Setting, sections, settings

_HEAD = """# Settings

Made from the declarations in `src/radarr/app/config` by `python -m radarr.app.config.docs`; do not edit.

The file is TOML. It is the one of `--config`, else `$RADARR_CONFIG`, else `$XDG_CONFIG_HOME/radarr/radarr.toml`,
else `~/.config/radarr/radarr.toml`, else `/etc/radarr/radarr.toml`, else that of the service,
`/etc/radarr-daemon/radarr.toml`; `radarr init` writes one. After it
`conf.d/*.toml` beside it are read in order of their names: tables merge key by key, lists of tables (`[[...]]`) grow.

Every key of a `[section]` can also be given as

1. `RADARR__SECTION__KEY` in the environment (lists as `a,b` or as a TOML list), or
2. `RADARR__SECTION__KEY_FILE`, which names a file that holds the value, or
3. a systemd credential named `section.key`;

the first of these that is there wins, and each of them beats the file. Radarr's own `RADARR__AUTH__APIKEY`,
`RADARR__SERVER__PORT`, `RADARR__SERVER__BINDADDRESS`, `RADARR__SERVER__URLBASE` and `RADARR__LOG__LEVEL` mean what
they mean there; `RADARR__POSTGRES__*` are refused.

`radarr config show` prints every value in force and where it came from; keys and passwords are never shown.
"""


def document() -> str:
    """The page, in Markdown."""
    return "\n".join([_HEAD, *(line for section in sections(Config) for line in _section(section))])


def _section(section: Section) -> Iterator[str]:
    yield f"## {f'[[{section.name}]]' if section.many else f'[{section.name}]'}\n"
    yield f"{section.doc}{' Read and checked, without effect yet.' if section.later else ''}\n"
    if section.free:
        yield f"```toml\n{section.example}\n```\n"
        return
    yield "| key | default | what it is | expected |\n|---|---|---|---|"
    for setting in settings(section.type):
        later = " *(no effect yet)*" if f"{section.name}.{setting.key}" in LATER else ""
        doc, expected = _cell(setting.doc) + later, _cell(setting.kind.expected)
        yield f"| `{setting.key}` | {_default(setting)} | {doc} | {expected} |"
    yield ""


def _default(setting: Setting) -> str:
    return "required" if setting.required else f"`{_cell(literal(setting.default))}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "docs/settings.md").write_text(document())
