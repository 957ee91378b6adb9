"""Synthetic text that breaks tokenizers, and the rows of the shape fixture."""

_WORDS = """naïve Ångström Åland São Köln İstanbul ΣΊΣΥΦΟΣ Łódź straße ﬁnance ½ x² №5 ™ café cafe\u0301
e\u0301\u0302\u0323 q\u0307\u0323 جسر الشغور حلب ٱلْعَرَبِيَّة Дамаск Київ ёлка й שלום हिन्दी ไทย 北京 習近平 東京タワー 한국어 日本語テスト 𠀀𠀁 ㍿ Ⅷ
😀 👨\u200d👩\u200d👧 🇸🇾 🏳️\u200d🌈 👍🏽 don't o'clock rock'n'roll l’état al-Shughour Jisr-al-Shughour e-mail U.S. a.m. C++ #hashtag
@user user@example.org http://example.org/a?b=c&d=%20e www.example.org/ 1,234.56 $5.00 €20m 3–4 50% 10:30 2011-06-03
(…) ¡Hola! ¿Qué? «guillemets» “quotes” ‘single’ ---- ...... ?!?!?! ***** ___ a_b [UNK] [CLS] [SEP] [MASK] [PAD] ##ing
\u200bzero\u200bwidth soft\u00adhyphen bi\u202edi\u202c nb\u00a0space thin\u2009space ideographic\u3000space tab\ttab bell\u0007
nul\u0000nul repl\ufffdaced bom\ufeff del\u007f c1\u0085x line\u2028sep vt\u000bx \u0301 \u0327 ʼ ˈ ª º ǅ ǆ Ǆ ß ẞ ŉ ǰ ΐ ﬃ ﷺ ﷽ Ａｂｃ １２３ ｶﾞ
ɐ ʰ ᴬ ⁿ ₂ ⅓ ① ⓐ 🄰 ℃ Å K Ω ℵ ∑ √ ≤ → █ ♥ ¶ § ° µ ¬ ~ ` ^ | \\ / < > = + $ € £ ¥ ₪ ﷼ ؟ ، ؛ ٪ ۔ 。 、 「 」 ・ ！ ０ ٣ ٠١٢ ३ ๓ ꙮ 𝔘𝔫𝔦 𝟙𝟚 𐍈 ꜳ ᾳ ᾼ""".split(" ")
_WORDS = [w for part in _WORDS for w in part.split("\n")]


def sentences(count, real, rng):
    """`count` synthetic sentences: odd words mixed with each other and with words of real ones."""
    made = ["", " ", "\t\n", "\u200b", "\u0301", "x" * 100, "x" * 101, "ab" * 60 + " end", "é" * 101,
            "supercalifragilisticexpialidocious" * 3, "!" * 80, "北" * 50, "a" * 99 + "é", "😀" * 20]
    real_words = [w for text in real[::50] for w in text.split()]
    while len(made) < count:
        words = [_pick(real_words, rng) for _ in range(int(rng.integers(1, 7)))]
        for _ in range(int(rng.integers(1, 5))):
            words.insert(int(rng.integers(0, len(words) + 1)), _odd_word(rng, real_words))
        joint = _pick([" "] * 8 + ["", "\u00a0", "  ", "\u200b", "-", "\t", "\u3000", "/"], rng)
        made.append(joint.join(words))
    return made


def _odd_word(rng, real_words):
    """One odd word: listed, glued, accented, upper-cased, overlong, or of random code points."""
    kind = int(rng.integers(0, 10))
    if kind < 5:
        return _pick(_WORDS, rng)
    if kind == 5:
        return _pick(_WORDS, rng) + _pick(real_words, rng)
    if kind == 6:
        return "".join(c + (chr(int(rng.integers(0x300, 0x370))) if rng.random() < 0.4 else "")
                       for c in _pick(real_words, rng))
    if kind == 7:
        return _pick(real_words, rng).upper() + _pick(["", "'s", "!!!", "…", "\u200d"], rng)
    if kind == 8:
        return _pick(real_words, rng) * int(rng.integers(2, 5))
    ranges = [(0x20, 0x7f), (0x80, 0x250), (0x370, 0x530), (0x590, 0x700), (0x900, 0xe00),
              (0x1e00, 0x2c00), (0x3000, 0x3200), (0x4e00, 0x5200), (0xac00, 0xad00),
              (0xf900, 0xfb00), (0xfe00, 0xfff0), (0x1f300, 0x1f700), (0x20000, 0x20100)]
    low, high = ranges[int(rng.integers(0, len(ranges)))]
    return "".join(chr(int(rng.integers(low, high))) for _ in range(int(rng.integers(1, 6))))


