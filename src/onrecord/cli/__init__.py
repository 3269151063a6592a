"""The console command ``onrecord``. Each command is a module; imports wait until one runs."""

from __future__ import annotations

import sys

import click

from onrecord._errors import OnrecordError
from onrecord.cli import add, check, dashboard, extract, statements


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord")
def cli() -> None:
    """Who said what, about whom, where, and how two outlets tell the same event."""


for _module in (dashboard, add, extract, statements, check):
    cli.add_command(_module.command)


def main() -> None:
    """Run the command line; an error that Onrecord raises on purpose ends in one line and status 1."""
    try:
        cli(prog_name="onrecord")
    except OnrecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(1)
