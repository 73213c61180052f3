"""`radarr trash`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from radarr.app.cli.output import document
from radarr.app.cli.session import Session, config_option, json_option, remote_options
from radarr.ports.errors import PortError

if TYPE_CHECKING:
    from radarr.app.trash.affected import Affected
    from radarr.app.trash.checkout import Checkout
    from radarr.app.trash.plan import Plan

Names = tuple[str, ...] | None
F = TypeVar("F", bound=Callable[..., object])


@click.group
@config_option
def command() -> None:
    """Take what the TRaSH Guides propose: custom formats, scores, profiles and sizes, from a checkout of theirs.

    What an earlier time chose stays chosen; an option that is given replaces its part of the choice. What stands in
    radarr.toml beats the guides.
    """


def _choice_options(function: F) -> F:
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


_OPTIONS: tuple[Callable[[F], F], ...] = (
    json_option,
    click.option(
        "--from",
        "folder",
        required=True,
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False, readable=False),
        help="A clone of github.com/TRaSH-Guides/Guides.",
    ),
    click.option("--profile", "profiles", multiple=True, metavar="NAME", help="Take this quality profile of theirs."),
    click.option(
        "--with",
        "further",
        multiple=True,
        metavar="NAME",
        help="Take this custom format, or all of this group, as well.",
    ),
    click.option("--without", multiple=True, metavar="NAME", help="Leave out this custom format or group."),
    click.option("--sizes", metavar="KIND", help="Which sizes of qualities: movie (as a rule), anime ... or none."),
)


@command.command
@remote_options
@_choice_options
@click.pass_obj
def plan(
    session: Session,
    folder: Path,
    *,
    profiles: tuple[str, ...],
    further: tuple[str, ...],
    without: tuple[str, ...],
    sizes: str | None,
    as_json: bool,
) -> None:
    """Show what would change, and write nothing. Where nothing was ever chosen: the profiles that can be.

    Where the daemon can be reached, it tells which films would be decided otherwise by what it remembers.
    """
    from radarr.app.cli.trash_view import affected_document, plan_document, show_plan, show_profiles
    from radarr.app.trash.checkout import read_checkout
    from radarr.app.trash.choose import profiles_to_choose

    checkout = read_checkout(folder)
    made = _plan(session, checkout, profiles or None, further or None, without or None, sizes)
    if made.choice.is_empty and not made.applied:
        known = profiles_to_choose(checkout.guide)
        document({"profiles": known}) if as_json else show_profiles(known)
        return
    films, why_not = _affected(session, made)
    if as_json:
        shown = {"affected": affected_document(films), "affected_unknown": why_not or None}
        document({**plan_document(checkout, made), **shown})
    else:
        show_plan(checkout, made, films, why_not)


@command.command
@config_option
@_choice_options
@click.option("--force", is_flag=True, help="Overwrite what was changed by hand in the files that an apply wrote.")
@click.pass_obj
def apply(
    session: Session,
    folder: Path,
    *,
    profiles: tuple[str, ...],
    further: tuple[str, ...],
    without: tuple[str, ...],
    sizes: str | None,
    force: bool,
    as_json: bool,
) -> None:
    """Write it into conf.d beside the configuration, with a lock file that names the commit; nothing else is touched.

    All of it is written or nothing: a configuration that could not be used is told, and what is there stays.
    """
    from radarr.app.cli.trash_view import plan_document, show_applied
    from radarr.app.trash.apply import carry_out
    from radarr.app.trash.checkout import read_checkout

    checkout = read_checkout(folder)
    made = _plan(session, checkout, profiles or None, further or None, without or None, sizes)
    if made.choice.is_empty and not made.applied:
        raise click.UsageError("nothing is chosen; `radarr trash plan` lists the quality profiles, --profile takes one")
    is_needed = not made.is_done
    if is_needed:
        carry_out(made, force=force)
    if as_json:
        document({**plan_document(checkout, made), "written": is_needed})
    else:
        show_applied(checkout, made, is_written=is_needed)


def _affected(session: Session, plan: "Plan") -> tuple["Affected | None", str]:
    """The films, or why that cannot be told; neither where nothing changes."""
    from radarr.app.config import ConfigError
    from radarr.app.trash.affected import affected

    if not plan.changes or plan.config is None:
        return None, ""
    try:
        remote = session.remote()
        return affected(plan, lambda body: remote.post("/api/daemon/v1/replay", body)), ""
    except PortError as error:
        return None, error.message
    except ConfigError:
        return None, "the configuration that is there cannot be used"


def _plan(
    session: Session,
    checkout: "Checkout",
    profiles: Names,
    further: Names,
    without: Names,
    sizes: str | None,
) -> "Plan":
    from radarr.app.config import config_path, new_config_path
    from radarr.app.trash.choose import Asked, ChoiceError
    from radarr.app.trash.plan import make_plan

    config = config_path(session.config_option, session.environ)
    place = config or new_config_path(session.config_option, session.environ)
    try:
        return make_plan(checkout, Asked(profiles, further, without, sizes), config, place, session.environ)
    except ChoiceError as error:
        raise click.UsageError(str(error)) from error
