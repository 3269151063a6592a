"""The console command ``onrecord``. Each command is a module; imports wait until one runs."""

from __future__ import annotations

import sys

import click

from onrecord._errors import OnrecordError
from onrecord.cli.add import add
from onrecord.cli.check import check
from onrecord.cli.dashboard import dashboard
from onrecord.cli.extract import extract
from onrecord.cli.statements import statements


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord")
def cli() -> None:
    """Who said what, about whom, where, and how two outlets tell the same event."""


for _command in (dashboard, add, extract, statements, check):
    cli.add_command(_command)


def main() -> None:
    """Run the command line; an error that Onrecord raises on purpose ends in one line and status 1."""
    try:
        cli(prog_name="onrecord")
    except OnrecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(1)
