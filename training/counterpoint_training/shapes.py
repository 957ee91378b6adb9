"""The shape class of a word: what the uncased encoder cannot see. The C++ side repeats this."""

SHAPE_CLASSES = ["root", "lower", "title", "upper", "upper1", "mixed", "digits", "alphanumeric",
                 "symbols", "other", "title_first"]
(ROOT, LOWER, TITLE, UPPER, UPPER1, MIXED, DIGITS, ALPHANUMERIC, SYMBOLS, OTHER,
 TITLE_FIRST) = range(11)

DESCRIPTION = (
    "Shape class of a word, from its surface text's Unicode general categories, first rule that "
    "fits: letters = code points of category L*, digits = N*; marks (M*) and format or control "
    "characters (C*) are ignored everywhere. (1) No letter and no digit: 'symbols' if at least one "
    "code point of P* or S* is there and nothing but P* and S*, else 'other'. (2) Digits and no "
    "letter: 'digits' if every other code point is '.' or ',', else 'other'. (3) Letters and "
    "digits: 'alphanumeric'. (4) Letters only: apostrophes, hyphens and dots (U+0027 U+2019 U+02BC "
    "U+002D U+2010 U+2011 U+2013 U+002E) are ignored; any other code point left that is not a "
    "letter gives 'other'. Lt counts as upper case. With only Ll: 'lower'; exactly one letter and "
    "it is upper: 'upper1'; two or more letters, all upper: 'upper'; first letter upper and all "
    "others Ll: 'title', or 'title_first' when the word is the first of its sentence; other "
    "sequences of Ll, Lu, Lt: 'mixed'; any letter of Lm or Lo: 'other'. The virtual root has "
    "'root'.")

_IGNORED_IN_LETTERS = set("'\u2019\u02bc-\u2010\u2011\u2013.")


def shape_class(word, is_first):
    """The class (1..10) of a word; is_first: it is the first word of its sentence."""
    import unicodedata
    categories = [(c, unicodedata.category(c)) for c in word]
    categories = [(c, k) for c, k in categories if k[0] not in "MC"]
    letters = [k for _, k in categories if k[0] == "L"]
    has_digit = any(k[0] == "N" for _, k in categories)
    rest = [(c, k) for c, k in categories if k[0] not in "LN"]
    if not letters and not has_digit:
        return SYMBOLS if rest and all(k[0] in "PS" for _, k in rest) else OTHER
    if not letters:
        return DIGITS if all(c in ".," for c, _ in rest) else OTHER
    if has_digit:
        return ALPHANUMERIC
    if any(c not in _IGNORED_IN_LETTERS for c, _ in rest):
        return OTHER
    return _letter_class(letters, is_first)


def _letter_class(kinds, is_first):
    """The class of a word of letters only, from their categories in order."""
    if any(k in ("Lm", "Lo") for k in kinds):
        return OTHER
    upper = [k in ("Lu", "Lt") for k in kinds]
    if not any(upper):
        return LOWER
    if len(upper) == 1:
        return UPPER1
    if all(upper):
        return UPPER
    if upper[0] and not any(upper[1:]):
        return TITLE_FIRST if is_first else TITLE
    return MIXED
