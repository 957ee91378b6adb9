#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Extracts pages with trafilatura, as bench/pages.cc does with this program.

    pages_trafilatura.py FOLDER REPEAT text|metadata

`text` takes the main text alone, `metadata` also title, author and dates. Prints the same JSON.
"""

import json
import pathlib
import sys
import time

import trafilatura

folder, repeat, what = sys.argv[1:]
pages = [path.read_bytes() for path in pathlib.Path(folder).iterdir()]
result = {"pages": len(pages), "seconds": [], "with_text": 0}
for _ in range(int(repeat)):
    begin = time.perf_counter()
    if what == "text":
        texts = [trafilatura.extract(page) for page in pages]
    else:
        texts = [trafilatura.bare_extraction(page, with_metadata=True) for page in pages]
    result["seconds"].append(time.perf_counter() - begin)
    result["with_text"] = sum(1 for text in texts if text)
print(json.dumps(result))
