"""`radarr check`: is everything as it should be?"""

from typing import TYPE_CHECKING

import click

from radarr.app.cli.output import clean, document
from radarr.app.cli.session import Session, config_option, json_option, state_dir_option

if TYPE_CHECKING:
    from radarr.app.check import Finding

_COLOURS = {"ok": "green", "notice": "cyan", "warning": "yellow", "error": "red"}


@click.command
@config_option
@state_dir_option
@json_option
@click.pass_obj
def command(session: Session, *, as_json: bool) -> None:
    """Check the configuration, every service, every path, hard links, permissions and the clock.

    Works without the daemon and beside it. Exit code 1 when something is wrong.
    """
    import logging

    import anyio

    from radarr.app.check import Subject, check

    logging.getLogger().addHandler(logging.NullHandler())  # what is to be told are the findings
    found = anyio.run(check, Subject(session.config(), session.state_dir()))
    wrong = sum(finding.grade == "error" for finding in found)
    if as_json:
        document({"ok": not wrong, "findings": [_described(finding) for finding in found]})
    else:
        for finding in found:
            _say(finding)
    if wrong:
        raise click.ClickException(f"{wrong} of {len(found)} findings are errors; each says what to do")


def _described(finding: "Finding") -> dict[str, str]:
    return {
        "area": finding.area,
        "grade": finding.grade,
        "message": finding.message,
        "remedy": finding.remedy,
    }


def _say(finding: "Finding") -> None:
    grade = click.style(f"{finding.grade:<8}", fg=_COLOURS[finding.grade])
    text = f"{finding.area}: {finding.message}"
    click.echo(grade + clean(f"{text}; {finding.remedy}" if finding.remedy else text))
