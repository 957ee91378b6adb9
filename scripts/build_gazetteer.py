#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Build packs/places/ from GeoNames and Open Syria tables.

usage: build_gazetteer.py GEONAMES_FOLDER OPEN_SYRIA_FOLDER OUT_FOLDER

GEONAMES_FOLDER     cities15000.txt, countryInfo.tsv, regionInfo.tsv
OPEN_SYRIA_FOLDER   data/governorates.json, districts.json, subdistricts.json
OUT_FOLDER          places.tsv and keys.tsv are written here (see its README.md)

Keys are names as `name_key()` of src/dossier/identity/name_key.cc folds them: both must give the
same, which tests/unit/dossier/places_and_time_test.cc checks on every place. Output is sorted, so the same
input gives the same bytes.
"""
import collections
import csv
import json
import pathlib
import re
import sys
import unicodedata

# Letters that decomposition leaves alone, as in name_key.cc.
LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i",
           "þ": "th", "ħ": "h", "ə": "a"}
APOSTROPHES = "'’‘ʿʾʼʻ`´ʹ′"
SUN_LETTERS = {"as": "s", "es": "s", "ash": "sh", "esh": "sh", "ech": "ch", "ach": "ch", "ad": "d",
               "ed": "d", "an": "n", "en": "n", "ar": "r", "er": "r", "at": "t", "et": "t", "az": "z",
               "ez": "z"}
# An alias of up to so many capitals is an airport's or station's code; a place's own name is not.
LONGEST_CODE = 4
# Populated places that no longer are, or parts that carry a city's name.
SKIPPED_FEATURES = {"PPLH", "PPLQ", "PPLW", "PPLX"}


def plain_tokens(name):
    name = unicodedata.normalize("NFKD", name)
    name = "".join(c for c in name if unicodedata.category(c) != "Mn").lower()
    name = unicodedata.normalize("NFKD", name)
    out = []
    for c in name:
        if unicodedata.category(c) == "Mn" or c in APOSTROPHES or c == ".":
            continue
        c = LETTERS.get(c, c)
        out.append(c if c.isalnum() else " ")
    return "".join(out).split()


def without_articles(tokens):
    kept = []
    for i, token in enumerate(tokens):
        following = tokens[i + 1] if i + 1 < len(tokens) else ""
        if following and (token in ("al", "el") or
                          (token in SUN_LETTERS and following.startswith(SUN_LETTERS[token]))):
            continue
        kept.append(token)
    return kept


def vowels(run):
    """A run of vowel letters as one or more of a, i, u."""
    if re.fullmatch(r"a?[eiy]+", run):
        return "i"
    if re.fullmatch(r"[ou]+", run):
        return "u"
    letters = ["u" if c in "ou" else "i" if c in "eiy" else "a" for c in run]
    return "".join(c for i, c in enumerate(letters) if i == 0 or letters[i - 1] != c)


def romanised(token):
    if not re.fullmatch(r"[a-z]+", token):
        return token
    token = token.replace("sch", "sh").replace("ch", "sh").replace("gh", "g").replace("dj", "j")
    token = token.replace("q", "k")
    if len(token) > 3 and token[-2:] in ("ah", "eh"):
        token = token[:-2] + "a"
    token = re.sub(r"[aeiouy]+", lambda m: vowels(m.group()), token)
    return re.sub(r"(.)\1+", r"\1", token)


def name_key(name):
    return " ".join(romanised(t) for t in without_articles(plain_tokens(name)))


def is_latin(name):
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") or c in APOSTROPHES for c in name)


class Gazetteer:
    def __init__(self):
        self.places = []  # (name, lat, lon, country, admin1, population, geonames, feature)
        self.keys = collections.defaultdict(set)  # key -> place indexes

    def add(self, names, *fields):
        index = len(self.places)
        self.places.append((names[0],) + fields)
        for name in names:
            own = name == names[0]
            code = name.isupper() and len(name) <= LONGEST_CODE and not own
            key = name_key(name) if is_latin(name) and not code else ""
            if len(key) > 2 or (key and own):
                self.keys[key].add(index)

    def write(self, folder):
        order = sorted(range(len(self.places)), key=lambda i: (int(self.places[i][6] or 0), self.places[i]))
        row_of = {index: row for row, index in enumerate(order)}
        with open(folder / "places.tsv", "w", encoding="utf-8") as out:
            for index in order:
                out.write("\t".join(str(field) for field in self.places[index]) + "\n")
        with open(folder / "keys.tsv", "w", encoding="utf-8") as out:
            for key in sorted(self.keys, key=lambda k: k.encode()):
                rows = sorted(row_of[index] for index in self.keys[key])
                out.write(key + "\t" + " ".join(map(str, rows)) + "\n")


def read_cities(folder):
    with open(folder / "cities15000.txt", encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row[7] not in SKIPPED_FEATURES:
                yield row


def read_regions(folder):
    with open(folder / "regionInfo.tsv", encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                cells = line.rstrip("\n").split("\t")
                if len(cells) >= 4:
                    yield cells


def coordinate(value):
    return f"{float(value):.4f}"


def add_cities(gazetteer, cities):
    for row in cities:
        names = [row[1], row[2]] + [n for n in row[3].split(",") if n]
        gazetteer.add(list(dict.fromkeys(names)), coordinate(row[4]), coordinate(row[5]), row[8],
                      row[10], int(row[14] or 0), row[0], row[7])


def add_regions(gazetteer, folder, cities, syria):
    """First-level divisions, in the middle of their people: the mean of their towns by population."""
    sums = collections.defaultdict(lambda: [0.0, 0.0, 0])
    for row in cities:
        people = int(row[14] or 0)
        total = sums[row[8] + "." + row[10]]
        total[0] += float(row[4]) * people
        total[1] += float(row[5]) * people
        total[2] += people
    for code, name, ascii_name, geonames, *_ in read_regions(folder):
        lat, lon, people = sums.get(code, (0, 0, 0))
        country, admin1 = code.split(".", 1)
        if geonames in syria:
            continue  # better there
        if people:
            gazetteer.add(list(dict.fromkeys([name, ascii_name])), coordinate(lat / people),
                          coordinate(lon / people), country, admin1, people, geonames, "ADM1")


def add_syria(gazetteer, folder, admin1_codes):
    seen = set()
    governorate_code = {}
    for level, feature in (("governorates", "ADM1"), ("districts", "ADM2"), ("subdistricts", "ADM3")):
        for place in json.loads((folder / "data" / f"{level}.json").read_text(encoding="utf-8")):
            geonames = place.get("externalIds", {}).get("geonames", "")
            if level == "governorates":
                governorate_code[place["id"]] = admin1_codes.get(geonames, "")
            names = [place["name"]["en"]] + [a["value"] for a in place["aliases"] if a["language"] == "en"]
            centre = place["centroid"]
            admin1 = governorate_code.get(place.get("governorateId", place["id"]), "")
            people = (place.get("population") or {}).get("value") or 0
            gazetteer.add(list(dict.fromkeys(names)), coordinate(centre["latitude"]),
                          coordinate(centre["longitude"]), "SY", admin1, people, geonames, feature)
            seen.add(geonames)
    return seen


def add_countries(gazetteer, folder, cities):
    """Countries, at their capital, or at their largest town where the data marks no capital."""
    capitals = {}
    for row in sorted(cities, key=lambda row: (row[7] == "PPLC", int(row[14] or 0))):
        capitals[row[8]] = row
    with open(folder / "countryInfo.tsv", encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            row = line.rstrip("\n").split("\t")
            capital = capitals.get(row[0])
            if capital:
                gazetteer.add([row[4]], coordinate(capital[4]), coordinate(capital[5]), row[0], "",
                              int(row[7] or 0), row[16], "PCLI")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    geonames, syria, out = map(pathlib.Path, sys.argv[1:])
    gazetteer = Gazetteer()
    cities = list(read_cities(geonames))
    admin1_codes = {row[3]: row[0].split(".", 1)[1] for row in read_regions(geonames)}
    add_cities(gazetteer, cities)
    add_regions(gazetteer, geonames, cities, add_syria(gazetteer, syria, admin1_codes))
    add_countries(gazetteer, geonames, cities)
    out.mkdir(parents=True, exist_ok=True)
    gazetteer.write(out)


if __name__ == "__main__":
    main()
