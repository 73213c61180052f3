"""All of it is written, or nothing."""

import os
from pathlib import Path
from typing import Any

import pytest

from radarr.app.trash import apply as applying
from tests.unit.app.trash.guides import custom_format, profile
from tests.unit.app.trash.place import Place


@pytest.mark.parametrize("at", range(7))
def test_cut_off_anywhere_it_is_the_old_or_the_new_and_can_be_applied_again(
    applied: Place, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the power went: nothing is tidied up."""
    applied.move(
        **{"cf__good.json": custom_format("Good", default=3), "cf__bad.json": custom_format("Bad", default=-1)}
    )
    done = iter(range(100))
    publish, unlink = applying._Staged.publish, Path.unlink

    class PowerCut(BaseException): ...

    def cut_publish(staged: Any) -> None:
        if next(done) == at:
            raise PowerCut
        publish(staged)

    def cut_unlink(path: Path, missing_ok: bool = False) -> None:
        if path.parent.name == "trash" and not path.name.startswith(".") and next(done) == at:
            raise PowerCut
        unlink(path, missing_ok)

    with monkeypatch.context() as cutting:
        cutting.setattr(applying._Stage, "tidy", lambda _: None)
        cutting.setattr(applying._Staged, "publish", cut_publish)
        cutting.setattr(Path, "unlink", cut_unlink)
        with pytest.raises(PowerCut):
            applied.run("apply")
    (made,) = applied.load().profile
    assert made.format_scores in ({"Good": 100, "Bad": -10000}, {"Good": 3, "Bad": -1})
    assert applied.told("plan")["edited"] == []
    applied.run("apply")
    assert applied.load().profile[0].format_scores == {"Good": 3, "Bad": -1}
    assert applied.run("plan").splitlines()[-1] == "no change"
    assert len(list((applied.conf_d / "trash").iterdir())) == 2
    assert len(list(applied.conf_d.iterdir())) == 3


def test_a_configuration_that_would_be_invalid_is_told_and_nothing_is_replaced(applied: Place) -> None:
    applied.move(**{"quality-profiles__hd.json": profile("HD", "Good", minFormatScore=5000)})
    before = applied.state()
    said = applied.run("apply", code=2)
    assert "conf.d as it would be: profile 'HD'.min_format_score" in said
    assert "no release can reach it" in said
    assert applied.state() == before


def test_a_profile_that_the_library_needs_is_not_taken_away(applied: Place) -> None:
    applied.config.write_text('[library]\ndefault_profile = "HD"\n')
    before = applied.state()
    assert "there is no profile 'HD'" in applied.run("apply", "--profile", "[German] HD", code=2)
    assert applied.state() == before


def test_a_folder_that_cannot_be_written_is_told_to_whom_runs_it(applied: Place) -> None:
    applied.move(**{"cf__bad.json": custom_format("Bad", default=-1)})
    applied.conf_d.chmod(0o500)
    if os.access(applied.conf_d, os.W_OK):
        pytest.skip("root may write everywhere")
    try:
        assert "cannot be written: Permission denied" in applied.run("apply", code=1)
    finally:
        applied.conf_d.chmod(0o700)


def test_a_conf_d_that_is_a_file_is_told(place: Place) -> None:
    place.conf_d.write_text("")
    assert "conf.d cannot be written" in place.run("apply", "--profile", "HD", code=1)


def test_a_write_that_fails_leaves_everything_as_it_was(applied: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    applied.move(**{"cf__bad.json": custom_format("Bad", default=-1)})
    before, done = applied.state(), iter(range(100))
    fsync = os.fsync

    def full(file: int) -> None:
        if next(done) == 2:
            raise OSError(28, "No space left on device")
        fsync(file)

    monkeypatch.setattr(os, "fsync", full)
    said = applied.run("apply", code=1)
    assert "No space left on device: make room" in said
    assert applied.state() == before
