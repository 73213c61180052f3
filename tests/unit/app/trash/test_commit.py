"""Which commit a checkout is at, from git's own files."""

from pathlib import Path

import pytest

from radarr.app.trash.commit import head_commit
from tests.unit.app.trash.guides import COMMIT, LATER


def repository(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        path = folder / ".git" / name.replace("__", "/").replace("packed_refs", "packed-refs")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return folder


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"HEAD": f"{COMMIT}\n"}, id="detached"),
        pytest.param({"HEAD": "ref: refs/heads/master\n", "refs__heads__master": f"{COMMIT}\n"}, id="a branch"),
        pytest.param(
            {
                "HEAD": "ref: refs/heads/master\n",
                "packed_refs": f"# pack-refs\n{LATER} refs/heads/x\n{COMMIT} refs/heads/master\n^{LATER}\n",
            },
            id="packed",
        ),
        pytest.param(
            {
                "HEAD": "ref: refs/heads/master\n",
                "refs__heads__master": f"{COMMIT}\n",
                "packed_refs": f"{LATER} refs/heads/master\n",
            },
            id="packed once, and moved since",
        ),
        pytest.param(
            {"HEAD": "ref: refs/heads/a\n", "refs__heads__a": "ref: refs/heads/b\n", "refs__heads__b": f"{COMMIT}\n"},
            id="a name for a name",
        ),
    ],
)
def test_the_commit_is_read(tmp_path: Path, files: dict[str, str]) -> None:
    assert head_commit(repository(tmp_path, **files)) == COMMIT


def test_a_work_tree_finds_its_branch_with_the_repository(tmp_path: Path) -> None:
    main = repository(tmp_path / "main", HEAD=f"{LATER}\n", refs__heads__other=f"{COMMIT}\n")
    own = main / ".git/worktrees/other"
    own.mkdir(parents=True)
    (own / "HEAD").write_text("ref: refs/heads/other\n")
    (own / "commondir").write_text("../..\n")
    (tmp_path / "other").mkdir()
    (tmp_path / "other/.git").write_text(f"gitdir: {own}\n")
    assert head_commit(tmp_path / "other") == COMMIT


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="no repository"),
        pytest.param({"HEAD": "ref: refs/heads/.invalid\n"}, id="a form that is not known"),
        pytest.param({"HEAD": "ref: ../../secret\n"}, id="a name that leads out"),
        pytest.param({"HEAD": "ref: refs/heads/a\n", "refs__heads__a": "ref: refs/heads/a\n"}, id="a circle"),
        pytest.param({"HEAD": "nonsense\n"}, id="nonsense"),
    ],
)
def test_what_cannot_be_told_is_no_commit(tmp_path: Path, files: dict[str, str]) -> None:
    assert head_commit(repository(tmp_path, **files)) == ""
