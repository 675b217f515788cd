"""`headshot doctor` and `headshot verify-privacy`: what this machine can do, and whether it keeps the promises."""

from __future__ import annotations

import argparse

from headshot_desktop.cli.terminal import print_json, print_line


def doctor(arguments: argparse.Namespace) -> int:
    """`headshot doctor`."""
    from headshot_desktop.app.doctor import examine_machine

    report = examine_machine(arguments.unprotected)
    if arguments.json:
        print_json({"command": "doctor", **report.to_dict()})
    else:
        memory = f", {report.memory_gib:g} GiB memory" if report.memory_gib else ""
        print_line(f"headshot {report.program} on {report.system}, {report.cores} cores{memory}")
        for check in report.checks:
            print_line(f"{check.state:<7} {check.name:<18} {check.sentence}")
        if report.able:
            print_line(f"{report.seconds:.1f} s per headshot, measured now with a synthetic 12-megapixel picture.")
    return 0 if report.able else 4


def verify(arguments: argparse.Namespace) -> int:
    """`headshot verify-privacy`."""
    from headshot_desktop.app.privacy_proofs import verify_privacy

    report = verify_privacy(arguments.control)
    if arguments.json:
        print_json({"command": "verify-privacy", **report.to_dict()})
    else:
        for line in report.lines():
            print_line(line)
    return 0 if report.held else 4
