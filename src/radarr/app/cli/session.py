"""What all commands share: which configuration, which daemon; and the options that say so."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from radarr.app.config import Config
    from radarr.app.remote import Remote

F = TypeVar("F", bound=Callable[..., object])


@dataclass(slots=True)
class Session:
    """One call of the command line; the options fill it in. Commands get it by `@click.pass_obj`."""

    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    config_option: str | None = None
    state_dir_option: str | None = None
    url: str | None = None
    api_key_file: str | None = None

    def config(self, *, formats: bool = True) -> "Config":
        """The configuration, the custom formats read only where they are needed. Raises ConfigError."""
        from radarr.app.config import config_path, load

        return load(config_path(self.config_option, self.environ), self.environ, formats=formats)

    def state_dir(self) -> Path:
        """The state folder; it may not exist."""
        from radarr.app.config import state_dir

        return state_dir(self.state_dir_option, self.environ)

    def remote(self) -> "Remote":
        """The daemon. Raises ConfigError, and PortError when its key cannot be found."""
        from radarr.app.cli.address import remote

        return remote(self)


def _storing(field_name: str) -> Callable[[click.Context, click.Parameter, str | None], None]:
    def store(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        if value is not None:
            setattr(ctx.ensure_object(Session), field_name, value)

    return store


def _option(name: str, field_name: str, metavar: str, text: str, kind: click.Path | None = None) -> Callable[[F], F]:
    return click.option(name, type=kind, metavar=metavar, help=text, expose_value=False, callback=_storing(field_name))


# what a shell completes them with; whether they can be read is told where they are
_FILE, _FOLDER = click.Path(readable=False), click.Path(file_okay=False, readable=False)

config_option = _option("--config", "config_option", "PATH", "Configuration file.", _FILE)
state_dir_option = _option("--state-dir", "state_dir_option", "DIR", "Folder for what the daemon keeps.", _FOLDER)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


def remote_options(command: F) -> F:
    """The options of a command that speaks to the daemon: which one, and with which key."""
    url = _option("--url", "url", "URL", "Address of the daemon; else $RADARR_URL, else the configuration's.")
    key = _option("--api-key-file", "api_key_file", "FILE", "File with its API key; else $RADARR_API_KEY.", _FILE)
    return config_option(state_dir_option(url(key(command))))
