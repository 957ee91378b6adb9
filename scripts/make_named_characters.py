#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes src/document/html/named_characters.inc: the names of characters in the HTML standard.

usage: scripts/make_named_characters.py

The names come with Python's own library (html.entities). A name that is also known without its
semicolon has a row of its own without it.
"""
import html.entities
import pathlib

HEAD = '''// SPDX-License-Identifier: Apache-2.0
// Written by scripts/make_named_characters.py; do not edit. Sorted by name.
'''


def literal(text):
    return '"' + ''.join(f'\\x{byte:02X}' for byte in text.encode('utf-8')) + '"'


def main():
    rows = sorted(html.entities.html5.items(), key=lambda row: row[0].encode())
    path = pathlib.Path(__file__).resolve().parent.parent / 'src/document/html/named_characters.inc'
    path.write_text(HEAD + ''.join(f'{{"{name}", {literal(text)}}},\n' for name, text in rows))


if __name__ == '__main__':
    main()
