"""``onrecord dashboard``: the app in a browser, in one of its three ways."""

from __future__ import annotations

import errno
import json
import os
import signal
import socket
import subprocess
import sys
import webbrowser
from pathlib import Path

import click

from onrecord._errors import OnrecordError
from onrecord.cli import options
from onrecord.ui import settings


@click.command("dashboard")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True))
@options.workspace
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8501, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on."
)
@click.option("--read-only", is_flag=True, help="Visitors read; nobody adds.")
@click.option("--sample", is_flag=True, help="Put the sample articles into the workspace if it is empty.")
@click.option(
    "--browser/--no-browser", default=None, help="Open a browser window. Default: where there is a screen."
)
def command(  # noqa: PLR0913 - a command's options
    files: tuple[Path, ...],
    workspace: Path,
    host: str,
    port: int,
    read_only: bool,
    sample: bool,
    browser: bool | None,
) -> None:
    """Open the dashboard on a workspace, or on FILES for a quick look that leaves nothing behind."""
    if sample:
        add_sample(workspace)
    if read_only and not workspace.exists():
        raise OnrecordError(
            f"Expected a workspace to read; there is no folder {workspace}. Make one with onrecord add."
        )
    environment = {
        settings.WORKSPACE: str(workspace.resolve()),
        settings.READ_ONLY: "1" if read_only else "",
        # Each visitor's session opens these in a temporary workspace of its own.
        settings.FILES: json.dumps([str(file.resolve()) for file in files]),
    }
    sys.exit(serve(environment, host=host, port=port, browser=browser))


def add_sample(workspace: Path) -> None:
    """Fill a workspace that is empty or missing with the sample articles."""
    from onrecord.cli.add import add_articles
    from onrecord.workspace import Workspace

    with Workspace.ensure(workspace) as opened:
        if opened.summary()["articles"]:
            return
    click.echo("Reading the sample articles …", err=True)
    add_articles([settings.app_folder() / "seeds"], workspace, options.Report())


def serve(environment: dict[str, str], *, host: str, port: int, browser: bool | None) -> int:
    """Run the app until it is stopped; returns its exit status."""
    folder = settings.app_folder()
    if not (folder / "dashboard.py").is_file():
        raise OnrecordError(
            f"Expected the app's dashboard.py in {folder}; found none. Install Onrecord again."
        )
    _check_free(host, port)
    command = [sys.executable, "-m", "streamlit", "run", str(folder / "dashboard.py")]
    command += ["--server.address", host, "--server.port", str(port)]
    command += ["--server.headless", "false" if _wants_browser(browser) else "true"]
    # The app's folder holds .streamlit/config.toml, which Streamlit looks for where it is started.
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment})
    # A service manager ends this process; the server must not outlive it and keep the port.
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    try:
        return process.wait()
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        return 0


def _check_free(host: str, port: int) -> None:
    """Raise ``OnrecordError`` where another program has the port: Streamlit would not say what to do."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                other = port + 1 if port < 65535 else 8501
                raise OnrecordError(
                    f"Expected port {port} to be free; another program has it, perhaps a dashboard that "
                    f"still runs. End that, or choose another port: --port {other}."
                ) from error


def _wants_browser(browser: bool | None) -> bool:
    if browser is not None:
        return browser
    if os.environ.get("CI") or not sys.stdout.isatty():
        return False
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True
