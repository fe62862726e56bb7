#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Reductor authors
"""Says whether two model files are the same, byte for byte, apart from the times in them."""
import json
import sys
import zipfile


def content(path):
    """Names and bytes of the entries, in their order, with all times set to 0."""
    with zipfile.ZipFile(path) as model:
        entries = [(name, model.read(name)) for name in model.namelist()]
    name, text = entries[0]
    tree = json.loads(text)
    provenance = tree["provenance"]
    for field in ("started", "seconds", "roundSeconds", "controlSeconds"):
        if field in provenance:
            provenance[field] = 0
    return [(name, json.dumps(tree))] + entries[1:]


def main():
    one, other = content(sys.argv[1]), content(sys.argv[2])
    if one == other:
        print(f"the same: {len(one)} entries, {sum(len(data) for _, data in one):,} bytes")
        return 0
    names = [a[0] for a, b in zip(one, other) if a != b]
    print(f"not the same: {len(one)} and {len(other)} entries, different: {', '.join(names[:10])}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
