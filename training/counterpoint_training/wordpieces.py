"""WordPiece per word, with the base model's own vocabulary and the reference tokenizer."""
from functools import lru_cache

from tokenizers import BertWordPieceTokenizer

CLS, SEP, UNK = "[CLS]", "[SEP]", "[UNK]"


class WordPieces:
    """Turns words into piece ids, each word by itself, as the C++ side does."""

    def __init__(self, vocab_path):
        self.tokenizer = BertWordPieceTokenizer(str(vocab_path), lowercase=True)
        self.tokenizer._tokenizer.encode_special_tokens = True   # "[SEP]" in a text is just text
        self.cls, self.sep, self.unk = (self.tokenizer.token_to_id(t) for t in (CLS, SEP, UNK))

    @lru_cache(maxsize=200_000)
    def word(self, word):
        """The piece ids of one word; a word that yields none (only control characters) is [UNK]."""
        ids = self.tokenizer.encode(word, add_special_tokens=False).ids
        return tuple(ids) or (self.unk,)

    def sentence(self, words):
        """([CLS] pieces... [SEP] as ids, position of each word's first piece)."""
        ids, first = [self.cls], []
        for word in words:
            first.append(len(ids))
            ids.extend(self.word(word))
        return ids + [self.sep], first
