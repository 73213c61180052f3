"""A configuration, and a checkout of the guides beside it."""

import json
from pathlib import Path
from typing import Any

import pytest

from radarr.app.cli import main
from radarr.app.config import Config, load
from tests.unit.app.trash.guides import LATER, guide, write

SETTINGS = '[prowlarr]\napi_key = "secret"\n'


class Place:
    """A configuration, and a checkout beside it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.config = folder / "etc" / "radarr.toml"
        self.config.parent.mkdir()
        self.config.write_text(SETTINGS)
        self.config.chmod(0o600)
        self.guides = write(folder / "guides")
        self._capsys = capsys

    @property
    def conf_d(self) -> Path:
        return self.config.parent / "conf.d"

    def run(self, *arguments: str, code: int = 0) -> str:
        where = ("--config", str(self.config), "--from", str(self.guides))
        ended = main(["trash", *arguments, *where])
        said = self._capsys.readouterr()
        assert ended == code, said
        return said.out if code == 0 else said.err

    def told(self, *arguments: str) -> Any:
        return json.loads(self.run(*arguments, "--json"))

    def lock(self) -> Any:
        return json.loads((self.conf_d / "trash-lock.json").read_text())

    def state(self) -> dict[str, bytes]:
        files = (path for path in self.config.parent.rglob("*") if path.is_file())
        return {str(path.relative_to(self.config.parent)): path.read_bytes() for path in files}

    def load(self) -> Config:
        return load(self.config, {})

    def formats(self) -> set[str]:
        return {loaded.format.name for loaded in self.load().formats}

    def move(self, commit: str = LATER, **changed: Any) -> None:
        """The guides move on; None takes a file away."""
        held = {**guide(), **{path.replace("__", "/"): content for path, content in changed.items()}}
        write(self.guides, {path: content for path, content in held.items() if content is not None}, commit)


def brief(plan: Any) -> list[str]:
    """A line for each change."""
    return [
        " ".join(filter(None, (each["kind"], each["action"], each["profile"], each["name"], each["key"])))
        for each in plan["changes"]
    ]
