"""The command `reader`: without a subcommand it opens the app, with one it works without a screen.

Modules are imported only when they are needed: Textual takes a fifth of a second, argparse as long as Python
itself.
"""

from __future__ import annotations

import sys

from reader.base.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.subcommands import Subcommand

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs reader and returns its exit status.

    0 means success, 1 that something could not be done, 2 that the arguments are wrong, 130 an interruption.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words == ["--version"]:
        print(f"reader {__version__}")
        return 0
    from reader.base.errors import UserError
    from reader.base.sanitizing import sanitize_line
    from reader.cli.streams import discard_output, is_of_output, prepare_streams

    prepare_streams()
    try:
        status = _run(words)
        sys.stdout.flush()
        return status
    except UserError as error:
        print(f"reader: {sanitize_line(str(error))}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the program that reads our output has ended
        discard_output()
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        if not is_of_output(error):
            return _report_fault(error)
        print(
            f"reader: cannot write the output ({error.strerror}); write it to another place", file=sys.stderr
        )
        discard_output()
        return 1
    except Exception as error:  # noqa: BLE001  whatever nobody expected is a fault of ours
        return _report_fault(error)


def _report_fault(error: Exception) -> int:
    from reader.base.faults import fault

    print(f"reader: {fault(error, 'running reader')}", file=sys.stderr)
    return 1


def _run(words: Sequence[str]) -> int:
    from reader.cli.parsing import split_command

    command, rest = split_command(words)
    if command is None:
        from reader.cli.launching import launch

        return launch(rest)
    _run_command(command, rest)
    return 0


def _run_command(command: Subcommand, arguments: Sequence[str]) -> None:
    from reader.cli.parsing import new_parser, parse

    module = command.module()
    parser = new_parser(f"reader {command.name}", module.ABOUT)
    module.arguments(parser)
    module.run(parse(parser, arguments))
