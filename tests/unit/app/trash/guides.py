"""A small guide of our own making, in the forms of the TRaSH Guides' files, and a configuration beside it."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

COMMIT = "0123456789abcdef0123456789abcdef01234567"
LATER = "89abcdef0123456789abcdef0123456789abcdef"


def trash_id(name: str) -> str:
    """A made-up one, the same for the same name."""
    return name.encode().hex().ljust(32, "0")[:32]


def condition(name: str, pattern: str, kind: str = "ReleaseTitleSpecification") -> dict[str, Any]:
    return {"name": name, "implementation": kind, "negate": False, "required": False, "fields": {"value": pattern}}


def custom_format(name: str, *conditions: dict[str, Any], **scores: int) -> dict[str, Any]:
    return {
        "trash_id": trash_id(name),
        "trash_scores": scores,
        "trash_regex": "https://example.org/",
        "name": name,
        "includeCustomFormatWhenRenaming": False,
        "specifications": list(conditions) or [condition(name, f"\\b{name}\\b")],
    }


def profile(name: str, *formats: str, **more: Any) -> dict[str, Any]:
    """The best quality first, as the guides have it."""
    return {
        "trash_id": trash_id(name),
        "name": name,
        "trash_description": "Made up",
        "group": 1,
        "upgradeAllowed": True,
        "cutoff": "Bluray-1080p",
        "minFormatScore": 0,
        "cutoffFormatScore": 10000,
        "minUpgradeFormatScore": 1,
        "language": "Original",
        "items": [
            {"name": "Bluray-1080p", "allowed": True},
            {"name": "WEB 1080p", "allowed": True, "items": ["WEBRip-1080p", "WEBDL-1080p"]},
            {"name": "DVD", "allowed": False},
        ],
        "formatItems": {name: trash_id(name) for name in formats},
        **more,
    }


def group(name: str, profiles: tuple[str, ...], *members: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "trash_id": trash_id(name),
        "custom_formats": [{"required": False, **member, "trash_id": trash_id(member["name"])} for member in members],
        "quality_profiles": {"include": {name: trash_id(name) for name in profiles}},
        **more,
    }


def sizes(kind: str, **limits: tuple[float, float, float]) -> dict[str, Any]:
    named = {
        name.replace("_", "-"): dict(zip(("min", "preferred", "max"), v, strict=True)) for name, v in limits.items()
    }
    return {
        "trash_id": trash_id(kind),
        "type": kind,
        "qualities": [{"quality": name, **values} for name, values in named.items()],
    }


def guide() -> dict[str, Any]:
    """Everything by its path below `docs/json/radarr`."""
    good = custom_format("Good", condition("GOOD", "^(GOOD)$", "ReleaseGroupSpecification"), default=100, german=50)
    return {
        "cf/good.json": good,
        "cf/bad.json": custom_format("Bad", default=-10000),
        "cf/streaming.json": custom_format("Streaming"),
        "cf/german.json": custom_format("German", german=1000),
        "cf/h265.json": custom_format("H265", default=-5),
        "cf/h265-hdr.json": custom_format("H265 HDR", default=-6),
        "quality-profiles/hd.json": profile("HD", "Good"),
        "quality-profiles/german.json": profile("[German] HD", "Good", "German", trash_score_set="german", group=11),
        "quality-profiles/hidden.json": profile("Hidden", "Good", visible="private"),
        "cf-groups/unwanted.json": group(
            "Unwanted", ("HD", "[German] HD"), {"name": "Bad", "default": True}, {"name": "Streaming"}, default="true"
        ),
        "cf-groups/codecs.json": group("Codecs", ("HD",), {"name": "H265"}, {"name": "H265 HDR", "default": True}),
        "quality-size/movie.json": sizes("movie", Bluray_1080p=(50.8, 1999, 2000), DVD=(1, 2.5, 3)),
        "quality-size/anime.json": sizes("anime", DVD=(5, 6, 7)),
        "conflicts.json": {"custom_formats": [{trash_id("H265"): {}, trash_id("H265 HDR"): {}}]},
    }


def write(folder: Path, held: Mapping[str, Any] | None = None, commit: str = COMMIT) -> Path:
    """A checkout of a guide, written anew; without `commit` a plain folder."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in (guide() if held is None else held).items():
        file = folder / "docs/json/radarr" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content))
    kinds = {"custom_formats": "cf", "quality_profiles": "quality-profiles", "custom_format_groups": "cf-groups"}
    kinds |= {"qualities": "quality-size", "conflicts": "conflicts.json"}
    named = {kind: [f"docs/json/radarr/{place}"] for kind, place in kinds.items()}
    (folder / "metadata.json").write_text(json.dumps({"json_paths": {"radarr": named}}))
    if commit:
        (folder / ".git/refs/heads").mkdir(parents=True)
        (folder / ".git/HEAD").write_text("ref: refs/heads/master\n")
        (folder / ".git/refs/heads/master").write_text(f"{commit}\n")
    return folder
