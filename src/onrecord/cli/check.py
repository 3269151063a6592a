"""``onrecord check``: is the workspace sound?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from onrecord.cli import options


@click.command("check")
@options.workspace
def command(workspace: Path) -> None:
    """Verify that every offset points at its row's text and that the tables agree.

    Prints a line per problem; the exit status is 1 when there is one.
    """
    from onrecord.workspace import Workspace
    from onrecord.workspace.check import check as find_problems

    with Workspace.open(workspace, read_only=True) as opened:
        problems = find_problems(opened)
        counts = opened.summary()
    for problem in problems:
        click.echo(problem)
    if problems:
        click.echo(f"{len(problems)} problem{'s' if len(problems) > 1 else ''} in {workspace}.", err=True)
        sys.exit(1)
    click.echo(f"{workspace} is sound: {counts['articles']:,} articles, {counts['quotes']:,} quotes.")
