"""`radarr completion`: what makes a shell complete commands and options."""

import click

from radarr.app.cli.session import config_option

VARIABLE = "_RADARR_COMPLETE"
_USE = {
    "bash": "radarr completion bash > ~/.local/share/bash-completion/completions/radarr",
    "zsh": 'radarr completion zsh > "${fpath[1]}/_radarr"',
    "fish": "radarr completion fish > ~/.config/fish/completions/radarr.fish",
}
_EXAMPLES = "\b\n" + "\n".join(_USE.values())  # \b: click keeps the lines as they are


@click.command(epilog=_EXAMPLES)
@config_option
@click.argument("shell", type=click.Choice(tuple(_USE)))
def command(shell: str) -> None:
    """Print the script that lets SHELL complete `radarr`; write it to where that shell looks."""
    from click.shell_completion import ShellComplete, get_completion_class

    from radarr.app.cli.entry import radarr

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"there is no completion for {shell}")
    # ShellComplete's own `source`: bash's would start a bash to ask for its version
    click.echo(ShellComplete.source(found(radarr, {}, "radarr", VARIABLE)))
