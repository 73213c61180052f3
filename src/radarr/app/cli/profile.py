"""`radarr profile`."""

from typing import TYPE_CHECKING

import click

from radarr.app.cli.output import document, pairs, table
from radarr.app.cli.session import Session, config_option, json_option

if TYPE_CHECKING:
    from radarr.domain.profile import Profile, ProfileItem


@click.group
@config_option
def command() -> None:
    """List quality profiles, or show one."""


@command.command(name="list")
@config_option
@json_option
@click.pass_obj
def list_(session: Session, *, as_json: bool) -> None:
    """List the quality profiles."""
    from radarr.app.config import profiles

    known = profiles(session.config())
    if as_json:
        document([_described(profile) for profile in known])
        return
    rows = ((p.name, p.cutoff if p.upgrade else "-", ", ".join(_wanted(p))) for p in known)
    table(("profile", "upgrade until", "qualities, worst to best"), rows)


@command.command
@config_option
@json_option
@click.argument("name")
@click.pass_obj
def show(session: Session, name: str, *, as_json: bool) -> None:
    """Show one quality profile whole."""
    profile = find_profile(session, name)
    described = _described(profile)
    if as_json:
        document(described)
        return
    shown_below = {"qualities", "sizes", "format_scores"}
    pairs((key.replace("_", " "), _plain(value)) for key, value in described.items() if key not in shown_below)
    click.echo()
    _show_qualities(profile)
    if profile.format_scores:
        click.echo()
        rows = sorted(profile.format_scores.items(), key=lambda each: (-each[1], each[0]))
        table(("custom format", "score"), rows, right=("score",))


def find_profile(session: Session, name: str | None) -> "Profile":
    """A profile by name, without regard to case; None is the library's default one. Raises click.UsageError."""
    from radarr.app.config import profiles

    config = session.config()
    sought = name or config.library.default_profile
    known = profiles(config)
    for profile in known:
        if profile.name.casefold() == sought.casefold():
            return profile
    raise click.UsageError(f"there is no profile {sought!r}; there are {', '.join(p.name for p in known)}")


def _wanted(profile: "Profile") -> list[str]:
    return [item.name for item in profile.items if item.allowed]


def _plain(value: object) -> object:
    return ", ".join(map(str, value)) or "-" if isinstance(value, list) else value


def _described(profile: "Profile") -> dict[str, object]:
    named = ("upgrade", "cutoff", "language", "min_format_score", "cutoff_format_score", "min_upgrade_format_score")
    further = ("propers", "minimum_availability", "minimum_seeders", "delay", "max_size", "max_size_per_minute")
    wanted = [item for item in profile.items if item.allowed]
    return {
        "name": profile.name,
        **{key: getattr(profile, key) for key in (*named, *further)},
        "format_scores": profile.format_scores,
        "prefer_flags": list(profile.prefer_flags),
        "required_flags": list(profile.required_flags),
        "qualities": [_item(item) for item in wanted],
        "sizes": {q.name: list(profile.sizes[q.name]) for item in wanted for q in item.qualities},
    }


def _item(item: "ProfileItem") -> object:
    names = [quality.name for quality in item.qualities]
    return item.name if names == [item.name] else {"name": item.name, "qualities": names}


def _show_qualities(profile: "Profile") -> None:
    rows = [
        (q.name, item.name if item.name != q.name else "", *profile.sizes[q.name])
        for item in profile.items
        if item.allowed
        for q in item.qualities
    ]
    table(
        ("quality, worst to best", "group", "min", "preferred", "max MiB/min"),
        rows,
        ("min", "preferred", "max MiB/min"),
    )