def _pick(values, rng):
    """One value at random."""
    return values[int(rng.integers(0, len(values)))]


def shape_rows():
    """(word, first in sentence) pairs of the shape fixture; no word holds a tab or line break."""
    plain = """the The THE T t iPhone McDonald al-Assad Al-Assad AL-ASSAD U.S. U.S U.K. u.s. Ph.D. O'Brien o'clock
O'BRIEN n't N'T 's 'S don't Don't e-mail E-mail E-Mail x X x. X. A.M. a.m. 1 12 120 1,200 3.14 1.000,5 . , .. -- - ' " ... ! ?
( ) % $ € £ + = < ~ № © ™ 50% $5 -5 +5 1/2 10:30 2011-06-03 1st 2nd 21st 60s F-16 AK-47 T-72 B2B 4x4 x2 M&M AT&T a/b and/or @user
#tag a_b user@example.org http://example.org ½ ² x² Ⅷ ٣ ٠١٢ ३ 1a A1 1A éa Éa ÉA É é Ångström ÅLAND naïve NAÏVE İ İstanbul ı ß ẞ Straße
STRASSE ŉ Ǆ ǅ ǆ ǅungla ﬁ ﬁnance Ａｂｃ ａｂｃ ＡＢＣ １２３ ª º ʰ ʼ ʼn xʰ حلب جسر Дамаск дамаск ДАМАСК Київ д Д ёлка שלום हिन्दी 北京 東京タワー 한국어 日本 ไทย
ΣΊΣΥΦΟΣ Σίσυφος σ Σ ᾼ Ω Å K ℵ ℃ ① ⓐ Ⓐ 𝔘 𝔘𝔫 𝟙 𐍈 😀 👍🏽 🇸🇾 🏳️ … “ ” ‘ ’ l’état L’état L’ÉTAT d'Ivoire D'Ivoire Jisr jisr JISR Jisr-al-Shughour
jisr-al-shughour Jisr–Al rock'n'roll Rock'n'Roll e.g. E.G. -a -A a- A- -- .a .A 'a 'A A' a' A.. 'twas 'Twas Mc MC mC eBay IBM Inc. INC. St. ST. st.
-1 1- 1. 1, .5 ,5 1.. 1'000 1’000 1·5 1_000 ١٫٥ a. .1a [ ] { } | \\ ^ ` § ° µ ª1 _ __ _a a& &a &""".split()
    marks = ["e\u0301", "E\u0301", "E\u0301a", "cafe\u0301", "\u0301", "a\u0301\u0302B", "\u200b", "a\u200bb",
             "A\u200bb", "soft\u00adhyphen", "\ufeffA", "\ufeff1", "\u200d", "1\u0301", ".\u0301", "٣\u064b",
             "ٱلْعَرَبِيَّة", "a\u00a0b", "1\u00a0000", "1 000", "New York", "\u0007", "\ufffd", "n\u0303O", "\u0903"]
    rows = [(w, False) for w in dict.fromkeys(plain + marks)]
    first = ["The", "THE", "the", "T", "Al-Assad", "al-Assad", "Don't", "Éa", "É", "Дамаск", "ǅungla", "O'Brien",
             "iPhone", "Jisr", "1", "1st", "(", "“", "حلب", "U.S.", "A.", "Ph.D.", "E-mail", "'Twas", "北京", "İstanbul",
             "Σίσυφος", "Cafe\u0301", "McDonald", "X²", "Inc.", "\u200b"]
    return rows + [(w, True) for w in first]
