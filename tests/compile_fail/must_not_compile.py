#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compiles a file twice: plainly, which must work, and with MISUSE defined, which must fail as expected.

Compiling it both ways proves that only the misuse fails, and matching the message proves that it fails for
the right reason. The file names the message in a line "// expect: <text>".
"""

import argparse
import os
import subprocess
import sys


def expected_message(path):
    with open(path, encoding="utf-8") as source:
        for line in source:
            if line.startswith("// expect: "):
                return line[len("// expect: "):].strip()
    sys.exit(f"{path}: no line '// expect: <message>'")


def compile_file(arguments, misuse):
    command = [arguments.compiler, "-std=c++20", "-fsyntax-only"]
    command += [f"-I{folder}" for folder in arguments.include_dirs.split(";") if folder]
    if misuse:
        command.append("-DMISUSE")
    command.append(arguments.file)
    environment = dict(os.environ, LC_ALL="C")
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--include-dirs", required=True, help="folders separated by ;")
    parser.add_argument("file")
    arguments = parser.parse_args()
    message = expected_message(arguments.file)

    proper = compile_file(arguments, misuse=False)
    if proper.returncode != 0:
        sys.exit(f"{arguments.file} should compile without MISUSE, but does not:\n{proper.stderr}")
    wrong = compile_file(arguments, misuse=True)
    if wrong.returncode == 0:
        sys.exit(f"{arguments.file} compiles with MISUSE, but must not. Expected: {message}")
    if message not in wrong.stderr:
        sys.exit(f"{arguments.file} fails with MISUSE, but not with '{message}':\n{wrong.stderr}")


if __name__ == "__main__":
    main()
